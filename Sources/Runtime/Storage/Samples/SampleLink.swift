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
        let links = rows.enumerated().compactMap { place, row in
            parent(place, of: parents).map { (row: row, parent: $0) }
        }
        for start in stride(from: 0, to: links.count, by: Self.rowsAtOnce) {
            let some = links[start..<min(start + Self.rowsAtOnce, links.count)]
            var values = Values()
            let sql = text(some, &values)
            do {
                _ = try connection.savepoint("scaffold_samples") { try $0.execute(sql, values) }
            } catch let error as any DatabaseFailure {
                return "\(names(key.columns)) stays null in some rows: \(error.message)"
            }
        }
        return nil
    }

    /// So many rows one statement links: each is looked for among all of them.
    private static let rowsAtOnce = 100

    /// `UPDATE posts SET parentId = CASE WHEN id = ? THEN ? … ELSE parentId END WHERE id = ? OR …`
    private func text(_ links: ArraySlice<(row: [Value], parent: [Value])>, _ values: inout Values) -> String {
        func mark(_ value: Value) -> String {
            values.append(value: value)
            return dialect.placeholder(values.count)
        }
        func isRow(_ row: [Value]) -> String {
            zip(table.primaryKey, row).map { "\(dialect.quote($0)) = \(mark($1))" }.joined(separator: " AND ")
        }
        let sets = key.columns.enumerated().map { place, column in
            let cases = links.map { "WHEN \(isRow($0.row)) THEN \(mark($0.parent[place]))" }.joined(separator: " ")
            return "\(dialect.quote(column)) = CASE \(cases) ELSE \(dialect.quote(column)) END"
        }
        let rows = links.map { "(\(isRow($0.row)))" }.joined(separator: " OR ")
        return "UPDATE \(dialect.quote(table.name)) SET \(sets.joined(separator: ", ")) WHERE \(rows)"
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
}
