import ScaffoldHTTP
import ScaffoldStorage
import Testing

/// The page in a browser, over a real server.
@Suite(
    .enabled(if: Browser.executable != nil, "chromium is not installed (Debian: apt-get install chromium)"),
    .serialized, .timeLimit(.minutes(3)))
struct DocsBrowserTests {
    /// Opens the page and waits until it shows its document, or says why not.
    private func withPage(
        _ path: String = "/docs", document: Response = .json(text: blogDocument),
        _ body: @escaping @Sendable (Browser, _ address: String) async throws -> Void
    ) async throws {
        try await withDocsServer(document: document) { address in
            let browser = try await Browser()
            do {
                try await browser.call("Page.navigate", ["url": .string(address + path)])
                try await browser.wait(until: "document.querySelector('.operation, [role=alert]')")
                try await body(browser, address)
                try await browser.evaluate("0")
                #expect(await browser.complaints == [])
                #expect(await browser.requests.filter { !$0.hasPrefix(address + "/") } == [])
            } catch {
                await browser.close()
                throw error
            }
            await browser.close()
        }
    }

    /// Opens an operation by its link.
    private static func open(_ id: String, in browser: Browser) async throws {
        try await browser.evaluate("location.hash = encodeURIComponent(\(JSON.string(id)))")
        try await browser.wait(until: "\(operation(id))?.open && \(operation(id)).querySelector('.tryout')")
    }

    /// The script that finds an operation by its id.
    private static func operation(_ id: String) -> String {
        "[...document.querySelectorAll('.operation')].find((each) => each.dataset.id === \(JSON.string(id)))"
    }

    /// Sends the call of an operation and gives the answer that the page shows.
    private static func send(_ id: String, in browser: Browser) async throws -> String {
        let place = "\(operation(id)).querySelector('.answer')"
        try await browser.evaluate("\(operation(id)).querySelector('[type=submit]').click()")
        try await browser.wait(until: "\(place).textContent && !\(place).hasAttribute('aria-busy')")
        return try await browser.evaluate("\(place).textContent").string ?? ""
    }

    @Test func `operations are listed by model, with nothing from elsewhere`() async throws {
        try await withPage { browser, _ in
            #expect(try await browser.evaluate("document.title") == "Blog · API documentation")
            let sections = "[...document.querySelectorAll('main > section > h2')].map((each) => each.textContent)"
            #expect(try await browser.evaluate(sections) == ["Post", "User", "Other"])
            let lines = "[...document.querySelectorAll('.operation > summary')].map((each) => each.textContent.trim())"
            let operations = try await browser.evaluate(lines).array?.compactMap(\.string) ?? []
            #expect(operations.count == 7)
            #expect(operations.first == "GET /api/posts The posts, newest first")
            #expect(try await browser.evaluate("document.querySelectorAll('nav li').length") == 7)
        }
    }

