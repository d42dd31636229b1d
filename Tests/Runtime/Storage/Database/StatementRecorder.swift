import Logging

@testable import ScaffoldStorage

/// Keeps what is logged, one line an entry: level, message, metadata.
final class StatementRecorder: LogHandler, Sendable {
    private let recorded = Locked<[String]>([])
    private let level: Logger.Level

    init(_ level: Logger.Level = .trace) {
        self.level = level
    }

    var lines: [String] { recorded.withLock { $0 } }

    var logLevel: Logger.Level {
        get { level }
        set {}
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        recorded.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
}
