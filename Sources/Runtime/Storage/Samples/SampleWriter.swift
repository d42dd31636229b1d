/// Fills one table.
struct SampleWriter {
    let table: TableDescription
    /// The keys that stay null for now.
    let late: [ForeignKeyDescription]
    let style: SampleStyle
    let seed: UInt64
    let dialect: any Dialect

    /// How many rows were made, and why not all of them.
    struct Outcome {
        var count = 0
        var reason: String?
    }

    /// How many rows one statement carries at most: with more it is no faster.
    private static let rowsAStatement = 500

    /// - Parameter progress: is told now and then how many rows there are so far.
    func insert(
        _ count: Int, _ connection: any Connection, progress: (Int) -> Void = { _ in }
    ) throws -> Outcome {
        let start = try connection.first("SELECT count(*) FROM \(dialect.quote(table.name))") { try $0[0] as Int } ?? 0
        var maker: SampleMaker
        do {
            maker = try SampleMaker(
                table: table, columns: writtenColumns(), late: late, style: style, seed: seed, start: start)
        } catch { return Outcome(reason: error.reason) }
        for (place, key) in maker.keys.enumerated() {
            let parents = try parents(of: key, connection)
            guard !parents.isEmpty || table.mayBeNull(key) else {
                let columns = key.columns.joined(separator: ", ")
                return Outcome(reason: "\(columns) needs rows of \(key.table), which has none")
            }
            maker.parents[place] = parents
        }
        guard !maker.columns.isEmpty else { return try insertDefaults(count, connection) }
        if start > 0 { try takeWhatIsThere(&maker, connection) }
        return try insert(count, from: &maker, connection, progress)
    }

    private func insert(
        _ count: Int, from maker: inout SampleMaker, _ connection: any Connection, _ progress: (Int) -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var rest = count
        let width = maker.columns.count
        let limit = max(1, min(Self.rowsAStatement, dialect.maximumValues / width))
        let names = maker.columns.map(\.name)
        let whole = text(rows: limit, names)
        var hasMore = true
        while rest > 0, hasMore {
            var values = Values()
            values.reserveCapacity(limit * width)
            var made = 0
            while made < min(rest, limit), hasMore {
                hasMore = maker.next(into: &values)
                if hasMore { made += 1 }
            }
            rest -= made
            if made > 0 {
                let sql = made == limit ? whole : text(rows: made, names)
                try insert(values, width, made, sql, text(rows: 1, names), connection, &outcome)
                progress(outcome.count)
            }
        }
        if outcome.count < count, outcome.reason == nil {
            outcome.reason = "\(outcome.count) of \(count) rows were made: its unique columns have no more values"
        }
        return outcome
    }

    /// What unique indexes hold already.
    private func takeWhatIsThere(_ maker: inout SampleMaker, _ connection: any Connection) throws {
        for (place, columns) in maker.uniqueColumns().enumerated() {
            let names = columns.map(dialect.quote).joined(separator: ", ")
            try connection.query("SELECT \(names) FROM \(dialect.quote(table.name))", Values()) { row in
                maker.take(try columns.indices.map { try row.value(at: $0) }, inUnique: place)
            }
        }
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
        let sql = "SELECT \(names) FROM \(dialect.quote(key.table)) ORDER BY \(names) LIMIT 1000000"
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
        _ values: Values, _ width: Int, _ count: Int, _ sql: String, _ single: String, _ connection: any Connection,
        _ outcome: inout Outcome
    ) throws {
        do {
            _ = try connection.savepoint("scaffold_samples") { try $0.execute(sql, values) }
            outcome.count += count
        } catch is any DatabaseFailure {
            var refused = 0
            for row in 0..<count {
                do {
                    let cells = Values(Array(values.items[row * width..<(row + 1) * width]))
                    _ = try connection.savepoint("scaffold_samples") { try $0.execute(single, cells) }
                    outcome.count += 1
                } catch let error as any DatabaseFailure {
                    refused += 1
                    outcome.reason = "\(refused) rows were refused: \(error.message)"
                }
            }
        }
    }

    private func text(rows: Int, _ columns: [String]) -> String {
        var sql = "INSERT INTO \(dialect.quote(table.name)) "
        sql += "(\(columns.map(dialect.quote).joined(separator: ", "))) VALUES "
        var number = 0
        for row in 0..<rows {
            sql += row == 0 ? "(" : ", ("
            for column in columns.indices {
                number += 1
                sql += (column == 0 ? "" : ", ") + dialect.placeholder(number)
            }
            sql += ")"
        }
        return sql
    }
}

/// Why a table gets no rows.
struct SampleRefusal: Error {
    var reason: String
}
