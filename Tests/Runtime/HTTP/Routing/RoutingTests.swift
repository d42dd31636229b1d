import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct RoutingTests {
    /// Answers with a name and the captures.
    private func named(_ name: String, _ captures: String...) -> Handler {
        { request in .text(([name] + captures.map { request.capture($0) ?? "nil" }).joined(separator: " ")) }
    }

    private func blog() throws -> TestClient {
        try client {
            $0.get("/posts", named("list"))
            $0.post("/posts", named("create"))
            $0.get("/posts/:id", named("show", "id", "other"))
            $0.put("/posts/:id", named("update", "id"))
            $0.get("/posts/new", named("new"))
            $0.get("/posts/:postId/tags/:id", named("tag", "postId", "id"))
            $0.get("/posts/new/help", named("help"))
            $0.get("/", named("root"))
        }
    }

    @Test(arguments: [
        ("/posts", "list"), ("/posts/", "list"), ("/posts?x=/a/b", "list"), ("/posts/7", "show 7 nil"),
        ("/posts/new", "new"), ("/posts/new/help", "help"), ("/posts/7/tags/9", "tag 7 9"),
        ("/posts/new/tags/9", "tag new 9"), ("/posts/a%20b%2Fc", "show a b/c nil"), ("/posts/%C3%A9", "show é nil"),
        ("/posts/a+b", "show a+b nil"), ("/p%6Fsts", "list"), ("/", "root"), ("", "root"),
        ("http://example.com/posts", "list"), ("http://example.com?x", "root"), ("/posts/..", "show .. nil"),
    ])
    func `a path finds its route`(path: String, answer: String) async throws {
        let response = try await blog().get(path)
        #expect(response.status == 200)
        #expect(response.text == answer)
    }

    @Test(arguments: ["/post", "/posts/7/tags", "/posts//tags/9", "//posts", "/posts//", "/Posts", "/posts/7/tags/9/x"])
    func `a path that is not there is 404`(path: String) async throws {
        let response = try await blog().get(path)
        #expect(response.status == 404)
        #expect(response.json["detail"].string == "There is nothing at \(path)")
    }

    @Test(arguments: [
        "/posts/%", "/posts/%4", "/posts/%zz", "/posts/%ff", "/posts/%00", "/posts/a%00b", "/posts/%C3", "*", "posts",
    ])
    func `a path that is not encoded rightly is 400`(path: String) async throws {
        let response = try await blog().get(path)
        #expect(response.status == 400)
    }

    @Test func `a path without the method is 405 with the methods that it has`() async throws {
        let client = try blog()
        let response = try await client.delete("/posts/7")
        #expect(response.status == 405)
        #expect(response.headers[.allow] == "GET, HEAD, OPTIONS, PUT")
        #expect(response.json["status"] == 405)
        // A literal path has the methods of the capture that fits too.
        #expect(try await client.delete("/posts/new").headers[.allow] == "GET, HEAD, OPTIONS, PUT")
        #expect(try await client.put("/posts/new").text == "update new")
    }

    @Test func `HEAD answers as GET does, without the body`() async throws {
        let client = try blog()
        let get = try await client.get("/posts/7")
        let head = try await client.send(.head, "/posts/7")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
        #expect(head.headers[.contentType] == get.headers[.contentType])
        #expect(try await client.send(.head, "/nothing").status == 404)
        #expect(try await client.send(.head, "/nothing").body.isEmpty)
    }

    @Test func `OPTIONS names the methods`() async throws {
        let client = try blog()
        let response = try await client.send(.options, "/posts")
        #expect(response.status == 204)
        #expect(response.headers[.allow] == "GET, HEAD, OPTIONS, POST")
        #expect(response.headers[.contentLength] == nil)
        #expect(try await client.send(.options, "*").headers[.allow] == "GET, HEAD, OPTIONS, POST, PUT")
        #expect(try await client.send(.options, "/nothing").status == 404)
    }

    @Test func `a method of its own is just another route`() async throws {
        let client = try client {
            $0.on(.head, "/a", named("head"))
            $0.on(.options, "/a", named("options"))
        }
        #expect(try await client.send(.options, "/a").text == "options")
        #expect(try await client.get("/a").headers[.allow] == "HEAD, OPTIONS")
    }
}

