/// Fills one table.
struct SampleWriter {
    let table: TableDescription
    /// The keys that stay null for now.
    let late: [ForeignKeyDescription]
    let seed: UInt64
    let dialect: any Dialect

    /// How many rows were made, and why not all of them.
    struct Outcome {
        var count = 0
        var reason: String?
    }

    func insert(_ count: Int, _ connection: any Connection) throws -> Outcome {
        let columns: [ColumnDescription]
        do { columns = try writtenColumns() } catch { return Outcome(reason: error.reason) }
        let start = try connection.first("SELECT count(*) FROM \(dialect.quote(table.name))") { try $0[0] as Int } ?? 0
        var maker = SampleMaker(table: table, columns: columns, late: late, seed: seed, start: start)
        for key in maker.keys {
            let parents = try parents(of: key, connection)
            guard !parents.isEmpty || table.mayBeNull(key) else {
                let columns = key.columns.joined(separator: ", ")
                return Outcome(reason: "\(columns) needs rows of \(key.table), which has none")
            }
            maker.parents[key] = parents
        }
        guard !columns.isEmpty else { return try insertDefaults(count, connection) }

        var outcome = Outcome()
        var rest = count
        let limit = max(1, min(500, dialect.maximumValues / columns.count))
        while rest > 0 {
            let rows = (0..<min(rest, limit)).compactMap { _ in maker.next() }
            rest -= min(rest, limit)
            try insert(rows, columns, connection, &outcome)
            if rows.isEmpty { break }
        }
        if outcome.count < count, outcome.reason == nil {
            outcome.reason = "\(outcome.count) of \(count) rows were made: its unique columns have no more values"
        }
        return outcome
    }

    /// The columns that the rows say; the database knows the others by itself.
    private func writtenColumns() throws(SampleRefusal) -> [ColumnDescription] {
        var columns: [ColumnDescription] = []
        let keys = Set(table.foreignKeys.flatMap(\.columns))
        for column in table.columns where column.generated == nil && column.counter == nil {
            if column.type != nil || keys.contains(column.name) {
                columns.append(column)
            } else if !column.allowNull, column.nativeDefault == nil {
                throw SampleRefusal(reason: "nothing is known of \(column.nativeType), the type of \(column.name)")
            }
        }
        return columns
    }

    private func parents(of key: ForeignKeyDescription, _ connection: any Connection) throws -> [[Value]] {
        let names = key.keys.map(dialect.quote).joined(separator: ", ")
        let sql = "SELECT \(names) FROM \(dialect.quote(key.table)) ORDER BY \(names) LIMIT 100000"
        return try connection.all(sql) { row in try key.keys.indices.map { try row.value(at: $0) } }
            .filter { !$0.contains(.null) }
    }

    private func insertDefaults(_ count: Int, _ connection: any Connection) throws -> Outcome {
        for _ in 0..<count {
            try connection.execute("INSERT INTO \(dialect.quote(table.name))\(dialect.insertOfDefaults)")
        }
        return Outcome(count: count)
    }

    /// All at once; one by one when some row of them is refused.
    private func insert(
        _ rows: [[Value]], _ columns: [ColumnDescription], _ connection: any Connection, _ outcome: inout Outcome
    ) throws {
        guard !rows.isEmpty else { return }
        do {
            try connection.savepoint("scaffold_samples") { try insert(rows, columns, $0) }
            outcome.count += rows.count
        } catch is any DatabaseFailure {
            var refused = 0
            for row in rows {
                do {
                    try connection.savepoint("scaffold_samples") { try insert([row], columns, $0) }
                    outcome.count += 1
                } catch let error as any DatabaseFailure {
                    refused += 1
                    outcome.reason = "\(refused) rows were refused: \(error.message)"
                }
            }
        }
    }

    private func insert(_ rows: [[Value]], _ columns: [ColumnDescription], _ connection: any Connection) throws {
        var values = Values()
        values.reserveCapacity(rows.count * columns.count)
        var sql = "INSERT INTO \(dialect.quote(table.name)) "
        sql += "(\(columns.map { dialect.quote($0.name) }.joined(separator: ", "))) VALUES "
        for (place, row) in rows.enumerated() {
            sql += place == 0 ? "(" : ", ("
            for (column, value) in row.enumerated() {
                values.append(value: value)
                sql += (column == 0 ? "" : ", ") + dialect.placeholder(values.count)
            }
            sql += ")"
        }
        try connection.execute(sql, values)
    }
}

/// Why a table gets no rows.
struct SampleRefusal: Error {
    var reason: String
}
