import Logging
import Metrics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tells of statements that run: in the log at the level `debug`, with a warning when they are slow, and to the metrics.
/// One for each database, given to its connections.
package struct StatementLog: Sendable {
    /// Longer texts are cut off: a bulk insert has a mark for each of its values.
    private static let longestText = 2000

    let logger: Logger
    private let slow: Duration?
    private let metrics: StatementMetrics?
    private let isVerbose: Bool
    /// Whether somebody wants to know of each statement.
    private let tellsAll: Bool
    private let showsValues: Bool

    /// - Parameter metrics: where they are counted; the backend must be bootstrapped before a database is opened.
    init(
        _ settings: DatabaseConfiguration, logger: Logger, metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        self.logger = logger
        slow = settings.slowQuery
        self.metrics = StatementMetrics(settings.url.engine, metrics)
        isVerbose = logger.logLevel <= .debug
        tellsAll = isVerbose || self.metrics != nil
        showsValues = settings.showsValues
    }

    /// Runs a statement, with the reading of its rows, and tells of it.
    ///
    /// - Parameter values: what is bound to it, for a log that may show it.
    func measure<R>(_ sql: String, _ values: Values = Values(), _ body: () throws -> R) rethrows -> R {
        guard slow != nil || tellsAll else { return try body() }
        let start = ContinuousClock.now
        do {
            let result = try body()
            let duration = start.duration(to: .now)
            if tellsAll { tell(sql, values, duration, nil) }
            if let slow, duration >= slow { warn(sql, duration) }
            return result
        } catch {
            let duration = start.duration(to: .now)
            tell(sql, values, duration, error)
            if let slow, duration >= slow { warn(sql, duration) }
            throw error
        }
    }

    private func tell(_ sql: String, _ values: Values, _ duration: Duration, _ error: (any Error)?) {
        metrics?.record(sql, duration, error)
        guard isVerbose else { return }
        var metadata: Logger.Metadata = ["duration": "\(duration)"]
        if showsValues, values.count > 0 { metadata["values"] = "\(Self.shortened(Self.text(of: values)))" }
        if let error { metadata["error"] = "\(type(of: error))" }
        logger.debug("\(Self.shortened(sql))", metadata: metadata)
    }

    private func warn(_ sql: String, _ duration: Duration) {
        logger.warning("slow query: \(Self.shortened(sql))", metadata: ["duration": "\(duration)"])
    }

    /// Dates in the form in which they are kept: Foundation's own ends the process for one that is far off.
    private static func text(of values: Values) -> String {
        let texts = values.items.map { value in
            guard case .date(let date) = value else { return "\(value)" }
            return "date(\(DateText.string(date) ?? "\(date.timeIntervalSince1970)"))"
        }
        return "[\(texts.joined(separator: ", "))]"
    }

    private static func shortened(_ sql: String) -> String {
        guard let end = sql.utf8.index(sql.startIndex, offsetBy: longestText, limitedBy: sql.endIndex),
            end < sql.endIndex
        else { return sql }
        return String(decoding: sql.utf8[..<end], as: UTF8.self) + "…"
    }
}