    @Test func `texts of the document stay texts`() async throws {
        try await withPage { browser, _ in
            try await browser.evaluate(
                "for (const each of document.querySelectorAll('details')) { each.open = true; each.build?.() }")
            try await browser.wait(until: "document.body.textContent.includes(\"<iframe src='https://example.com'>\")")
            try await browser.evaluate(
                "for (const each of document.querySelectorAll('details')) { each.open = true; each.build?.() }")
            let strangers =
                "document.querySelectorAll('body :is(script, style, iframe, img, object, embed, b, i)').length"
            #expect(try await browser.evaluate(strangers) == 0)
            for text in ["<img src=x onerror=hostile()> & \"quotes\"", "</p><script>hostile()</script>", "<b>name</b>"]
            {
                #expect(try await browser.evaluate("document.body.textContent.includes(\(JSON.string(text)))") == true)
            }
            let links = "[...document.querySelectorAll('a')].every((each) => each.getAttribute('href').startsWith('#'))"
            #expect(try await browser.evaluate(links) == true)
            #expect(
                try await browser.evaluate("document.querySelector('details.problem li').textContent")
                    .string?.contains("#/components/responses/Missing") == true)
        }
    }

    @Test func `a call is sent with path, query, token and body, and its answer shown`() async throws {
        try await withPage("/docs#listPosts") { browser, address in
            try await Self.open("listPosts", in: browser)
            let list = Self.operation("listPosts")
            // Typed as a person would: the token, then two filters.
            try await browser.evaluate("document.querySelector('#docs-authorization').open = true")
            try await browser.evaluate("document.querySelector('#docs-token').focus()")
            for key in ["a", "b", "c", "Enter"] { try await browser.press(key) }
            #expect(try await browser.evaluate("sessionStorage.getItem('docs.token')") == "abc")
            #expect(try await browser.evaluate("localStorage.length") == 0)
            try await browser.evaluate(
                """
                for (const field of \(list).querySelectorAll('.field')) {
                    const name = field.querySelector('label').textContent;
                    const value = { status: 'draft', search: 'a&b=c', 'status[in]': 'draft, published' }[name];
                    if (value) field.querySelector('input, select').value = value;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                }
                """)
            let answer = try await Self.send("listPosts", in: browser)
            #expect(answer.hasPrefix("200 OK"))
            #expect(answer.contains("/api/posts?status=draft&status%5Bin%5D=draft,published&search=a%26b%3Dc"))
            #expect(answer.contains("Bearer abc"))
            let line = try await browser.evaluate(
                "\(list).querySelector('.code pre[aria-label^=Line]').textContent")
            #expect(line.string?.hasPrefix("curl '\(address)/api/posts?status=draft") == true)
            #expect(line.string?.contains("Bearer $TOKEN") == true)
            #expect(line.string?.contains("abc") == false)

            try await Self.open("createPost", in: browser)
            let created = try await Self.send("createPost", in: browser)
            #expect(created.hasPrefix("201 Created"))
            #expect(created.contains("\"title\": \"Hello\""))
            #expect(created.contains("<img src=x onerror="))
            #expect(created.contains("12345678901234567"))
            try await browser.evaluate(
                "\(Self.operation("createPost")).querySelector('textarea').value = '{\"title\":'")
            #expect(try await Self.send("createPost", in: browser).hasPrefix("400 Bad Request"))
        }
    }

    @Test func `what is missing, wrong or gone is told in words`() async throws {
        try await withPage { browser, _ in
            try await Self.open("showPost", in: browser)
            #expect(try await Self.send("showPost", in: browser).hasPrefix("404 Not Found"))
            let input = "\(Self.operation("showPost")).querySelector('input')"
            for (value, words) in [("", "cannot be left out"), ("..", "a URL cannot say ..")] {
                try await browser.evaluate("\(input).value = '\(value)'; \(input).form.requestSubmit()")
                try await browser.wait(until: "\(input).parentElement.textContent.includes('\(words)')")
                #expect(try await browser.evaluate("document.activeElement === \(input)") == true)
            }
            try await Self.open("destroyPost", in: browser)
            let gone = try await Self.send("destroyPost", in: browser)
            #expect(gone.hasPrefix("204 No Content"))
            #expect(gone.contains("No body."))
            try await browser.call(
                "Network.emulateNetworkConditions",
                [
                    "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0,
                ])
            #expect(try await Self.send("destroyPost", in: browser).contains("Is the server running?"))
        }
    }

    @Test func `operations are found by words, and opened from the keyboard`() async throws {
        try await withPage { browser, _ in
            try await browser.press("/")
            #expect(try await browser.evaluate("document.activeElement.id") == "docs-search")
            for key in ["d", "e", "l", "e", "t"] { try await browser.press(key) }
            #expect(
                try await browser.evaluate("document.querySelector('#docs-status').textContent") == "1 operation found")
            let shown = "[...document.querySelectorAll('.operation')].filter((each) => each.offsetParent !== null)"
            #expect(try await browser.evaluate("\(shown).length") == 1)
            try await browser.evaluate("\(shown)[0].querySelector('summary').focus()")
            try await browser.press("Enter")
            try await browser.wait(until: "\(shown)[0].open && \(shown)[0].querySelector('.tryout')")
            // A link shows its operation although the words do not find it.
            try await Self.open("listPosts", in: browser)
            #expect(try await browser.evaluate("document.activeElement.textContent.includes('newest first')") == true)
            try await browser.evaluate("location.hash = 'nothing'")
            try await browser.wait(
                until: "document.querySelector('#docs-status').textContent === 'There is no operation nothing here.'")
        }
    }

    @Test func `the models are drawn, no box over another, and moved by keys`() async throws {
        try await withPage { browser, _ in
            try await browser.wait(until: "document.querySelector('.frame svg').hasAttribute('viewBox')")
            let names = "[...document.querySelectorAll('.model-box .model')].map((each) => each.textContent)"
            #expect(
                try await browser.evaluate(names)
                    == ["User", "Profile", "Post", "Tag", "PostTag", "<img src=x onerror=host…"])
            // User-Post, User-Profile, Post-Post, Post-PostTag, Tag-PostTag
            #expect(try await browser.evaluate("document.querySelectorAll('.line').length") == 5)
            let overlaps = """
                (() => {
                    const areas = [...document.querySelectorAll('.box')].map((each) => each.getBoundingClientRect());
                    return areas.filter((a, i) => areas.some((b, j) => i !== j
                        && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
                })()
                """
            #expect(try await browser.evaluate(overlaps) == 0)
            let view = "document.querySelector('.frame svg').getAttribute('viewBox')"
            var last = try await browser.evaluate(view)
            try await browser.evaluate("document.querySelector('.frame').focus()")
            for key in ["+", "ArrowLeft", "-", "0"] {
                try await browser.press(key)
                let now = try await browser.evaluate(view)
                #expect(now != last, "\(key)")
                last = now
            }
        }
    }

    @Test(arguments: [
        ("<html>", "is not JSON"), ("[]", "no OpenAPI document"), (#"{"openapi": "2.0"}"#, "no OpenAPI document"),
        (#"{"openapi": "3.1.0", "info": 1, "paths": []}"#, nil),
        (#"{"openapi": "3.1.0", "paths": {"/a": null, "/b": {"get": {"parameters": 3, "responses": []}}}}"#, nil),
    ])
    func `a document that cannot be read is told in words`(text: String, words: String?) async throws {
        try await withDocsServer(document: .json(text: text)) { address in
            let browser = try await Browser()
            do {
                try await browser.call("Page.navigate", ["url": .string("\(address)/docs")])
                let shown = "document.querySelector('[role=alert]') ?? document.querySelector('.operation')"
                try await browser.wait(
                    until: "(\(shown)) || document.querySelector('#docs-status')?.textContent.includes('no operations')"
                )
                let alert = try await browser.evaluate("document.querySelector('[role=alert]')?.textContent ?? null")
                #expect((alert.string == nil) == (words == nil))
                if let words { #expect(alert.string?.contains(words) == true) }
                #expect(await browser.complaints == [])
            } catch {
                await browser.close()
                throw error
            }
            await browser.close()
        }
    }
}
