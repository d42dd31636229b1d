/// Fills a foreign key that was null while the rows were made: of a circle of tables, or back to its own table.
struct SampleLink {
    let table: TableDescription
    let key: ForeignKeyDescription
    let seed: UInt64
    let dialect: any Dialect

    /// - Returns: why it was not filled; nil when it was.
    func fill(_ connection: any Connection) throws -> String? {
        guard !table.primaryKey.isEmpty else { return "\(names(key.columns)) stays null: the table has no primary key" }
        let parents = try values(of: key.keys, in: key.table, connection).filter { !$0.contains(.null) }
        guard !parents.isEmpty else { return "\(names(key.columns)) stays null: \(key.table) has no rows" }
        let empty = key.columns.map { "\(dialect.quote($0)) IS NULL" }.joined(separator: " AND ")
        let rows = try values(of: table.primaryKey, in: table.name, connection, where: empty)
        var number = 0
        let sets = key.columns.map { "\(dialect.quote($0)) = \(mark(&number))" }.joined(separator: ", ")
        let keys = table.primaryKey.map { "\(dialect.quote($0)) = \(mark(&number))" }.joined(separator: " AND ")
        let sql = "UPDATE \(dialect.quote(table.name)) SET \(sets) WHERE \(keys)"
        // The last of three stays null.
        for (place, row) in rows.enumerated() where place % 3 != 2 {
            let parent = parents[(place + 1) % parents.count]
            do {
                _ = try connection.savepoint("scaffold_samples") { try $0.execute(sql, Values(parent + row)) }
            } catch let error as any DatabaseFailure {
                return "\(names(key.columns)) stays null in some rows: \(error.message)"
            }
        }
        return nil
    }

    private func values(
        of columns: [String], in table: String, _ connection: any Connection, where condition: String? = nil
    ) throws -> [[Value]] {
        let rows = condition.map { " WHERE \($0)" } ?? ""
        let sql = "SELECT \(names(columns)) FROM \(dialect.quote(table))\(rows) ORDER BY \(names(columns))"
        return try connection.all(sql) { row in try columns.indices.map { try row.value(at: $0) } }
    }

    private func names(_ columns: [String]) -> String { columns.map(dialect.quote).joined(separator: ", ") }

    private func mark(_ number: inout Int) -> String {
        number += 1
        return dialect.placeholder(number)
    }
}
