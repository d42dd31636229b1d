import Logging

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Database {
    /// Runs the body with an empty database of the same engine and on the same server, which is removed at the end, also
    /// after an error. A file's is a temporary file.
    ///
    /// ```swift
    /// try await Database.withScratch(of: settings) { database in … }
    /// ```
    ///
    /// It is bound to the task as ``current``. What runs that were killed left behind is removed when it is a day old.
    ///
    /// - Parameter configuration: how the database at hand is used; nothing happens to that one.
    /// - Throws: ``ConnectionError`` when the database cannot be made, and what the body throws.
    package static func withScratch<R: Sendable>(
        of configuration: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.scratch"),
        _ body: @Sendable (Database) async throws -> R
    ) async throws -> R {
        let name = ScratchName(stem: configuration.url.name, time: Date())
        let settings = configuration.scratch(named: name.text)
        let engine = try Engines.engine(for: settings, logger: logger)
        try await BlockingExecutor.shared.run {
            // Leftovers do no harm: whoever may not remove them goes on.
            _ = try? removeLeftovers(of: name, settings, engine, logger)
            _ = try engine.create()
        }
        let result: Result<R, any Error>
        do {
            let database = try Database(settings, logger: logger)
            result = .success(try await database.run { try await body(database) })
        } catch {
            result = .failure(error)
        }
        do {
            try await BlockingExecutor.shared.run { try engine.discard() }
        } catch {
            guard case .success = result else { return try result.get() }
            throw error
        }
        return try result.get()
    }

    private static func removeLeftovers(
        of name: ScratchName, _ settings: DatabaseConfiguration, _ engine: any Engine, _ logger: Logger
    ) throws {
        for other in try engine.neighbours() where name.isLeftover(other) {
            try Engines.engine(for: settings.scratch(named: other), logger: logger).discard()
        }
    }
}

extension DatabaseConfiguration {
    fileprivate func scratch(named name: String) -> DatabaseConfiguration {
        var settings = self
        settings.url = url.scratch(named: name)
        // A server's connections are the app's; one that works alone needs few.
        settings.connections = min(connections ?? 3, 3)
        return settings
    }
}
