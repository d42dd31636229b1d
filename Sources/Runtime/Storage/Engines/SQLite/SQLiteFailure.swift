import CSQLite

/// SQLite's codes and messages as typed errors.
enum SQLiteFailure {
    static func error(_ connection: OpaquePointer, status: Int32, sql: String?) -> any Error {
        error(status: status, message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }

    static func error(status: Int32, message: String, sql: String?) -> any Error {
        // Code and reason stand in sqlite3.h: the low byte is the family, the rest says which of it.
        switch status {
        case uniqueConstraint, primaryKeyConstraint, rowidConstraint: return unique(message, sql)
        case notNullConstraint:
            let (table, columns) = names(subject(message))
            return NotNullConstraintError(table: table, column: columns.first ?? subject(message), sql: sql)
        case foreignKeyConstraint: return ForeignKeyConstraintError(sql: sql)
        // RESTRICT is carried out by a trigger of SQLite's own
        case triggerConstraint where message == "FOREIGN KEY constraint failed":
            return ForeignKeyConstraintError(sql: sql)
        case checkConstraint: return CheckConstraintError(constraint: subject(message), sql: sql)
        case _ where status & 0xFF == SQLITE_BUSY:
            return DatabaseTimeoutError(message: "another process holds the database's lock", sql: sql)
        case _ where status & 0xFF == SQLITE_READONLY:
            return DatabaseError(
                code: Int(status),
                message: "\(message): this connection only reads. A statement that writes goes through "
                    + "database.execute(…), or database.query(…, writing: true) when it returns rows", sql: sql)
        default: return DatabaseError(code: Int(status), message: message, sql: sql)
        }
    }

    private static func unique(_ message: String, _ sql: String?) -> UniqueConstraintError {
        let subject = subject(message)
        // An index over expressions is named, not its columns: index 'users_lower_email'.
        if subject.hasPrefix("index '"), subject.hasSuffix("'") {
            return UniqueConstraintError(
                table: nil, columns: [], constraint: String(subject.dropFirst(7).dropLast()), sql: sql)
        }
        let (table, columns) = names(subject)
        return UniqueConstraintError(table: table, columns: columns, sql: sql)
    }

    /// What stands behind the colon: `UNIQUE constraint failed: users.email`.
    private static func subject(_ message: String) -> String {
        message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? message
    }

    /// `users.email, users.name`: the table and its columns. The table's name may hold a point itself.
    private static func names(_ subject: String) -> (table: String?, columns: [String]) {
        let names = subject.split(separator: ", ").map { name -> (table: Substring?, column: Substring) in
            guard let point = name.lastIndex(of: ".") else { return (nil, name) }
            return (name[..<point], name[name.index(after: point)...])
        }
        return (names.first?.table.map(String.init), names.map { String($0.column) })
    }

    private static func code(_ reason: Int32) -> Int32 { SQLITE_CONSTRAINT | reason << 8 }
    private static let checkConstraint = code(1)
    private static let foreignKeyConstraint = code(3)
    private static let notNullConstraint = code(5)
    private static let primaryKeyConstraint = code(6)
    private static let triggerConstraint = code(7)
    private static let uniqueConstraint = code(8)
    private static let rowidConstraint = code(10)
}
