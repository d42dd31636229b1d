/// Swift code that is a step of a migration, told apart from others by its name alone.
public struct MigrationCode: Sendable, Hashable {
    /// What it is called, in messages and in the migration's checksum.
    public let name: String
    let body: @Sendable (MigrationConnection) throws -> Void

    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The database as the code of a migration has it: inside of the migration's transaction.
public struct MigrationConnection {
    let connection: any Connection
    let dialect: any Dialect

    /// The rows of a statement, each read by a closure.
    ///
    /// ```swift
    /// let posts = try database.query("SELECT id, title FROM posts WHERE slug IS NULL LIMIT 1000") { row in
    ///     (id: try row[0] as Int, title: try row[1] as String)
    /// }
    /// ```
    ///
    /// - Throws: ``QueryError``, ``DatabaseFailure``, and what `read` throws.
    public func query<R>(_ sql: SQL, _ read: (Row) throws -> R) throws -> [R] {
        let (text, values) = try sql.written(for: dialect)
        return try connection.all(text, values, read)
    }

    /// Runs a statement for its effect.
    ///
    /// - Returns: how many rows it inserted, found to be changed or deleted.
    /// - Throws: ``QueryError`` or ``DatabaseFailure``.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        let (text, values) = try sql.written(for: dialect)
        return try connection.execute(text, values).rowsAffected
    }
}
