/// Writes rows on a connection; errors name attributes.
struct Writer {
    let connection: any Connection
    let dialect: any Dialect

    /// Inserts a row.
    ///
    /// - Returns: the values of all columns as they are stored, those that the database made with them.
    func insert(_ draft: Draft) throws -> [Value] {
        try naming(draft.table) {
            var values = draft.values
            let key = draft.table.attributes.firstIndex(where: \.autoIncrement).flatMap { key in
                draft.written.contains(key) ? nil : key
            }
            let returned = dialect.returnsRows && !(draft.isKnown && dialect.tellsInsertedKey) ? key : nil
            let statement = WriteStatement.insert([draft], returning: returned, dialect)
            if let key, returned != nil {
                values[key] = try statement.values(connection).first ?? .null
            } else {
                let execution = try statement.run(connection)
                if let key, let made = execution.lastInsertID { values[key] = .integer(made) }
            }
            return draft.isKnown ? values : try stored(draft.table, values)
        }
    }

    /// Inserts rows that name the same columns, by as few statements as the engine's limit allows.
    ///
    /// - Returns: the values of all columns of each, in the order of the rows.
    func insert(_ drafts: [Draft]) throws -> [[Value]] {
        guard let first = drafts.first, drafts.count > 1, !first.columns.isEmpty,
            dialect.returnsRows || dialect.tellsInsertedKey,
            drafts.allSatisfy({ $0.isKnown && $0.written == first.written })
        else { return try drafts.map(insert) }
        let key = first.table.attributes.firstIndex(where: \.autoIncrement).flatMap { key in
            first.written.contains(key) ? nil : key
        }
        var result: [[Value]] = []
        var rest = drafts[...]
        while !rest.isEmpty {
            let chunk = Array(rest.prefix(max(1, dialect.maximumValues / first.columns.count)))
            rest = rest.dropFirst(chunk.count)
            result += try naming(first.table) { try insert(chunk, key: key) }
        }
        return result
    }

    private func insert(_ chunk: [Draft], key: Int?) throws -> [[Value]] {
        let statement = WriteStatement.insert(chunk, returning: dialect.returnsRows ? key : nil, dialect)
        guard let key else {
            try statement.run(connection)
            return chunk.map(\.values)
        }
        guard dialect.returnsRows else { return try number(chunk, key, after: statement.run(connection)) }
        // rows may come back in any order, but keys are counted up in the order of VALUES
        let keys = try statement.values(connection).sorted { left, right in
            guard case .integer(let left) = left, case .integer(let right) = right else { return false }
            return left < right
        }
        return zip(chunk, keys).map { draft, made in
            var values = draft.values
            values[key] = made
            return values
        }
    }

    /// The rows with the keys that the database counted up from the one that it tells.
    private func number(_ chunk: [Draft], _ key: Int, after execution: Execution) throws -> [[Value]] {
        guard let first = execution.lastInsertID else { return try chunk.map { try stored($0.table, $0.values) } }
        return chunk.enumerated().map { index, draft in
            var values = draft.values
            values[key] = .integer(first &+ Int64(index) &* execution.keyStep)
            return values
        }
    }

    /// Updates rows.
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    func update(_ draft: Draft, where condition: Clause?) throws -> Int {
        try naming(draft.table) {
            try WriteStatement.update(draft, where: condition, dialect).run(connection).rowsAffected
        }
    }

    /// Deletes rows.
    ///
    /// - Returns: how many there were.
    @discardableResult
    func delete(_ table: TableDefinition, where condition: Clause?) throws -> Int {
        try naming(table) { try WriteStatement.delete(table, where: condition, dialect).run(connection).rowsAffected }
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

    /// Reads the row with the same primary key back.
    func stored(_ table: TableDefinition, _ values: [Value]) throws -> [Value] {
        var writer = SQLWriter(dialect)
        let place = writer.place(table)
        writer.write("SELECT \(place.allColumns) FROM \(place.definition)")
        try writer.writeWhere(table.primaryKey.map { .comparison($0, .equal, values[$0]) }, at: place)
        let found = try connection.first(writer.text, writer.values) { row in
            try values.indices.map { try row.value(at: $0) }
        }
        return found ?? values
    }

    /// Gives the columns of an error their attributes' names.
    private func naming<R>(_ table: TableDefinition, _ body: () throws -> R) throws -> R {
        func attribute(_ column: String) -> String {
            table.attributes.first { $0.field == column }?.name ?? column
        }
        do {
            return try body()
        } catch var error as UniqueConstraintError where error.table ?? table.name == table.name {
            error.columns = error.columns.map(attribute)
            throw error
        } catch var error as NotNullConstraintError where error.table ?? table.name == table.name {
            error.column = attribute(error.column)
            throw error
        } catch var error as ForeignKeyConstraintError {
            error.table = error.table ?? table.name
            throw error
        }
    }
}

extension Database {
    /// Writes on the writing connection; one statement, or several that need not hold together.
    func writing<R: Sendable>(_ body: @Sendable (Writer) throws -> R) async throws -> R {
        try await write { [dialect] in try body(Writer(connection: $0, dialect: dialect)) }
    }

    /// Writes all or nothing.
    func writingAll<R: Sendable>(_ body: @Sendable (Writer) throws -> R) async throws -> R {
        try await atomic { [dialect] in try body(Writer(connection: $0, dialect: dialect)) }
    }
}
