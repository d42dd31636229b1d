import CSQLite

/// The prepared statements of a connection, by their text; beyond the limit the one goes that was not used for longest.
final class SQLiteStatementCache {
    private let connection: OpaquePointer
    private let limit: Int
    /// A statement stands on the shelf that its text's hash names. (A dictionary would hash the hash once more, so that
    /// it withstands chosen keys, and that costs more than all the rest of finding a statement.)
    @exclusivity(unchecked) private var shelves = [[SQLiteStatement]](repeating: [], count: 256)
    private(set) var count = 0
    @exclusivity(unchecked) private var clock: UInt64 = 0

    init(_ connection: OpaquePointer, limit: Int) {
        self.connection = connection
        self.limit = max(1, limit)
    }

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
        for index in shelves.indices {
            for statement in shelves[index] { statement.finalize() }
            shelves[index] = []
        }
        count = 0
    }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        clock += 1
        let shelf = shelf(of: sql)
        if let cached = shelves[shelf].first(where: { $0.sql == sql }) {
            // The same text inside of its own rows: a statement of its own, for this once.
            guard !cached.isInUse else { return try SQLiteStatement(connection, sql) }
            cached.lastUse = clock
            return cached
        }
        let prepared = try SQLiteStatement(connection, sql)
        if count >= limit { removeOldest() }
        prepared.lastUse = clock
        shelves[shelf].append(prepared)
        count += 1
        return prepared
    }

    private func shelf(of sql: String) -> Int {
        Int(SQLiteStatementText.hash(sql) % UInt64(shelves.count))
    }

    private func removeOldest() {
        let oldest = shelves.joined().filter { !$0.isInUse }.min { $0.lastUse < $1.lastUse }
        guard let oldest else { return }
        shelves[shelf(of: oldest.sql)].removeAll { $0 === oldest }
        count -= 1
        oldest.finalize()
    }
}
