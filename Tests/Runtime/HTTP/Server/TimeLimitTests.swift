import Foundation
import Logging
import ScaffoldHTTP
import ServiceLifecycle
import Synchronization
import Testing

@Suite(.serialized) struct TimeLimitTests {
    private func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    @Test func `headers that do not come to an end are told so`() async throws {
        try await withRunningServer(limits: limits { $0.headers = .milliseconds(500) }) { port in
            let connection = try Connection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: x\r\n")
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"), "\(answer)")
            #expect(answer.contains("The request did not arrive in time"))
            #expect(answer.lowercased().contains("connection: close"))
            #expect(connection.isEnded())
            #expect(try isAlive(port))
        }
    }

    @Test func `headers that come byte by byte are told so too`() async throws {
        try await withRunningServer(limits: limits { $0.headers = .milliseconds(500) }) { port in
            let connection = try Connection(port: port)
            Thread.detachNewThread {
                for byte in "GET / HTTP/1.1\r\nHost: " + String(repeating: "x", count: 1000) {
                    guard connection.send(String(byte)) == 1 else { return }
                    Thread.sleep(forTimeInterval: 0.02)
                }
            }
            #expect(connection.receive().hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func `a body that does not come is told so`() async throws {
        try await withRunningServer(
            limits: limits { $0.body = .milliseconds(500) },
            routes: .with {
                $0.get("/") { _ in .text("hello") }
                $0.post("/echo") { .json(try await $0.json()) }
            }
        ) { port in
            let connection = try Connection(port: port)
            connection.send(
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1")
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
            #expect(answer.contains("The body did not arrive in time"))
            #expect(connection.isEnded())
            #expect(try isAlive(port))
        }
    }

    @Test func `a body that comes quickly enough may take its time`() async throws {
        try await withRunningServer(
            limits: limits {
                $0.body = .milliseconds(300)
                $0.minimumRate = 10
            },
            routes: .with { $0.post("/echo") { .json(try await $0.json()) } }
        ) { port in
            let connection = try Connection(port: port)
            connection.send(
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 61\r\n\r\n")
            for _ in 0..<6 {
                connection.send(String(repeating: " ", count: 10))
                Thread.sleep(forTimeInterval: 0.1)
            }
            connection.send("1")
            #expect(connection.receive().hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `a handler whose time is over is cancelled, and its client told`() async throws {
        let wasCancelled = Flag()
        try await withRunningServer(
            limits: limits { $0.handler = .milliseconds(500) },
            routes: .with {
                $0.get("/") { _ in .text("hello") }
                $0.get("/slow") { _ in
                    do { try await Task.sleep(for: .seconds(60)) } catch {
                        wasCancelled.set()
                        throw error
                    }
                    return .noContent
                }
            }
        ) { port in
            let connection = try Connection(port: port)
            connection.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"), "\(answer)")
            #expect(answer.contains("The answer took too long"))
            #expect(answer.lowercased().contains("x-request-id: "))
            #expect(connection.isEnded())
            #expect(try isAlive(port))
        }
        #expect(wasCancelled.isSet)
    }

    @Test func `the client of a handler that does not stop is told without it`() async throws {
        let gate = Flag()
        try await withRunningServer(
            limits: limits { $0.handler = .milliseconds(300) },
            routes: .with {
                $0.get("/") { _ in .text("hello") }
                $0.get("/deaf") { _ in
                    while !gate.isSet { await Task.yield() }
                    return .noContent
                }
            }
        ) { port in
            defer { gate.set() }
            let answer = try ask(port, "GET /deaf HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 503 "), "\(answer)")
            #expect(answer.contains("The answer took too long"))
        }
    }

    @Test func `a handler that outlives the end of the server is cancelled, and its client told`() async throws {
        let hasBegun = Flag()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let routes = Routes.with {
            $0.get("/slow") { _ in
                hasBegun.set()
                try await Task.sleep(for: .seconds(60))
                return .noContent
            }
        }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = HTTPServer(
            try Dispatcher(routes: routes, errors: .problemDetails, logger: logger),
            at: .address(host: "127.0.0.1", port: 0), logger: logger
        ) { port.yield($0) }
        var configuration = ServiceGroupConfiguration(services: [.init(service: server)], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(1)
        let group = ServiceGroup(configuration: configuration)
        let running = Task { try? await group.run() }
        var iterator = ports.makeAsyncIterator()
        let number = try #require(await iterator.next())
        let asking = Task.detached { try ask(number, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") }
        while !hasBegun.isSet { try await Task.sleep(for: .milliseconds(10)) }
        await group.triggerGracefulShutdown()
        let answer = try await asking.value
        #expect(answer.hasPrefix("HTTP/1.1 503 "), "\(answer)")
        #expect(answer.contains("The server is shutting down"))
        _ = await running.value
    }

    @Test func `a connection without a request ends`() async throws {
        try await withRunningServer(limits: limits { $0.idle = .seconds(1) }) { port in
            let silent = try Connection(port: port)
            let used = try Connection(port: port)
            used.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(used.receive().hasSuffix("hello"))
            #expect(silent.isEnded())
            #expect(used.isEnded())
            #expect(try isAlive(port))
        }
    }

    @Test func `a client that does not read its answer is let go`() async throws {
        try await withRunningServer(
            limits: limits {
                $0.idle = .milliseconds(500)
                $0.connections = 1
            },
            routes: .with {
                $0.get("/") { _ in .text("hello") }
                $0.get("/large") { _ in .text(String(repeating: "x", count: 32 << 20)) }
            }
        ) { port in
            let deaf = try Connection(port: port)
            deaf.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try !isAlive(port))
            // There is room for another one only when it is gone.
            let end = ContinuousClock.now + .seconds(20)
            while try !isAlive(port), ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.05) }
            #expect(ContinuousClock.now < end)
            // What the system has taken from the server is still there to read, and not the rest.
            #expect(deaf.countRest() < 32 << 20)
        }
    }
}

/// Something that happened.
final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
