import Foundation
import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ServiceLifecycle
import Testing

/// Serves routes at a free port while the body runs, then stops. The body may block: it has a thread of its own.
func withRunningServer(
    limits: ServerLimits = ServerLimits(), proxies: TrustedProxies = .none, middleware: [any Middleware] = [],
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    routes: Routes = .with { $0.get("/") { _ in .text("hello") } },
    _ body: @escaping @Sendable (Int) throws -> Void
) async throws {
    let dispatcher = try Dispatcher(
        routes: routes, errors: .problemDetails, middleware: middleware, bodyLimit: 100_000, logger: logger)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = HTTPServer(
        dispatcher, at: .address(host: "127.0.0.1", port: 0), limits: limits, proxies: proxies, logger: logger
    ) { port.yield($0) }
    let group = ServiceGroup(services: [server], logger: logger)
    try await withThrowingTaskGroup { tasks in
        tasks.addTask { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        let result = await withCheckedContinuation { done in
            Thread { done.resume(returning: Result { try body(port) }) }.start()
        }
        await group.triggerGracefulShutdown()
        try result.get()
        try await tasks.waitForAll()
    }
}

/// What a server at this port answers to a text on a connection of its own.
func ask(_ port: Int, _ text: String, answers: Int = 1) throws -> String {
    let connection = try Connection(port: port)
    connection.send(text)
    return connection.receive(answers: answers)
}

/// Whether the server still answers others.
func isAlive(_ port: Int) throws -> Bool {
    try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("hello")
}

extension Routes {
    /// Those that a closure adds.
    static func with(_ add: (inout Routes) -> Void) -> Routes {
        var routes = Routes()
        add(&routes)
        return routes
    }
}
