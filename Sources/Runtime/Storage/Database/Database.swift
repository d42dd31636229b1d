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
    private let readers: Slots<Session>

    /// Opens a database; a file that is not there yet is made.
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened, ``ConfigurationError`` for an engine that the app was
    ///   built without.
    public init(_ configuration: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.database")) throws {
        self.configuration = configuration
        self.logger = logger
        let engine = try Engines.engine(for: configuration, logger: logger)
        self.engine = engine
        dialect = engine.dialect
        func sessions(_ count: Int, _ open: @escaping @Sendable () throws -> any Connection) -> [Session] {
            (0..<max(1, count)).map { _ in Session(open) }
        }
        let writing: [Session]
        switch engine.pool {
        case .oneWriter(let count):
            writing = sessions(1, engine.openWriter)
            writer = Slots(writing, name: "writing connection", timeout: configuration.waitTimeout)
            readers = Slots(
                sessions(count, engine.openReader), name: "reading connection", timeout: configuration.waitTimeout)
        case .alike(let count):
            writing = sessions(count, engine.openWriter)
            writer = Slots(writing, name: "connection", timeout: configuration.waitTimeout)
            readers = writer
        }
        // Before anything is thrown: what is there to be thrown away is deinitialized, and gives the room back.
        BlockingExecutor.shared.reserve(connections: engine.pool.count)
        // Whether the database can be opened at all is told now. (The last one is lent first.)
        _ = try writing.last?.connection()
    }

    deinit {
        BlockingExecutor.shared.release(connections: engine.pool.count)
    }

    /// Reads: the body gets a connection for as long as it runs, that of the transaction at hand if there is one.
    package func read<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        try await use(readers, body)
    }

    /// Writes: the body gets the writing connection, that of the transaction at hand if there is one. Without one,
    /// every statement stands for itself; what must hold together goes into ``atomic(_:)`` or a transaction.
    package func write<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        try await use(writer, body)
    }

    /// Writes all or nothing: the body's statements are one transaction, or one savepoint of the transaction at hand.
    /// Nothing else runs on the connection meanwhile, so this is safe beside other queries of the same transaction.
    package func atomic<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        let nested = transaction != nil
        return try await use(writer) { [engine] connection in
            try nested
                ? connection.savepoint("scaffold_atomic", body)
                : connection.transaction(begin: { try engine.begin($0, TransactionOptions()) }, body)
        }
    }

    /// The writing connection outside of any transaction and without an end to how long a statement may run:
    /// for what changes tables.
    package func exclusive<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        guard transaction == nil else { throw TransactionError(.cannotMigrate) }
        return try await use(writer) { connection in
            let timeout = connection.statementTimeout
            connection.statementTimeout = nil
            defer { connection.statementTimeout = timeout }
            return try body(connection)
        }
    }

    private func use<R: Sendable>(
        _ slots: Slots<Session>, _ body: @Sendable (any Connection) throws -> R
    ) async throws -> R {
        if let transaction {
            return try await BlockingExecutor.shared.run { try await transaction.perform(body) }
        }
        return try await BlockingExecutor.shared.run {
            try await slots.use { session in try body(session.connection()) }
        }
    }
}
