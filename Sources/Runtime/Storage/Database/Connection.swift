/// One session with a database, used by one task at a time and on the database's own threads.
///
/// A connection keeps the statements it has prepared, by their text: give it the same text for the same shape.
package protocol Connection: AnyObject {
    /// Runs a statement and calls `body` once for each row, while the row is at hand.
    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws

    /// Runs a statement for its effect; rows that it returns are passed over.
    @discardableResult
    func execute(_ sql: String, _ values: Values) throws -> Execution

    /// Runs any number of statements without values, as they stand in a script.
    func run(script: String) throws

    /// Whether a transaction is open. An engine may end one by itself, when the disk is full for instance.
    var isInTransaction: Bool { get }

    /// Whether the open transaction takes no more statements, since one of them failed; few engines do that.
    var isTransactionAborted: Bool { get }

    /// Whether it can still be used, to the best of its knowledge. Asked each time it is lent, so it must cost next to
    /// nothing; a server that went away is noticed without a round trip.
    var isUsable: Bool { get }

    /// How long a statement may run, nil for no end.
    var statementTimeout: Duration? { get set }
}

/// What a statement did.
package struct Execution: Sendable, Hashable {
    /// How many rows were inserted, found to be changed or deleted.
    package var rowsAffected: Int
    /// The key that the database gave to the inserted row, where it gave and tells one (``Dialect/tellsInsertedKey``).
    package var lastInsertID: Int64?
    /// How far the keys that one INSERT was given are apart.
    package var keyStep: Int64

    package init(rowsAffected: Int, lastInsertID: Int64?, keyStep: Int64 = 1) {
        self.rowsAffected = rowsAffected
        self.lastInsertID = lastInsertID
        self.keyStep = keyStep
    }
}

extension Connection {
    package var isTransactionAborted: Bool { false }

    /// The rows of a statement, each read by `decode`.
    package func all<R>(_ sql: String, _ values: Values = Values(), _ decode: (Row) throws -> R) throws -> [R] {
        var rows: [R] = []
        try query(sql, values) { rows.append(try decode($0)) }
        return rows
    }

    /// The first row of a statement, nil when there is none.
    package func first<R>(_ sql: String, _ values: Values = Values(), _ decode: (Row) throws -> R) throws -> R? {
        var found: R?
        try query(sql, values) { if found == nil { found = try decode($0) } }
        return found
    }

    /// Runs a statement without values for its effect.
    @discardableResult
    package func execute(_ sql: String) throws -> Execution {
        try execute(sql, Values())
    }
}
