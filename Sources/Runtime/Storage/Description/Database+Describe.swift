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
}
