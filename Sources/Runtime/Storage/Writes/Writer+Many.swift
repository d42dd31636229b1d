extension Writer {
    /// More rows in one statement gain nothing any more; its text and its plan only grow.
    private static var mostRows: Int { 1_000 }

    /// Inserts rows by statements for many.
    ///
    /// - Returns: the values of all columns of each, in the order of the rows.
    func insert(_ drafts: [Draft]) throws -> [[Value]] {
        guard let first = drafts.first, drafts.count > 1, !first.columns.isEmpty,
            drafts.allSatisfy({ $0.written == first.written }), canTellKeys(of: first)
        else { return try drafts.map(insert) }
        var result: [[Value]] = []
        result.reserveCapacity(drafts.count)
        let (key, isKnown) = (first.keyToMake, first.isKnown)
        var statement: WriteStatement?
        for chunk in chunks(of: drafts) {
            for draft in chunk { try draft.requireFit() }
            let ready =
                statement?.inserting(chunk) ?? .insert(chunk, returning: dialect.returnsRows ? key : nil, dialect)
            statement = ready
            let values = try naming(first, among: chunk) { try insert(chunk, ready, key: key) }
            result += isKnown ? values : try stored(first.table, values)
        }
        return result
    }

    /// Inserts rows beside those that are there already.
    ///
    /// - Parameters:
    ///   - conflict: the key by which a row is there already.
    ///   - columns: the columns that are then written over it; without any it stays as it is.
    func insert(_ drafts: [Draft], conflict: [Int], updating columns: [Int]) throws {
        for group in Dictionary(grouping: drafts, by: \.columns).values {
            for chunk in chunks(of: group) {
                for draft in chunk { try draft.requireFit() }
                guard let first = chunk.first else { continue }
                let statement = WriteStatement.insert(chunk, conflict: conflict, updating: columns, dialect)
                _ = try naming(first, among: chunk) { try statement.run(connection) }
            }
        }
    }

    /// Reads the rows with these primary keys back, in their order.
    private func stored(_ table: TableDefinition, _ rows: [[Value]]) throws -> [[Value]] {
        func key(_ row: [Value]) -> [Value] { table.primaryKey.map { row[$0] } }
        let found = try self.rows(table, where: table.rows(withKeys: rows.map(key)))
        let byKey = Dictionary(found.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        return rows.map { byKey[key($0)] ?? $0 }
    }

    private func chunks(of drafts: [Draft]) -> [[Draft]] {
        let size = min(Self.mostRows, max(1, dialect.maximumValues / max(1, drafts.first?.columns.count ?? 1)))
        return stride(from: 0, to: drafts.count, by: size).map { Array(drafts[$0..<min($0 + size, drafts.count)]) }
    }

    private func canTellKeys(of draft: Draft) -> Bool {
        draft.keyToMake == nil || dialect.returnsRows || dialect.tellsInsertedKey
    }

    private func insert(_ chunk: [Draft], _ statement: WriteStatement, key: Int?) throws -> [[Value]] {
        guard let key else {
            try statement.run(connection)
            return chunk.map(\.values)
        }
        let keys = dialect.returnsRows ? try returnedKeys(statement) : try countedKeys(statement, chunk.count)
        return zip(chunk, keys).map { draft, made in
            var values = draft.values
            values[key] = made
            return values
        }
    }

    /// Rows may come back in any order, but keys are counted up in the order of VALUES.
    private func returnedKeys(_ statement: WriteStatement) throws -> [Value] {
        try statement.values(connection).sorted { left, right in
            guard case .integer(let left) = left, case .integer(let right) = right else { return false }
            return left < right
        }
    }

    /// The engine tells the first one.
    private func countedKeys(_ statement: WriteStatement, _ count: Int) throws -> [Value] {
        let execution = try statement.run(connection)
        let first = execution.lastInsertID ?? 0
        return (0..<Int64(count)).map { .integer(first &+ $0 &* execution.keyStep) }
    }
}

extension TableDefinition {
    /// The condition that finds the rows with these primary keys.
    func rows(withKeys keys: [[Value]]) -> Clause {
        if primaryKey.count == 1, let key = primaryKey.first {
            return .list(key, keys.compactMap(\.first), isNegated: false)
        }
        return .or(keys.map { key in .and(zip(primaryKey, key).map { .comparison($0, .equal, $1) }) })
    }
}
