import Logging

/// What a database is made of: one conformer and one folder an engine.
package protocol Engine: Sendable {
    var dialect: any Dialect { get }

    /// Which connections there are, and what they are for.
    var pool: PoolShape { get }

    /// Opens a connection that writes, and makes what is missing (a file, its folder).
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened.
    func openWriter() throws -> any Connection

    /// Opens a connection that only reads; where all connections are alike, one like the others.
    func openReader() throws -> any Connection

    /// Begins a transaction: one that will write, unless the options say that it only reads.
    func begin(_ connection: any Connection, _ options: TransactionOptions) throws

    /// Asks for the lock under which migrations run. It belongs to this connection, from one transaction to the next,
    /// until it is released or the process ends.
    func lockMigrations(_ connection: any Connection) throws -> MigrationLockAttempt

    /// What carries out operations on a connection.
    func schemaEditor(_ connection: any Connection) -> any SchemaEditor

    /// A connection on which operations can be tried that must not be carried out: one with the same tables, without
    /// rows. Nil where there is none to be had without touching the server.
    func rehearsal(of connection: any Connection) throws -> (any Connection)?

    /// Runs the operations of one migration, as one transaction where the engine's definitions can be taken back.
    ///
    /// - Parameters:
    ///   - operations: what the body will carry out, for what must be prepared before the transaction begins.
    ///   - body: false when there was nothing to do.
    func migrate(
        _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
    ) throws -> Bool

    /// The tables of the database as it is, in the order of their names. Tables of our own and Sequelize's, and what
    /// belongs to extensions, are left out.
    func describe(_ connection: any Connection) throws -> [TableDescription]

    /// The views of the database, in the order of their names.
    func views(_ connection: any Connection) throws -> [ViewDescription]

    /// Whether a failed migration is taken back as a whole. Where not, a change of a table keeps what was done before.
    var takesBackDefinitions: Bool { get }

    /// Whether it builds indexes while others write, which it then does outside of transactions.
    var buildsIndexesConcurrently: Bool { get }

    /// Whether an operation was refused because it had been carried out before. Asked only after a process was killed
    /// in the midst of it.
    func saysDone(_ operation: SchemaOperation, _ error: any Error) -> Bool

    /// Makes an empty database; false when it is there already.
    func create() throws -> Bool

    /// Removes the database; false when there is none.
    func drop() throws -> Bool

    /// Removes the database, whoever is still connected to it.
    func discard() throws

    /// The names of the databases beside this one: those of its server, or of its folder.
    func neighbours() throws -> [String]
}

extension Engine {
    package func openReader() throws -> any Connection { try openWriter() }

    package var takesBackDefinitions: Bool { true }

    package var buildsIndexesConcurrently: Bool { false }

    package func saysDone(_ operation: SchemaOperation, _ error: any Error) -> Bool { false }

    package func rehearsal(of connection: any Connection) throws -> (any Connection)? { nil }

    package func discard() throws { _ = try drop() }
}

/// The connections of a database.
package enum PoolShape: Sendable, Hashable {
    /// One that writes, and so many that read beside it.
    case oneWriter(readers: Int)
    /// So many that read and write.
    case alike(Int)

    /// How many there are in all.
    package var count: Int {
        switch self {
        case .oneWriter(let readers): readers + 1
        case .alike(let count): count
        }
    }
}

/// The engines that there are, found by URL.
package enum Engines {
    /// - Throws: ``ConfigurationError`` for an engine whose trait the app was built without.
    package static func engine(for configuration: DatabaseConfiguration, logger: Logger) throws -> any Engine {
        switch configuration.url.engine {
        case .sqlite: return SQLiteEngine(configuration, logger: logger)
        case .postgresql:
            #if PostgreSQL
                return PostgreSQLEngine(configuration, logger: logger)
            #else
                throw DatabaseEngine.postgresql.missing(source: "\(configuration.url)")
            #endif
        case .mysql:
            #if MySQL
                return MySQLEngine(configuration, logger: logger)
            #else
                throw DatabaseEngine.mysql.missing(source: "\(configuration.url)")
            #endif
        }
    }
}
