package import Logging
internal import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes each entry of the log as one line: for people, or as JSON for programs.
///
/// ```
/// 2026-11-20T09:30:00.000Z info request method=GET path=/api/posts status=200 us=212 bytes=5120 client=192.0.2.7 …
/// {"time":"2026-11-20T09:30:00.000Z","level":"info","message":"request","method":"GET","path":"/api/posts",…}
/// ```
package struct LineLogHandler: LogHandler {
    /// What lines look like: `LOG_FORMAT`.
    package enum Format: String, CaseIterable, Sendable { case text, json }

    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let format: Format
    private let output: LogOutput

    init(_ format: Format, to output: LogOutput = .standardError) {
        self.format = format
        self.output = output
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        if let more = metadataProvider?.get() { fields.merge(more) { $1 } }
        if let more = event.metadata { if fields.isEmpty { fields = more } else { fields.merge(more) { $1 } } }
        let time = ISO8601.string(from: Date()) ?? ""
        // What went wrong may be the last thing that the process says.
        output.add(isUrgent: event.level >= .warning) { line in
            switch format {
            case .text: LogText.write(time, event, fields, to: &line)
            case .json: LogJSON.write(time, event, fields, to: &line)
            }
        }
    }

    /// In which order a line has its fields: those of requests first, as people read them, then others by name.
    static func ordered(_ fields: Logger.Metadata) -> [(String, Logger.MetadataValue)] {
        var ordered: [(String, Logger.MetadataValue)] = []
        ordered.reserveCapacity(fields.count)
        for name in first { if let value = fields[name] { ordered.append((name, value)) } }
        guard ordered.count < fields.count else { return ordered }
        return ordered + fields.filter { !first.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static let first = ["method", "path", "status", "us", "bytes", "client", "request", "route"]
}

/// A line for people.
enum LogText {
    static func write(
        _ time: String, _ event: LogEvent, _ fields: Logger.Metadata, to line: inout [UInt8]
    ) {
        line += time.utf8
        line.append(UInt8(ascii: " "))
        line += event.level.rawValue.utf8
        line.append(UInt8(ascii: " "))
        append(event.message.description, to: &line)
        for (name, value) in LineLogHandler.ordered(fields) {
            line.append(UInt8(ascii: " "))
            line += name.utf8
            line.append(UInt8(ascii: "="))
            append(value: value, to: &line)
        }
        if let error = event.error {
            line.append(UInt8(ascii: " "))
            append("\(error)", to: &line)
        }
        line.append(UInt8(ascii: "\n"))
    }

    /// A number or a word as it is, anything else in quotes.
    private static func append(value: Logger.MetadataValue, to line: inout [UInt8]) {
        let text = value.description
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x7F }
        guard !isPlain else { return line.append(contentsOf: text.utf8) }
        line += JSONWriter.bytes(of: text)
    }

    /// Further lines of a text are set in, so that nothing looks like an entry that is none.
    private static func append(_ text: String, to line: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x0A: line += "\n    ".utf8
            case 0x00..<0x20, 0x7F: line.append(UInt8(ascii: "?"))
            default: line.append(byte)
            }
        }
    }
}

/// A line for programs.
enum LogJSON {
    static func write(_ time: String, _ event: LogEvent, _ fields: Logger.Metadata, to line: inout [UInt8]) {
        var json = JSONWriter(capacity: 320)
        json.object {
            $0.member("time", time)
            $0.member("level", event.level.rawValue)
            $0.member("message", event.message.description)
            for (name, value) in LineLogHandler.ordered(fields) where !["time", "level", "message"].contains(name) {
                $0.member(named: name, self.value(value))
            }
            if let error = event.error { $0.member("error", "\(error)") }
        }
        line += json.bytes
        line.append(UInt8(ascii: "\n"))
    }

    private static func value(_ value: Logger.MetadataValue) -> JSON {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let number as Int): .integer(number)
        case .stringConvertible(let number as Int64): .integer(Int(number))
        default: .string(value.description)
        }
    }
}
