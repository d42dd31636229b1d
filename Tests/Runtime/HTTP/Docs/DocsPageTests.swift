import Foundation
import HTTPTypes
import Logging
import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct DocsPageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../Sources/Runtime/HTTP/Docs/Resources").standardizedFileURL
    private static let names = ["docs.html", "docs.css"] + scripts
    private static let scripts = [
        "docs.js", "dom.js", "openapi.js", "schema.js", "operation.js", "tryout.js", "request.js", "answer.js",
        "authorization.js", "picture.js", "models.js", "layout.js", "view.js",
    ]

    /// A client of the page, beside routes of the app's own.
    private func client(_ add: (inout Routes) -> Void = { _ in }) throws -> TestClient {
        try HTTPTests.client { routes in
            add(&routes)
            routes.add(asTheyAre: DocsPage.routes(beside: routes))
        }
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    @Test func `the page is served`() async throws {
        let answer = try await client().get("/docs")
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text == (try text("docs.html")))
    }

    @Test(arguments: names) func `each file is served as it is, under the policy`(name: String) async throws {
        let answer = try await client().get("/docs/\(name)")
        #expect(answer.status == .ok)
        #expect(answer.text == (try text(name)))
        let type = ["html": "text/html", "css": "text/css", "js": "text/javascript"][name.split(separator: ".")[1]]
        #expect(answer.headers[.contentType] == type.map { "\($0); charset=utf-8" })
        let policy = try #require(answer.headers[.contentSecurityPolicy]).components(separatedBy: "; ")
        #expect(policy.starts(with: ["default-src 'none'", "script-src 'self'", "style-src 'self'"]))
        for rule in ["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"] {
            #expect(policy.contains(rule))
        }
        #expect(!policy.joined().contains("unsafe"))
    }

    @Test func `no file of the folder is forgotten`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(Self.names))
    }

    @Test func `a client that has a file already is told so`() async throws {
        let client = try client()
        let answer = try await client.get("/docs/docs.js")
        let tag = try #require(answer.headers[.eTag])
        #expect(answer.headers[.cacheControl] == "no-cache")
        for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = try await client.get("/docs/docs.js", headers: [.ifNoneMatch: known])
            #expect(again.status == .notModified, "\(known)")
            #expect(again.body.isEmpty)
            #expect(again.headers[.eTag] == tag)
        }
        for unknown in ["\"other\"", tag + "x", ""] {
            let again = try await client.get("/docs/docs.js", headers: [.ifNoneMatch: unknown])
            #expect(again.status == .ok, "\(unknown)")
        }
        #expect(try await client.get("/docs/docs.css").headers[.eTag] != tag)
    }

    @Test func `behind a slash the page leads to where its files are`() async throws {
        let answer = try await client().get("/docs/")
        #expect(answer.status == .permanentRedirect)
        #expect(answer.headers[.location] == "../docs")
    }

    @Test(arguments: ["/docs/nothing.js", "/docs/..%2Fdocs.js", "/docs/a/b", "/docs/DOCS.JS"])
    func `nothing else is there`(path: String) async throws {
        #expect(try await client().get(path).status == .notFound)
    }

    @Test(arguments: ["/docs", "/docs/:page", "/:page", "/:model/:id", "/docs/docs.js"])
    func `a route of the app's own comes first`(path: String) async throws {
        let client = try client { $0.get(path) { _ in .text("mine") } }
        for path in ["/docs", "/docs/docs.js"] {
            let answer = try await client.get(path)
            #expect(answer.text == "mine" || answer.status == .notFound)
        }
    }

    @Test(arguments: ["/api/docs", "/doc", "/docs/a/b", "/api/:id"])
    func `routes elsewhere leave the page where it is`(path: String) async throws {
        let client = try client { $0.post(path) { _ in .text("mine") } }
        #expect(try await client.get("/docs").status == .ok)
    }

    @Test func `middleware and prefix of the app do not touch the page`() async throws {
        struct Closed: Middleware {
            func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
                throw HTTPProblem(.forbidden, "closed")
            }
        }
        var routes = Routes(prefix: "/api")
        routes.use(Closed())
        routes.get("/posts") { _ in .text("posts") }
        routes.add(asTheyAre: DocsPage.routes(beside: routes))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let client = TestClient(try Dispatcher(routes: routes, errors: .problemDetails, logger: logger))
        #expect(try await client.get("/docs").status == .ok)
        #expect(try await client.get("/api/posts").status == .forbidden)
    }

    @Test func `the files name nothing that is elsewhere, and make no HTML of texts`() throws {
        for name in Self.names {
            let text = try text(name)
            let addresses = text.matches(of: /https?:\/\/[^"'`\s)]*/).map { String($0.output) }
            #expect(Set(addresses).subtracting(["http://www.w3.org/2000/svg", "https://example.com/"]).isEmpty)
            for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
        }
        let size = try Self.names.map { try text($0).utf8.count }.reduce(0, +)
        #expect(size < 80_000)
    }
}
