import Logging
import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct AppMiddlewareTests {
    /// Marks what it sees: the status of the answer and the route.
    private struct Mark: Middleware {
        var name: String

        func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
            var response = try await next(request)
            let before = response.headers[.server].map { "\($0) " } ?? ""
            response.headers[.server] = "\(before)\(name)\(response.status.code)\(request.route?.path ?? "")"
            return response
        }
    }

    private struct Refuse: Middleware {
        func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
            throw HTTPProblem(.forbidden, "No")
        }
    }

    private func client(_ middleware: [any Middleware]) throws -> TestClient {
        var routes = Routes()
        routes.get("/posts/:id") { _ in .text("post") }
        routes.get("/broken") { _ in throw CancellationError() }
        routes.post("/input") { .json(try await $0.json()) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return TestClient(
            try Dispatcher(routes: routes, errors: .problemDetails, middleware: middleware, logger: logger))
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/posts/7", "b200/posts/:id a200/posts/:id"), (.get, "/nothing", "b404 a404"),
        (.get, "/%ff", "b400 a400"), (.delete, "/posts/7", "b405 a405"), (.options, "/posts/7", "b204 a204"),
        (.options, "*", "b204 a204"), (.get, "/broken", "b503/broken a503/broken"),
        (.post, "/input", "b415/input a415/input"), (.head, "/posts/7", "b200/posts/:id a200/posts/:id"),
    ])
    func `each one sees every answer, and the route where there is one`(
        method: HTTPRequest.Method, path: String, seen: String
    ) async throws {
        let answer = try await client([Mark(name: "a"), Mark(name: "b")]).send(method, path)
        #expect(answer.headers[.server] == seen)
    }

    @Test func `what one throws is an answer for those before it`() async throws {
        let answer = try await client([Mark(name: "a"), Refuse(), Mark(name: "b")]).get("/posts/7")
        #expect(answer.status == 403)
        #expect(answer.json["detail"] == "No")
        #expect(answer.headers[.server] == "a403/posts/:id")
        #expect(answer.headers[.contentLength] == "\(answer.body.count)")
    }
}
