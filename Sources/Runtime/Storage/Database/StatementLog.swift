import Logging

/// Tells of statements that run: one for each database, given to its connections.
package struct StatementLog: Sendable {
    let logger: Logger

    /// Runs a statement and tells of it.
    func measure<R>(_ sql: String, _ body: () throws -> R) rethrows -> R {
        guard logger.logLevel <= .debug else { return try body() }
        let start = ContinuousClock.now
        defer { logger.debug("\(sql)", metadata: ["duration": "\(start.duration(to: .now))"]) }
        return try body()
    }
}
