/// What a migration drops or writes itself, in the names that things had before it: there rows need not come back.
struct TouchedParts {
    private(set) var tables: Set<String> = []
    private(set) var columns: [String: Set<String>] = [:]
    /// Tables that it deletes rows of.
    private(set) var emptied: Set<String> = []

    /// The names that tables and columns had before, by those that they have now.
    private var tableNames: [String: String] = [:]
    private var columnNames: [String: [String: String]] = [:]

    /// - Parameters:
    ///   - before: the tables before the migration.
    ///   - after: the tables that it leaves; what is not there any more was dropped, in whatever way.
    init(_ operations: [SchemaOperation], before: [TableDescription], after: [TableDescription]) {
        for operation in operations { read(operation) }
        let newTables = Dictionary(after.map { (tableNames[$0.name] ?? $0.name, $0) }) { first, _ in first }
        for table in before {
            guard let new = newTables[table.name] else {
                tables.insert(table.name)
                continue
            }
            let kept = Set(new.columns.map { columnNames[new.name]?[$0.name] ?? $0.name })
            columns[table.name, default: []].formUnion(Set(table.columns.map(\.name)).subtracting(kept))
        }
    }

    private mutating func read(_ operation: SchemaOperation) {
        switch operation {
        case .renameTable(let old, let new):
            tableNames[new] = tableNames.removeValue(forKey: old) ?? old
            columnNames[new] = columnNames.removeValue(forKey: old)
        case .renameColumn(let table, let old, let new):
            columnNames[table, default: [:]][new] = columnNames[table]?.removeValue(forKey: old) ?? old
        case .dropTable(let name): tables.insert(tableNames[name] ?? name)
        case .removeColumn(let table, let column): touch(table, column)
        case .bulkUpdate(let table, let row, _): for cell in row.cells { touch(table, cell.column) }
        case .bulkDelete(let table, _): emptied.insert(tableNames[table] ?? table)
        case .execute(let sql): read(SQLToken.tokens(of: sql).filter { !$0.isBlank })
        default: break
        }
    }

    private mutating func touch(_ table: String, _ column: String) {
        columns[tableNames[table] ?? table, default: []].insert(columnNames[table]?[column] ?? column)
    }

    /// Statements that change rows: `UPDATE table SET column = …`, `DELETE FROM table`.
    private mutating func read(_ tokens: [SQLToken]) {
        for statement in tokens.split(whereSeparator: { $0.text == ";" }) {
            let words = Array(statement)
            guard words.count > 2 else { continue }
            if words[0].keyword == "DELETE", words[1].keyword == "FROM", let table = words[2].identifier {
                emptied.insert(tableNames[table] ?? table)
            } else if words[0].keyword == "UPDATE", let table = words[1].identifier {
                for (place, word) in words.enumerated() where word.text == "=" && place > 0 {
                    let isAssignment = !words[..<place].contains { $0.keyword == "WHERE" || $0.keyword == "FROM" }
                    if isAssignment, let column = words[place - 1].identifier { touch(table, column) }
                }
            }
        }
    }
}
