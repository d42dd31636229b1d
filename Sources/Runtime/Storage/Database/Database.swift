import Logging

/// A database and the connections to it.
///
/// An app binds one around its services; models, queries and transactions use the one that is bound:
///
/// ```swift
/// let database = try Database(DatabaseConfiguration(url: .sqlite("db/development.sqlite3")))
/// try await database.run {
///     let posts = try await Post.findAll()
/// }
/// ```
///
/// On SQLite reads run side by side and writes one after another; on a server all run side by side. A query waits for
/// a free connection without blocking a thread.
public final class Database: Sendable {
    /// How the database is used.
    public let configuration: DatabaseConfiguration

    package let engine: any Engine
    /// What differs between engines.
    package let dialect: any Dialect

    let logger: Logger
    let writer: Slots<Session>
    let readers: Slots<Session>
    let upkeep: Task<Void, Never>?

    /// Opens a database; a file that is not there yet is made.
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened, ``ConfigurationError`` for an engine that the app was
    ///   built without.
    public convenience init(
        _ configuration: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.database")
    ) throws {
        try self.init(configuration, engine: Engines.engine(for: configuration, logger: logger), logger: logger)
    }

    init(_ configuration: DatabaseConfiguration, engine: any Engine, logger: Logger) throws {
        self.configuration = configuration
        self.logger = logger
        self.engine = engine
        dialect = engine.dialect
        func pool(
            _ name: String, _ count: Int, _ open: @escaping @Sendable () throws -> any Connection
        ) -> Slots<Session> {
            Slots(
                (0..<max(1, count)).map { _ in Session(open) }, name: name, timeout: configuration.waitTimeout,
                metrics: PoolMetrics(pool: name))
        }
        switch engine.pool {
        case .oneWriter(let count):
            writer = pool("writing connection", 1, engine.openWriter)
            readers = pool("reading connection", count, engine.openReader)
        case .alike(let count):
            writer = pool("connection", count, engine.openWriter)
            readers = writer
        }
        // Whether the database can be opened at all is told now: before all is set, so that nothing is deinitialized that
        // would give back room for threads which it never took.
        try writer.withNext { _ = try $0.connection() }
        upkeep = Self.upkeep(of: readers, every: configuration.idleTimeout)
        BlockingExecutor.shared.reserve(connections: engine.pool.count)
    }

    deinit {
        upkeep?.cancel()
        BlockingExecutor.shared.release(connections: engine.pool.count)
    }
}
