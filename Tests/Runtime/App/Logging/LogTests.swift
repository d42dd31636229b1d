import Foundation
import Logging
import ScaffoldStorage
import Testing

@testable import ScaffoldApp

@Suite struct LogTests {
    /// What is written by a logger of this format.
    private func written(_ format: LineLogHandler.Format, _ log: (Logger) -> Void) throws -> String {
        let pipe = Pipe()
        let output = LogOutput(pipe.fileHandleForWriting.fileDescriptor)
        var handler = LineLogHandler(format, to: output)
        handler.logLevel = .debug
        log(Logger(label: "test") { [handler] _ in handler })
        output.flush()
        try pipe.fileHandleForWriting.close()
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    private let fields: Logger.Metadata = [
        "route": "/posts/:id", "us": .stringConvertible(212 as Int64), "status": .stringConvertible(200),
        "path": "/posts/7", "method": "GET", "zebra": "a \"b\"\n", "apple": "",
    ]

    @Test func `a line for people has its time, level, message and fields in order`() throws {
        let line = try written(.text) { $0.info("request", metadata: fields) }
        let time = try #require(line.firstIndex(of: " "))
        #expect(ISO8601.date(from: String(line[..<time])) != nil, "\(line)")
        let shown = "method=GET path=/posts/7 status=200 us=212 route=/posts/:id apple=\"\" zebra=\"a \\\"b\\\"\\n\""
        #expect(line[time...] == " info request \(shown)\n")
    }

    @Test func `a line for programs is JSON`() throws {
        let line = try written(.json) { $0.info("request", metadata: fields) }
        #expect(line.hasSuffix("}\n") && line.count(where: \.isNewline) == 1)
        let json = try JSON(parsing: Array(line.utf8))
        #expect(json["level"] == "info" && json["message"] == "request")
        #expect(json["status"] == 200 && json["us"] == 212 && json["zebra"] == "a \"b\"\n")
    }

    @Test func `nothing that is logged looks like an entry of its own`() throws {
        let text = "bad\n2026-11-20T09:30:00.000Z error forged\u{1B}[31m"
        let line = try written(.text) { $0.notice("\(text)") }
        #expect(line.hasSuffix("bad\n    2026-11-20T09:30:00.000Z error forged?[31m\n"))
        #expect(try written(.json) { $0.notice("\(text)") }.count(where: \.isNewline) == 1)
    }

    @Test func `lines of many threads come whole, and none is lost`() async throws {
        let pipe = Pipe()
        let output = LogOutput(pipe.fileHandleForWriting.fileDescriptor)
        let reader = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile() }
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for line in 0..<1000 { output.add(isUrgent: line % 100 == 0) { $0 += "<\(task) \(line)>\n".utf8 } }
                }
            }
        }
        output.flush()
        try pipe.fileHandleForWriting.close()
        let lines = String(decoding: await reader.value, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 8000)
        for task in 0..<8 {
            let own = lines.filter { $0.hasPrefix("<\(task) ") }
            #expect(own.map { String($0) } == (0..<1000).map { "<\(task) \($0)>" })
        }
    }

    @Test func `a line is written soon without being asked for`() async throws {
        let pipe = Pipe()
        let output = LogOutput(pipe.fileHandleForWriting.fileDescriptor)
        output.add(isUrgent: false) { $0 += "hello\n".utf8 }
        let data = await Task.detached { pipe.fileHandleForReading.availableData }.value
        #expect(data == Data("hello\n".utf8))
        output.flush()
    }
}
