import Foundation
import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ServiceLifecycle
import Synchronization
import Testing

/// Servers that take each other's place at one socket.
@Suite struct HandoverTests {
    /// A running server.
    private struct Running {
        var group: ServiceGroup
        var task: Task<Void, any Error>

        func stop() async throws {
            await group.triggerGracefulShutdown()
            try await task.value
        }
    }

    /// What several clients have seen.
    private final class Load: Sendable {
        let counts = Mutex((answered: 0, failed: 0))
        let isOver = Atomic(false)
    }

    /// Keeps requests for `/slow` waiting until it is open.
    private final class Gate: Sendable {
        let isOpen = Atomic(false)
    }

    /// Serves at a socket; returns when clients are answered.
    private func serve(
        at socket: BoundSocket, saying word: String, slowUntil gate: Gate = Gate()
    ) async throws -> Running {
        var routes = Routes()
        routes.get("/") { _ in .text(word) }
        routes.get("/slow") { _ in
            while !gate.isOpen.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(10)) }
            return .text(word)
        }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let dispatcher = try Dispatcher(routes: routes, errors: .problemDetails, logger: logger)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = HTTPServer(dispatcher, at: .inherited(socket.handedOver()), logger: logger) { port.yield($0) }
        let group = ServiceGroup(services: [server], logger: logger)
        let task = Task { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        #expect(await iterator.next() == socket.port)
        return Running(group: group, task: task)
    }

    /// Runs what blocks in system calls on a thread of its own.
    private func onThread<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
        try await withCheckedContinuation { done in
            Thread { done.resume(returning: Result { try body() }) }.start()
        }.get()
    }

    @Test func `a socket that was handed over is served, and waits for the next server when this one stops`()
        async throws
    {
        let socket = BoundSocket()
        let port = socket.port
        let first = try await serve(at: socket, saying: "first")
        let answer = try await onThread { try Connection(port: port).asking("/") }
        #expect(answer.hasSuffix("\r\n\r\nfirst"))
        try await first.stop()

        let waiting = try Connection(port: port)
        waiting.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        let second = try await serve(at: socket, saying: "second")
        let late = try await onThread { waiting.receive() }
        #expect(late.hasSuffix("\r\n\r\nsecond"))
        try await second.stop()
    }

    @Test func `a server that stops finishes what it answers, and tells clients to connect anew`() async throws {
        let socket = BoundSocket()
        let port = socket.port
        let gate = Gate()
        let server = try await serve(at: socket, saying: "word", slowUntil: gate)
        let (busy, idle) = (try Connection(port: port), try Connection(port: port))
        let before = try await onThread {
            busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
            return try idle.asking("/")
        }
        #expect(!before.lowercased().contains("connection: close"))

        let stopped = Task { try await server.stop() }
        let (slow, late) = try await onThread {
            var late = try idle.asking("/")
            while !late.lowercased().contains("connection: close"), late.hasSuffix("word") {
                // It takes a moment until the server has heard of it.
                Thread.sleep(forTimeInterval: 0.01)
                late = try idle.asking("/")
            }
            gate.isOpen.store(true, ordering: .relaxed)
            return (busy.receive(), late)
        }
        for answer in [slow, late] {
            #expect(answer.hasSuffix("\r\n\r\nword"))
            #expect(answer.lowercased().contains("connection: close"))
        }
        #expect(try await onThread { busy.isEnded() && idle.isEnded() })
        try await stopped.value
    }

    @Test func `no request fails while servers take each other's place`() async throws {
        let socket = BoundSocket()
        let port = socket.port
        var server = try await serve(at: socket, saying: "0")
        let load = Load()
        try await withThrowingTaskGroup { tasks in
            for keepsAlive in [false, true, false, true] {
                tasks.addTask {
                    try await onThread {
                        var connection: Connection?
                        while !load.isOver.load(ordering: .relaxed) {
                            let current = try connection ?? Connection(port: port)
                            let answer = try current.asking("/", keepsAlive: keepsAlive)
                            let isGood = answer.hasPrefix("HTTP/1.1 200 OK")
                            load.counts.withLock { if isGood { $0.answered += 1 } else { $0.failed += 1 } }
                            connection = answer.lowercased().contains("connection: close") ? nil : current
                            if !keepsAlive { connection = nil }
                        }
                    }
                }
            }
            for number in 1...6 {
                try await Task.sleep(for: .milliseconds(100))
                let next = try await serve(at: socket, saying: "\(number)")
                try await server.stop()
                server = next
            }
            load.isOver.store(true, ordering: .relaxed)
            try await tasks.waitForAll()
        }
        try await server.stop()
        #expect(load.counts.withLock { $0.failed } == 0)
        #expect(load.counts.withLock { $0.answered } > 100)
    }
}

extension Connection {
    /// The answer to a request.
    fileprivate func asking(_ path: String, keepsAlive: Bool = true) throws -> String {
        send("GET \(path) HTTP/1.1\r\nHost: x\r\n" + (keepsAlive ? "" : "Connection: close\r\n") + "\r\n")
        return receive()
    }
}
