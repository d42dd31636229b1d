extension Database {
    /// The tables of the database as it is, in the order of their names.
    package func describe() async throws -> [TableDescription] {
        try await read { [engine] in try engine.describe($0) }
    }

    /// The views of the database, in the order of their names.
    package func views() async throws -> [ViewDescription] {
        try await read { [engine] in try engine.views($0) }
    }
}

extension Database {
    /// How many rows tables have, by their names.
    package func rowCounts(of tables: [TableDescription]) async throws -> [String: Int] {
        let names = tables.map(\.name)
        return try await read { [dialect] connection in
            var counts: [String: Int] = [:]
            for name in names {
                counts[name] = try connection.first("SELECT count(*) FROM \(dialect.quote(name))") { try $0[0] as Int }
            }
            return counts
        }
    }

    /// In how many rows columns hold something, by table and column.
    ///
    /// - Parameter isMeant: whether a column of a table is counted.
    package func filledCounts(
        of tables: [TableDescription], where isMeant: (String, String) -> Bool
    ) async throws -> [String: [String: Int]] {
        let columns = tables.flatMap { table in
            table.columns.map(\.name).filter { isMeant(table.name, $0) }.map { (table: table.name, name: $0) }
        }
        guard !columns.isEmpty else { return [:] }
        return try await read { [dialect] connection in
            var counts: [String: [String: Int]] = [:]
            for column in columns {
                let sql = "SELECT count(\(dialect.quote(column.name))) FROM \(dialect.quote(column.table))"
                counts[column.table, default: [:]][column.name] = try connection.first(sql) { try $0[0] as Int }
            }
            return counts
        }
    }
}
