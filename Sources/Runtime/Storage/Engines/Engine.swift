import Logging

/// What a database is made of: one conformer and one folder an engine.
package protocol Engine: Sendable {
    var dialect: any Dialect { get }

    /// How many connections read side by side; 0 when reading and writing share the one connection.
    var readers: Int { get }

    /// Opens a connection that writes, and makes what is missing (a file, its folder).
    func openWriter() throws -> any Connection

    /// Opens a connection that only reads.
    func openReader() throws -> any Connection

    /// Begins a transaction that will write.
    func begin(_ connection: any Connection) throws

    /// Runs the operations of one migration as one transaction, under a lock that keeps other runners away.
    ///
    /// - Parameters:
    ///   - operations: what the body will carry out, for what must be prepared before the transaction begins.
    ///   - body: false when there was nothing to do.
    func migrate(
        _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
    ) throws -> Bool

    /// Makes an empty database; false when it is there already.
    func create() throws -> Bool

    /// Removes the database; false when there is none.
    func drop() throws -> Bool
}

/// The engines that there are, found by URL.
package enum Engines {
    package static func engine(for configuration: DatabaseConfiguration, logger: Logger) -> any Engine {
        SQLiteEngine(configuration, logger: logger)
    }
}
