import CSQLite

/// The prepared statements of a connection, by their text; beyond the limit the one goes that was not used for longest.
final class SQLiteStatementCache {
    private let connection: OpaquePointer
    private let limit: Int
    private var statements: [SQLiteStatementText: SQLiteStatement] = [:]
    private var clock: UInt64 = 0

    init(_ connection: OpaquePointer, limit: Int) {
        self.connection = connection
        self.limit = max(1, limit)
    }

    var count: Int { statements.count }

    /// Lends the statement of a text, ready to be bound, and resets it afterwards.
    func withStatement<R>(_ sql: String, _ body: (SQLiteStatement) throws -> R) throws -> R {
        let statement = try statement(sql)
        statement.isInUse = true
        defer {
            statement.reset()
            statement.isInUse = false
        }
        return try body(statement)
    }

    func removeAll() {
        for statement in statements.values { statement.finalize() }
        statements = [:]
    }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        clock += 1
        let text = SQLiteStatementText(sql)
        if let cached = statements[text] {
            // The same text inside of its own rows: a statement of its own, for this once.
            guard !cached.isInUse else { return try SQLiteStatement(connection, sql) }
            cached.lastUse = clock
            return cached
        }
        let prepared = try SQLiteStatement(connection, sql)
        if statements.count >= limit { removeOldest() }
        prepared.lastUse = clock
        statements[text] = prepared
        return prepared
    }

    private func removeOldest() {
        let oldest = statements.values.filter { !$0.isInUse }.min { $0.lastUse < $1.lastUse }
        guard let oldest else { return }
        statements[SQLiteStatementText(oldest.sql)] = nil
        oldest.finalize()
    }
}
