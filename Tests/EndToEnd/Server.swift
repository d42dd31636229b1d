import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A generated app that serves on a port of its own, driven over real HTTP.
final class Server {
    struct Answer {
        var status: Int
        var headers: [String: String]
        var body: Data

        /// The body as JSON: dictionaries, arrays, strings, numbers.
        var json: Any? { try? JSONSerialization.jsonObject(with: body) }

        /// The value at a path such as `data.author.id` or `data.0.title`.
        subscript<Value>(path: String, as type: Value.Type = Value.self) -> Value? {
            var value = json
            for part in path.split(separator: ".") {
                if let index = Int(part), let array = value as? [Any] {
                    value = array.indices.contains(index) ? array[index] : nil
                } else {
                    value = (value as? [String: Any])?[String(part)]
                }
            }
            return value as? Value
        }
    }

    struct NeverListened: Error { var log: String }

    let port: Int
    private let process: Process
    private let log: URL

    init(_ tool: Tool, port: Int) async throws {
        self.port = port
        log = FileManager.default.temporaryDirectory.appending(path: "serve-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process = tool.process(Tool.executable, ["serve", "--port", String(port)])
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        for _ in 0..<12_000 {
            if (try? await get("/api")) != nil { return }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
        throw NeverListened(log: (try? String(contentsOf: log, encoding: .utf8)) ?? "")
    }

    /// Asks the server to stop, as an operator would, and gives its exit status.
    func stop() async -> Int32 {
        process.terminate()
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        try? FileManager.default.removeItem(at: log)
        return process.terminationStatus
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path, nil) }
    func post(_ path: String, _ body: [String: Any]) async throws -> Answer { try await send("POST", path, body) }
    func put(_ path: String, _ body: [String: Any]) async throws -> Answer { try await send("PUT", path, body) }
    func patch(_ path: String, _ body: [String: Any]) async throws -> Answer { try await send("PATCH", path, body) }
    func delete(_ path: String) async throws -> Answer { try await send("DELETE", path, nil) }

    func send(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Answer {
        var request = URLRequest(url: URL(string: "http://127.0.0.1:\(port)\(path)")!)
        request.httpMethod = method
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        let http = response as! HTTPURLResponse
        let headers = http.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Answer(status: http.statusCode, headers: Dictionary(headers) { $1 }, body: data)
    }

    /// A port that nothing listens on at the moment of asking.
    static func freePort() -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, length)
                _ = getsockname(descriptor, $0, &length)
            }
            return Int(UInt16(bigEndian: $0.pointee.sin_port))
        }
    }
}
