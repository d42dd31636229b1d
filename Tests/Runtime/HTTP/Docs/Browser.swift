import Foundation
import ScaffoldStorage
import Testing

/// A headless Chromium with one empty page, told what to do over pipes in the words of its DevTools protocol.
actor Browser {
    struct Gone: Error {}
    struct Refused: Error { var answer: JSON }
    struct Never: Error { var condition: String }

    /// Where Chromium is; nil where it is not installed.
    static let executable = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())
    private let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    private var session: JSON?
    private var calls = 0
    private var waiting: [Int: CheckedContinuation<JSON, any Error>] = [:]
    private(set) var events: [JSON] = []

    init() async throws {
        let executable = try #require(Self.executable)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The protocol's pipes are descriptors 3 and 4.
        let flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --remote-debugging-pipe"
        let command = "exec \"$0\" \(flags) --user-data-dir=\"$1\" about:blank 3<&0 4>&1 </dev/null >/dev/null 2>&1"
        process.arguments = ["-c", command, executable, folder.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        listen()
        let page = try await call("Target.createTarget", ["url": "about:blank"])["targetId"]
        session = try await call("Target.attachToTarget", ["targetId": page, "flatten": true])["sessionId"]
        for part in ["Page", "Runtime", "Network", "Log", "Audits"] { _ = try await call("\(part).enable") }
    }

    /// Ends it.
    func close() async {
        process.terminate()
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Calls a method of the protocol.
    @discardableResult
    func call(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
        calls += 1
        let id = calls
        var message = JSONObject()
        message["id"] = .integer(id)
        message["method"] = .string(method)
        message["params"] = parameters
        message["sessionId"] = session
        let text = JSON.object(message).description + "\0"
        return try await withCheckedThrowingContinuation { continuation in
            waiting[id] = continuation
            do { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) } catch {
                waiting.removeValue(forKey: id)?.resume(throwing: error)
            }
        }
    }

    /// The value of an expression in the page; of a promise, what it comes to.
    @discardableResult
    func evaluate(_ expression: String) async throws -> JSON {
        let answer = try await call(
            "Runtime.evaluate",
            ["expression": .string(expression), "awaitPromise": true, "returnByValue": true, "userGesture": true])
        guard answer["exceptionDetails"].isNull else { throw Refused(answer: answer) }
        return answer["result"]["value"]
    }

    /// Waits until an expression is true in the page.
    func wait(until condition: String) async throws {
        for _ in 0..<1000 {
            if try await evaluate("!!(\(condition))") == true { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Never(condition: condition)
    }

    /// Presses a key, such as `Tab`, `Enter` or `a`.
    func press(_ key: String) async throws {
        let code = ["Tab": 9, "Enter": 13, " ": 32][key] ?? 0
        let isText = key == "Enter" || key.count == 1
        let down: JSON = [
            "type": "keyDown", "key": .string(key), "windowsVirtualKeyCode": .integer(code),
            "text": .string(isText ? (key == "Enter" ? "\r" : key) : ""),
        ]
        try await call("Input.dispatchKeyEvent", down)
        try await call("Input.dispatchKeyEvent", ["type": "keyUp", "key": .string(key)])
    }

    /// The addresses that the page asked for.
    var requests: [String] {
        events.filter { $0["method"] == "Network.requestWillBeSent" }
            .compactMap { $0["params"]["request"]["url"].string }
    }

    /// What went wrong in the page: errors, warnings, what its policy refused. What the server answered is no part of it.
    var complaints: [String] {
        events.filter { event in
            switch event["method"].string {
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled": true
            case "Log.entryAdded": event["params"]["entry"]["source"] != "network"
            case "Audits.issueAdded": event["params"]["issue"]["code"] == "ContentSecurityPolicyIssue"
            default: false
            }
        }.map(\.description)
    }

    /// Reads what Chromium says, on a thread of its own: each message ends with a zero.
    private func listen() {
        let handle = output.fileHandleForReading
        try? output.fileHandleForWriting.close()
        Thread { [weak self] in
            var rest = Data()
            while true {
                let data = handle.availableData
                guard !data.isEmpty else { break }
                rest += data
                while let end = rest.firstIndex(of: 0) {
                    let text = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                    rest = Data(rest[(end + 1)...])
                    guard let message = try? JSON(parsing: text) else { continue }
                    Task { [weak self] in await self?.take(message) }
                }
            }
            Task { [weak self] in await self?.end() }
        }.start()
    }

    private func take(_ message: JSON) {
        guard let id = message["id"].int else { return events.append(message) }
        guard let continuation = waiting.removeValue(forKey: id) else { return }
        if message["error"].isNull {
            continuation.resume(returning: message["result"])
        } else {
            continuation.resume(throwing: Refused(answer: message["error"]))
        }
    }

    private func end() {
        for (_, continuation) in waiting { continuation.resume(throwing: Gone()) }
        waiting = [:]
    }
}
