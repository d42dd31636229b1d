extension SQLiteEngine {
    func schemaEditor(_ connection: any Connection) -> any SchemaEditor { SQLiteSchemaEditor(connection) }

    /// One transaction: definitions can be taken back.
    ///
    /// Where a table is rebuilt or dropped, foreign keys are off meanwhile (SQLite would delete or refuse child rows as
    /// if the parent's rows had been deleted), and checked before COMMIT. They can only be switched outside of a
    /// transaction.
    func migrate(
        _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
    ) throws -> Bool {
        let editor = SQLiteSchemaEditor(connection)
        try connection.run(script: "PRAGMA busy_timeout = \(Self.migrationLockWait)")
        let isRebuilding = try operations.contains { try editor.needsForeignKeysOff($0) }
        if isRebuilding { try connection.run(script: "PRAGMA foreign_keys = OFF") }
        defer {
            _ = try? connection.run(
                script: "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = \(settings.busyTimeout.wholeMilliseconds)")
        }
        func begin(_ connection: any Connection) throws { try self.begin(connection, TransactionOptions()) }
        return try connection.transaction(begin: begin) { _ in
            let before = isRebuilding ? try editor.danglingKeys() : [:]
            guard try body(editor) else { return false }
            if isRebuilding { try editor.requireNoMoreDanglingKeys(than: before) }
            return true
        }
    }

    /// Milliseconds that a migration waits for others to end their writing; nobody waits behind it meanwhile.
    private static let migrationLockWait = 60_000
}

extension SQLiteSchemaEditor {
    func needsForeignKeysOff(_ operation: SchemaOperation) throws -> Bool {
        switch operation {
        case .dropTable, .removeColumn, .changeColumn, .changePrimaryKey, .addConstraint, .removeConstraint: true
        case .addColumn(_, let column): try needsRebuild(toAdd: column)
        default: false
        }
    }

    /// How many rows of each table refer to rows of each other table that are not there.
    func danglingKeys() throws -> [DanglingKey: Int] {
        let found = try connection.all("PRAGMA foreign_key_check") { row in
            DanglingKey(table: try row[0], parent: try row[2])
        }
        return found.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    func requireNoMoreDanglingKeys(than before: [DanglingKey: Int]) throws {
        let worse = try danglingKeys().filter { $0.value > before[$0.key, default: 0] }
        guard let (key, count) = worse.min(by: { ($0.key.table, $0.key.parent) < ($1.key.table, $1.key.parent) }) else {
            return
        }
        throw DatabaseError(
            code: 0,
            message: "\(count) rows of \(key.table) would refer to rows of \(key.parent) that are not there; "
                + "remove the rows or the foreign key in an earlier migration")
    }

    struct DanglingKey: Hashable {
        var table: String
        var parent: String
    }
}
