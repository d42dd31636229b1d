import Logging
import ScaffoldHTTP
import ScaffoldTesting
import Testing

/// A client of one route, behind middleware.
func clientOfPosts(behind middleware: [any Middleware], _ handler: @escaping Handler) throws -> TestClient {
    var routes = Routes()
    routes.get("/posts", handler)
    routes.post("/posts", handler)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    return TestClient(try Dispatcher(routes: routes, errors: .problemDetails, middleware: middleware, logger: logger))
}

@Suite struct CORSTests {
    private let shop = "https://shop.example"

    private func client(_ cors: CORS) throws -> TestClient {
        try clientOfPosts(behind: [cors]) { _ in .text("posts") }
    }

    @Test func `pages of the listed origins may read answers, errors included`() async throws {
        let client = try client(CORS(origins: [shop]))
        for path in ["/posts", "/nothing"] {
            let answer = try await client.get(path, headers: [.origin: shop])
            #expect(answer.headers[.accessControlAllowOrigin] == shop)
            #expect(answer.headers[.accessControlExposeHeaders]?.contains("X-Request-Id") == true)
            #expect(answer.headers[.accessControlAllowCredentials] == nil)
            #expect(answer.headers[.vary] == "Origin")
        }
    }

    @Test(arguments: ["https://evil.example", "http://shop.example", "https://shop.example.evil", "null", ""])
    func `pages of others may not`(origin: String) async throws {
        let answer = try await client(CORS(origins: [shop], credentials: true)).get(
            "/posts", headers: [.origin: origin])
        #expect(answer.status == 200)
        #expect(answer.headers[.accessControlAllowOrigin] == nil)
        #expect(answer.headers[.accessControlAllowCredentials] == nil)
        #expect(answer.headers[.vary] == "Origin")
    }

    @Test func `a preflight is told the methods of the path`() async throws {
        let answer = try await client(CORS(origins: [shop], credentials: true)).send(
            .options, "/posts",
            headers: [
                .origin: shop, .accessControlRequestMethod: "POST", .accessControlRequestHeaders: "content-type, x-a",
            ])
        #expect(answer.status == 204)
        #expect(answer.headers[.accessControlAllowOrigin] == shop)
        #expect(answer.headers[.accessControlAllowMethods] == "GET, HEAD, OPTIONS, POST")
        #expect(answer.headers[.accessControlAllowHeaders] == "content-type, x-a")
        #expect(answer.headers[.accessControlAllowCredentials] == "true")
        #expect(answer.headers[.accessControlMaxAge] == "600")
        #expect(answer.headers[.vary] == "Origin, Access-Control-Request-Headers")
    }

    @Test func `every origin means no credentials`() async throws {
        let answer = try await client(.anyOrigin).get("/posts", headers: [.origin: shop])
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        #expect(answer.headers[.accessControlAllowCredentials] == nil)
        #expect(answer.headers[.vary] == nil)
    }

    @Test func `requests that come from no page are left alone`() async throws {
        let answer = try await client(CORS(origins: [shop])).get("/posts")
        #expect(answer.text == "posts")
        #expect(answer.headers[.accessControlAllowOrigin] == nil)
    }
}
