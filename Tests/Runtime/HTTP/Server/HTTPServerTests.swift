import Foundation
import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ServiceLifecycle
import Testing

@Suite struct HTTPServerTests {
    /// Serves a few routes at a free port while the body runs, then stops.
    private func withServer(
        at place: ListeningPlace = .address(host: "127.0.0.1", port: 0),
        _ body: @escaping @Sendable (Int) throws -> Void
    ) async throws {
        var routes = Routes()
        routes.get("/") { _ in .text("hello") }
        routes.get("/address") { .text($0.remoteAddress ?? "none") }
        routes.post("/echo") { .json(try await $0.json()) }
        routes.post("/unread") { _ in .noContent }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let dispatcher = try Dispatcher(routes: routes, errors: .problemDetails, bodyLimit: 1000, logger: logger)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = HTTPServer(dispatcher, at: place, logger: logger) { port.yield($0) }
        let group = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            // The body blocks in system calls, which must not hold up the server's threads.
            let result = await withCheckedContinuation { done in
                Thread { done.resume(returning: Result { try body(port) }) }.start()
            }
            await group.triggerGracefulShutdown()
            try result.get()
            try await tasks.waitForAll()
        }
    }

    private func ask(_ port: Int, _ text: String, answers: Int = 1) throws -> String {
        let connection = try Connection(port: port)
        connection.send(text)
        return connection.receive(answers: answers)
    }

    @Test func `requests are answered, one after another on one connection`() async throws {
        try await withServer { port in
            let connection = try Connection(port: port)
            for _ in 0..<3 {
                connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                let answer = connection.receive()
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(answer.hasSuffix("\r\n\r\nhello"))
            }
            #expect(try ask(port, "GET /address HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("127.0.0.1"))
        }
    }

    @Test func `requests that come at once are answered in their order`() async throws {
        try await withServer { port in
            let body = "{\"n\":1}"
            let answer = try ask(
                port,
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
                    + "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
                    + "POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                    + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n",
                answers: 4)
            let statuses = answer.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
            #expect(statuses == ["200", "200", "204", "404"])
        }
    }

    @Test func `a body in chunks is read`() async throws {
        try await withServer { port in
            let answer = try ask(
                port,
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2\r\n[1\r\n3\r\n,2]\r\n0\r\n\r\n")
            #expect(answer.hasSuffix("{\"data\":[1,2]}"))
        }
    }

    @Test func `a body that is announced as too large is refused before it is sent`() async throws {
        try await withServer { port in
            let connection = try Connection(port: port)
            connection.send(
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n"
                    + "Expect: 100-continue\r\n\r\n")
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.lowercased().contains("connection: close"))
        }
    }

    @Test func `a client that waits for a go gets it`() async throws {
        try await withServer { port in
            let connection = try Connection(port: port)
            connection.send(
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1\r\n"
                    + "Expect: 100-continue\r\n\r\n")
            #expect(connection.receive().hasPrefix("HTTP/1.1 100 Continue"))
            connection.send("1")
            #expect(connection.receive().hasSuffix("{\"data\":1}"))
        }
    }

    @Test func `a body without end is cut off, and others are served`() async throws {
        try await withServer { port in
            for path in ["/echo", "/unread", "/nothing"] {
                let connection = try Connection(port: port)
                connection.send(
                    "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")
                let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 0x20, count: 1 << 20) + Array("\r\n".utf8)
                var sent = 0
                while sent < 64 << 20, connection.send(chunk) == chunk.count { sent += chunk.count }
                #expect(sent < 64 << 20)
            }
            #expect(try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("hello"))
        }
    }

    @Test func `a body somewhat too large is read away, so that its client sees the answer`() async throws {
        try await withServer { port in
            let body = String(repeating: " ", count: 100_000)
            let answer = try ask(
                port,
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "FOO / HTTP/1.1\r\nHost: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ])
    func `what is no HTTP is refused, and others are served`(text: String) async throws {
        try await withServer { port in
            let connection = try Connection(port: port)
            connection.send(text)
            connection.finishSending()
            let answer = connection.receive()
            #expect(["", "400", "505"].contains(answer.dropFirst(9).prefix(3)), "\(answer)")
            #expect(try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("hello"))
        }
    }

    @Test func `a client that goes away in the middle harms nobody`() async throws {
        try await withServer { port in
            for _ in 0..<20 {
                let connection = try Connection(port: port)
                connection.send(
                    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1")
            }
            #expect(try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("hello"))
        }
    }

    @Test func `a client that stops sending still gets its answer`() async throws {
        try await withServer { port in
            let connection = try Connection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            connection.finishSending()
            #expect(connection.receive().hasSuffix("hello"))
        }
    }

    @Test func `a silent connection does not hold up the end`() async throws {
        let start = ContinuousClock.now
        try await withServer { port in
            let silent = try Connection(port: port)
            silent.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = silent.receive()
            // Kept open: the server ends it.
            Thread.detachNewThread { _ = silent.isEnded() }
        }
        // Idle connections are closed after 60 seconds; other tests may keep this one from its thread for a while.
        #expect(ContinuousClock.now - start < .seconds(50))
    }
}
