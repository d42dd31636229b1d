/// Writes rows on a connection; errors name attributes.
struct Writer {
    let connection: any Connection
    let dialect: any Dialect

    /// Inserts a row.
    ///
    /// - Returns: the values of all columns as they are stored, those that the database made with them.
    func insert(_ draft: Draft) throws -> [Value] {
        try naming(draft) {
            var values = draft.values
            let key = draft.keyToMake
            let returned = dialect.returnsRows && !(draft.isKnown && dialect.tellsInsertedKey) ? key : nil
            let statement = WriteStatement.insert(draft, returning: returned, dialect)
            if let key, returned != nil {
                values[key] = try statement.values(connection).first ?? .null
            } else {
                let execution = try statement.run(connection)
                if let key, let made = execution.lastInsertID { values[key] = .integer(made) }
            }
            return draft.isKnown ? values : try stored(draft.table, values)
        }
    }

    /// Updates rows.
    ///
    /// - Parameters:
    ///   - draft: the columns and their new values.
    ///   - sums: columns to which something is added where they stand.
    ///   - condition: which rows; nil for all.
    /// - Returns: how many rows there were; where there is nothing to write, 1 for any.
    @discardableResult
    func update(_ draft: Draft, adding sums: [Sum] = [], where condition: Clause?) throws -> Int {
        guard !draft.written.isEmpty || !sums.isEmpty else {
            return try exists(draft.table, where: condition ?? .and([])) ? 1 : 0
        }
        return try naming(draft) {
            try WriteStatement.update(draft, adding: sums, where: condition, dialect).run(connection).rowsAffected
        }
    }

    /// Updates one row.
    ///
    /// - Returns: 1, or 0 where it was not found.
    func update(_ draft: Draft, at row: StoredRow) throws -> Int {
        guard !draft.written.isEmpty else { return try update(draft, where: row.condition) }
        return try naming(draft) {
            try WriteStatement.update(draft, at: row, dialect).run(connection).rowsAffected
        }
    }

    /// Deletes rows.
    ///
    /// - Returns: how many there were.
    @discardableResult
    func delete(_ table: TableDefinition, where condition: Clause?) throws -> Int {
        try naming(Draft(table)) {
            try WriteStatement.delete(table, where: condition, dialect).run(connection).rowsAffected
        }
    }

    /// Whether there is a row for which the condition holds.
    func exists(_ table: TableDefinition, where condition: Clause) throws -> Bool {
        var writer = SQLWriter(dialect)
        let place = writer.place(table)
        writer.write("SELECT 1 FROM \(place.definition)")
        try writer.writeWhere([condition], at: place)
        writer.write(" LIMIT 1")
        return try connection.first(writer.text, writer.values) { _ in true } ?? false
    }

    /// The values of the rows for which a condition holds, destroyed ones too, in the order of their keys.
    func rows(_ table: TableDefinition, where condition: Clause?) throws -> [[Value]] {
        var writer = SQLWriter(dialect)
        let place = writer.place(table)
        writer.write("SELECT \(place.allColumns) FROM \(place.definition)")
        try writer.writeWhere(condition.map { [$0] } ?? [], at: place)
        if !table.primaryKey.isEmpty {
            writer.write(" ORDER BY \(table.primaryKey.map(place.column).joined(separator: ", "))")
        }
        do {
            return try connection.all(writer.text, writer.values) { row in
                try table.attributes.indices.map { try row.value(at: $0, as: table.attributes[$0].type) }
            }
        } catch let error as ColumnDecodingError {
            throw error.named(by: table)
        }
    }

    /// The values of a row for which a condition holds, a destroyed one too.
    func find(_ table: TableDefinition, where condition: Clause) throws -> [Value]? {
        try rows(table, where: condition).first
    }

    /// Reads the row with the same primary key back.
    func stored(_ table: TableDefinition, _ values: [Value]) throws -> [Value] {
        try find(table, where: table.row(of: values)) ?? values
    }
}

extension Draft {
    /// The position of the key that the database makes for this row.
    var keyToMake: Int? {
        table.counted.flatMap { written.contains($0) ? nil : $0 }
    }
}
