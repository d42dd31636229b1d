extension Writer {
    /// The attributes that refer to rows which are not there, for an engine whose errors name no foreign key.
    func danglingKeys(_ drafts: [Draft]) -> [String] {
        guard let table = drafts.first?.table, let keys = try? foreignKeys(of: table) else { return [] }
        let found = keys.first { key in drafts.contains { (try? isDangling(key, $0)) ?? false } }
        return found?.columns.map { table.attributes[$0].name } ?? []
    }

    private func foreignKeys(of table: TableDefinition) throws -> [ForeignKey] {
        guard let list = dialect.foreignKeys else { return [] }
        var keys: [ForeignKey] = []
        try connection.query(list, [.text(table.name)]) { row in
            let (number, field, target, name) = (
                try row[0] as Int, try row[1] as String, try row[2] as String, try row[3] as String
            )
            guard let column = table.attributes.firstIndex(where: { $0.field == field }) else { return }
            if keys.last?.number != number { keys.append(ForeignKey(number: number, table: target)) }
            keys[keys.count - 1].columns.append(column)
            keys[keys.count - 1].targets.append(name)
        }
        return keys
    }

    private func isDangling(_ key: ForeignKey, _ draft: Draft) throws -> Bool {
        let values = key.columns.map { draft.values[$0] }
        guard !values.contains(.null) else { return false }
        var statement = SQLWriter(dialect)
        statement.write("SELECT 1 FROM \(dialect.quote(key.table)) WHERE ")
        statement.write(Array(zip(key.targets, values)), separator: " AND ") { writer, part in
            writer.write("\(dialect.quote(part.0)) = ")
            writer.bind(part.1)
        }
        return try connection.first(statement.text, statement.values) { _ in true } == nil
    }
}

/// A foreign key as the database knows it.
private struct ForeignKey {
    let number: Int
    /// The table that it refers to.
    let table: String
    /// The positions of the columns that refer.
    var columns: [Int] = []
    /// The names of the columns that they refer to.
    var targets: [String] = []
}
