/// Fills a foreign key that was null while the rows were made: of a circle of tables, or back to its own table.
struct SampleLink {
    let table: TableDescription
    let key: ForeignKeyDescription
    let style: SampleStyle
    let seed: UInt64
    let dialect: any Dialect
    /// The rows that were there before, by their primary keys; they stay as they are.
    let before: Set<[Value]>

    /// - Returns: why it was not filled; nil when it was.
    func fill(_ connection: any Connection) throws -> String? {
        guard !table.primaryKey.isEmpty else { return "\(names(key.columns)) stays null: the table has no primary key" }
        let parents = try values(of: key.keys, in: key.table, connection).filter { !$0.contains(.null) }
        guard !parents.isEmpty else { return "\(names(key.columns)) stays null: \(key.table) has no rows" }
        let empty = key.columns.map { "\(dialect.quote($0)) IS NULL" }.joined(separator: " AND ")
        let rows = try values(of: table.primaryKey, in: table.name, connection, where: empty)
            .filter { !before.contains($0) }
        var number = 0
        let sets = key.columns.map { "\(dialect.quote($0)) = \(mark(&number))" }.joined(separator: ", ")
        let keys = table.primaryKey.map { "\(dialect.quote($0)) = \(mark(&number))" }.joined(separator: " AND ")
        let sql = "UPDATE \(dialect.quote(table.name)) SET \(sets) WHERE \(keys)"
        for (place, row) in rows.enumerated() {
            guard let parent = parent(place, of: parents) else { continue }
            do {
                _ = try connection.savepoint("scaffold_samples") { try $0.execute(sql, Values(parent + row)) }
            } catch let error as any DatabaseFailure {
                return "\(names(key.columns)) stays null in some rows: \(error.message)"
            }
        }
        return nil
    }

    /// Nil for a row that stays without.
    private func parent(_ place: Int, of parents: [[Value]]) -> [Value]? {
        // The last of three stays null.
        if style.isThorough { return place % 3 == 2 ? nil : parents[(place + 1) % parents.count] }
        var chance = SampleNumber(state: seed &+ UInt64(truncatingIfNeeded: place) &* 0xD6E8_FEB8_6659_FD93)
        if chance.next(below: 10) == 0 { return nil }
        // A row is below an earlier one, so that no way up goes round in a circle.
        guard key.table == table.name else { return parents[chance.next(below: parents.count)] }
        return place == 0 ? nil : parents[chance.next(below: min(place, parents.count))]
    }

    private func values(
        of columns: [String], in table: String, _ connection: any Connection, where condition: String? = nil
    ) throws -> [[Value]] {
        try Self.values(of: columns, in: table, connection, dialect, where: condition)
    }

    /// The values of columns in all rows, in their order.
    static func values(
        of columns: [String], in table: String, _ connection: any Connection, _ dialect: any Dialect,
        where condition: String? = nil
    ) throws -> [[Value]] {
        let names = columns.map(dialect.quote).joined(separator: ", ")
        let rows = condition.map { " WHERE \($0)" } ?? ""
        let sql = "SELECT \(names) FROM \(dialect.quote(table))\(rows) ORDER BY \(names)"
        return try connection.all(sql) { row in try columns.indices.map { try row.value(at: $0) } }
    }

    private func names(_ columns: [String]) -> String { columns.map(dialect.quote).joined(separator: ", ") }

    private func mark(_ number: inout Int) -> String {
        number += 1
        return dialect.placeholder(number)
    }
}
