import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ServiceLifecycle
import Testing

/// Serves the docs page with a document and a few routes that answer what they were asked, while the body runs.
func withDocsServer(
    document: Response = .json(text: blogDocument), _ body: @escaping @Sendable (_ address: String) async throws -> Void
) async throws {
    var routes = Routes()
    routes.get("/openapi.json") { _ in document }
    routes.get("/api/posts") { echo($0) }
    routes.get("/api/posts/:id") { _ in throw HTTPProblem(.notFound, "There is no post <b>9</b>") }
    routes.post("/api/posts") { request in
        let body = try await request.json()
        return .object(status: .created) {
            $0.member("data", body)
            $0.member("hostile", "<img src=x onerror=\"hostile()\">")
            $0.member("exact", 12_345_678_901_234_567)
        }
    }
    routes.delete("/api/posts/:id") { _ in .noContent }
    routes.add(asTheyAre: DocsPage.routes(beside: routes))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let dispatcher = try Dispatcher(routes: routes, errors: .problemDetails, logger: logger)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = HTTPServer(dispatcher, at: .address(host: "127.0.0.1", port: 0), logger: logger) { port.yield($0) }
    let group = ServiceGroup(services: [server], logger: logger)
    try await withThrowingTaskGroup { tasks in
        tasks.addTask { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        var outcome = Result<Void, any Error>.success(())
        do { try await body("http://127.0.0.1:\(port)") } catch { outcome = .failure(error) }
        await group.triggerGracefulShutdown()
        try outcome.get()
        try await tasks.waitForAll()
    }
}

private func echo(_ request: Request) -> Response {
    .object {
        $0.member("target", "\(request.path)?\(request.queryText)")
        $0.member("authorization", request.headers[.authorization] ?? "none")
    }
}

extension Response {
    /// JSON that is text already.
    static func json(text: String) -> Response {
        var response = Response.text(text)
        response.headers[.contentType] = "application/json"
        return response
    }
}
