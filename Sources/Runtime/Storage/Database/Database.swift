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
/// Reads run side by side, writes one after another; a query waits for a free connection without blocking a thread.
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
    /// - Throws: ``ConnectionError`` when it cannot be opened.
    public init(_ configuration: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.database")) throws {
        self.configuration = configuration
        self.logger = logger
        let engine = Engines.engine(for: configuration, logger: logger)
        self.engine = engine
        dialect = engine.dialect
        let session = Session { try engine.openWriter() }
        _ = try session.connection()
        writer = Slots([session], name: "writing connection", timeout: configuration.waitTimeout)
        readers =
            engine.readers == 0
            ? writer
            : Slots(
                (0..<engine.readers).map { _ in Session { try engine.openReader() } },
                name: "reading connection", timeout: configuration.waitTimeout)
        BlockingExecutor.shared.reserve(connections: engine.readers + 1)
    }

    deinit {
        BlockingExecutor.shared.release(connections: engine.readers + 1)
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
                : connection.transaction(begin: engine.begin, body)
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
