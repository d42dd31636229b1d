/// What every error of a database has: words for people, and the statement where there was one.
/// Bound values are never part of either.
public protocol DatabaseFailure: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    var message: String { get }
    /// The statement, with marks in place of its values.
    var sql: String? { get }
}

extension DatabaseFailure {
    public var description: String { sql.map { "\(message)\n  in: \($0)" } ?? message }
}

/// A database refused a statement for a reason that has no error of its own.
public struct DatabaseError: DatabaseFailure, Hashable {
    /// The engine's code: SQLite's extended result code, MySQL's error number; 0 where there is none.
    public var code: Int
    /// The code of the SQL standard, `42P01`, where the engine says it.
    public var state: String?
    public var message: String
    public var sql: String?

    public init(code: Int, state: String? = nil, message: String, sql: String? = nil) {
        self.code = code
        self.state = state
        self.message = message
        self.sql = sql
    }
}

/// A row with the same values is there already.
public struct UniqueConstraintError: DatabaseFailure, Hashable {
    /// The table, where the engine says it.
    public var table: String?
    /// The columns that must be unique together; empty when the engine names only an index.
    public var columns: [String]
    /// The index or constraint, where the engine says it.
    public var constraint: String?
    /// The sentence that the model has for it, to be shown to people.
    public var text: String?
    public var sql: String?

    public init(
        table: String?, columns: [String], constraint: String? = nil, text: String? = nil, sql: String? = nil
    ) {
        self.table = table
        self.columns = columns
        self.constraint = constraint
        self.text = text
        self.sql = sql
    }

    public var message: String {
        columns.isEmpty
            ? "a row with these values is there already (\(constraint ?? table ?? "unique constraint"))"
            : "\(columns.joined(separator: ", ")) must be unique\(table.map { " in \($0)" } ?? "")"
    }
}

/// A row names another one that is not there, or is named by one that would be left alone.
public struct ForeignKeyConstraintError: DatabaseFailure, Hashable {
    /// The table whose rows refer to others, where it is known; else that of the statement.
    public var table: String?
    /// Its columns that refer to another table, where they are known; of the table that was written, attributes.
    public var columns: [String]
    /// The constraint, where the engine says it.
    public var constraint: String?
    public var sql: String?

    public init(table: String? = nil, columns: [String] = [], constraint: String? = nil, sql: String? = nil) {
        self.table = table
        self.columns = columns
        self.constraint = constraint
        self.sql = sql
    }

    public var message: String {
        let place = columns.isEmpty ? constraint : columns.joined(separator: ", ") + (table.map { " of \($0)" } ?? "")
        return "a row refers to one that is not there, or is referred to by one that is"
            + (place.map { " (\($0))" } ?? "")
    }
}

/// A column that must have a value was given none.
public struct NotNullConstraintError: DatabaseFailure, Hashable {
    public var table: String?
    public var column: String
    public var sql: String?

    public init(table: String?, column: String, sql: String? = nil) {
        self.table = table
        self.column = column
        self.sql = sql
    }

    public var message: String { "\(table.map { "\($0)." } ?? "")\(column) cannot be null" }
}

/// A row does not keep a CHECK of its table: an enum's column holds only the enum's words, for instance.
public struct CheckConstraintError: DatabaseFailure, Hashable {
    /// The constraint's name, or its expression where it has none.
    public var constraint: String
    /// The columns that it is about, where they are known.
    public var columns: [String]
    public var sql: String?

    public init(constraint: String, columns: [String] = [], sql: String? = nil) {
        self.constraint = constraint
        self.columns = columns
        self.sql = sql
    }

    public var message: String {
        "the check \(constraint) does not hold\(columns.isEmpty ? "" : " for \(columns.joined(separator: ", "))")"
    }
}

/// A text or a number does not fit into its column.
public struct ValueTooLongError: DatabaseFailure, Hashable {
    /// The table, where the engine says it.
    public var table: String?
    /// The column, where the engine says it.
    public var column: String?
    public var sql: String?

    public init(table: String? = nil, column: String? = nil, sql: String? = nil) {
        self.table = table
        self.column = column
        self.sql = sql
    }

    public var message: String { "\(column.map { "the value of \($0)" } ?? "a value") does not fit into its column" }
}

/// A transaction could not be kept apart from another one, or both waited for each other; the database rolled it back.
/// Run anew it may well succeed.
public struct SerializationFailureError: DatabaseFailure, Hashable {
    /// Whether each waited for the other.
    public var isDeadlock: Bool
    public var sql: String?

    public init(isDeadlock: Bool, sql: String? = nil) {
        self.isDeadlock = isDeadlock
        self.sql = sql
    }

    public var message: String {
        isDeadlock
            ? "two transactions waited for each other; this one was rolled back"
            : "another transaction changed what this one has read; it was rolled back"
    }
}

/// The connection was lost while a statement ran: whether it was carried out is not known. A transaction that was open
/// is rolled back by the server.
public struct ConnectionLostError: DatabaseFailure, Hashable {
    public var message: String
    public var sql: String?

    public init(message: String, sql: String? = nil) {
        self.message = message
        self.sql = sql
    }
}

/// A statement ran longer than it may, or a connection was not free in time.
public struct DatabaseTimeoutError: DatabaseFailure, Hashable {
    public var message: String
    public var sql: String?

    public init(message: String, sql: String? = nil) {
        self.message = message
        self.sql = sql
    }
}

/// The database cannot be reached or opened.
public struct ConnectionError: DatabaseFailure, Hashable {
    public var message: String
    public var sql: String? { nil }

    public init(message: String) {
        self.message = message
    }
}
