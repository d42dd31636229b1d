import Foundation
import Synchronization

/// `scaffold dev` in an app, and what it has printed so far.
final class Development {
    let process: Process
    private let log: URL
    private var seen = 0

    struct NeverSaid: Error { var words: String, log: String }

    init(_ tool: Tool, port: Int) throws {
        log = FileManager.default.temporaryDirectory.appending(path: "dev-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process = tool.process(Tool.executable, ["dev", "--port", String(port)])
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    /// Waits until it says some words, and takes what was said up to their end.
    @discardableResult
    func says(_ words: String, within time: Duration = .seconds(900)) async throws -> String {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end, process.isRunning {
            let text = try String(contentsOf: log, encoding: .utf8).dropFirst(seen)
            if let range = text.firstRange(of: words) {
                let said = text[..<range.upperBound]
                seen += said.count
                return String(said)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw NeverSaid(words: words, log: (try? String(contentsOf: log, encoding: .utf8)) ?? "")
    }

    /// Sends a signal, and gives the exit status.
    func end(by signal: Int32) async -> Int32 {
        kill(process.processIdentifier, signal)
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        try? FileManager.default.removeItem(at: log)
        return process.terminationStatus
    }
}

/// Clients that ask without a pause, some on a new connection for each request, some on one for as long as the server
/// lets them.
final class Hammer: Sendable {
    struct Result {
        var answered = 0
        /// Connections that were refused, and requests that were not answered with 200.
        var failures: [String] = []
    }

    private struct State {
        var result = Result()
        var isOver = false
        var running = 0
    }

    private let state = Mutex(State())

    init(port: Int, path: String, clients: Int = 4) {
        state.withLock { $0.running = clients }
        for number in 0..<clients {
            Thread { [self] in
                hammer(port, path, keepsAlive: number % 2 == 0)
                state.withLock { $0.running -= 1 }
            }.start()
        }
    }

    /// Lets every client finish its request.
    func stop() async throws -> Result {
        state.withLock { $0.isOver = true }
        while state.withLock({ $0.running }) > 0 { try await Task.sleep(for: .milliseconds(10)) }
        return state.withLock { $0.result }
    }

    private func hammer(_ port: Int, _ path: String, keepsAlive: Bool) {
        let request = "GET \(path) HTTP/1.1\r\nHost: x\r\n\(keepsAlive ? "" : "Connection: close\r\n")\r\n"
        var connection: PlainConnection?
        while !state.withLock({ $0.isOver }) {
            guard let current = connection ?? PlainConnection(port: port) else {
                state.withLock { $0.result.failures.append("refused") }
                continue
            }
            let answer = current.answer(to: request)
            let isGood = answer.hasPrefix("HTTP/1.1 200 OK")
            state.withLock { state in
                if isGood { state.result.answered += 1 } else { state.result.failures.append(answer) }
            }
            let isLast = !isGood || !keepsAlive || answer.lowercased().contains("connection: close")
            connection = isLast ? nil : current
            // The machine builds at the same time.
            usleep(2000)
        }
    }
}

/// A TCP connection without a library that would try again in silence.
final class PlainConnection {
    private let descriptor: Int32

    init?(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let descriptor = descriptor
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The answer in full, or as much of it as came.
    func answer(to request: String) -> String {
        guard send(descriptor, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0 else { return "not sent" }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return "cut off: " + String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound].lowercased()
            guard let field = head.firstRange(of: "content-length: ") else { continue }
            let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
            if text[end.upperBound...].utf8.count >= length { return text }
        }
    }
}