@Suite struct RoutesTests {
    private let handler: Handler = { _ in .noContent }

    private func problems(_ add: (inout Routes) -> Void) -> [String] {
        do {
            _ = try client(add)
            return []
        } catch {
            return (error as? RouteProblems)?.problems.map(\.description) ?? ["\(error)"]
        }
    }

    @Test func `routes for the same requests are named with both places`() {
        let problems = problems {
            $0.get("/posts/:id", file: "App/A.swift", line: 1, handler)
            $0.get("/posts/:postId", file: "App/B.swift", line: 2, handler)
            $0.post("/posts", file: "App/A.swift", line: 3, handler)
            $0.post("posts/", file: "App/A.swift", line: 4, handler)
        }
        #expect(
            problems == [
                "GET /posts/:postId (App/B.swift:2) answers the same requests as GET /posts/:id (App/A.swift:1); "
                    + "remove one of them",
                "POST /posts (App/A.swift:4) answers the same requests as POST /posts (App/A.swift:3); "
                    + "remove one of them",
            ])
    }

    @Test func `captures need a name, and one of its own in a path`() {
        let problems = problems {
            $0.get("/a/:", file: "App/A.swift", line: 1, handler)
            $0.get("/a/:id/b/:id", file: "App/A.swift", line: 2, handler)
        }
        #expect(
            problems == [
                "GET /a/: (App/A.swift:1): a capture has no name; write ':id'",
                "GET /a/:id/b/:id (App/A.swift:2): the capture ':id' stands twice in one path",
            ])
    }

    @Test func `captures at one place may have different names`() async throws {
        let client = try client {
            $0.get("/users/:id") { .text($0.capture("id") ?? "") }
            $0.get("/users/:userId/posts") { .text($0.capture("userId") ?? "") }
        }
        #expect(try await client.get("/users/1").text == "1")
        #expect(try await client.get("/users/2/posts").text == "2")
    }

    private struct Posts: RouteCollection {
        func add(to routes: inout Routes) {
            routes.use(Mark("collection"))
            routes.get("/posts") { _ in .noContent }
        }
    }

    @Test func `a collection that is listed twice is there once`() async throws {
        let client = try client { $0.add([Posts(), Posts()]) }
        #expect(try await client.get("/posts").status == 204)
    }

    /// Writes its name into a header of the request and of the answer.
    private struct Mark: Middleware {
        let name: String
        init(_ name: String) { self.name = name }

        func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
            var request = request
            request.headers[.from] = (request.headers[.from] ?? "") + name + ">"
            var response = try await next(request)
            response.headers[.from] = (response.headers[.from] ?? "") + "<" + name
            return response
        }
    }

    private struct Closed: Middleware {
        func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
            throw HTTPProblem(.forbidden, "Closed")
        }
    }

    @Test func `middleware stands before the routes of its group, outermost first`() async throws {
        let echo: Handler = { .text($0.headers[.from] ?? "") }
        let client = try client {
            $0.get("/before", echo)
            $0.use(Mark("all"))
            $0.group("/admin", middleware: Mark("a"), Mark("b")) {
                $0.get("/posts", echo)
                $0.group("/closed", middleware: Closed()) { $0.get("/", echo) }
            }
            $0.add(Posts())
            $0.get("/after", echo)
        }
        #expect(try await client.get("/before").text == "")
        let admin = try await client.get("/admin/posts")
        #expect(admin.text == "all>a>b>")
        #expect(admin.headers[.from] == "<b<a<all")
        #expect(try await client.get("/after").text == "all>")
        #expect(try await client.get("/posts").headers[.from] == "<collection<all")
        let closed = try await client.get("/admin/closed")
        #expect(closed.status == 403)
        #expect(closed.json["detail"] == "Closed")
    }

    @Test func `a prefix leads every path`() {
        var routes = Routes(prefix: "api/")
        routes.get("posts", handler)
        routes.get("/", handler)
        #expect(routes.all.map(\.path) == ["/api/posts", "/api"])
    }
}
