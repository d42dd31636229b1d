/// A statement that writes, with its values.
struct WriteStatement {
    private var writer: SQLWriter

    /// `INSERT INTO … VALUES …` for rows that name the same columns.
    ///
    /// - Parameters:
    ///   - rows: at least one.
    ///   - returning: a column whose values are wanted back.
    static func insert(_ rows: [Draft], returning: Int? = nil, _ dialect: any Dialect) -> WriteStatement {
        var writer = SQLWriter(dialect)
        guard let first = rows.first else { return WriteStatement(writer: writer) }
        let place = writer.bare(first.table)
        let columns = first.columns
        writer.write("INSERT INTO \(place.definition)")
        if columns.isEmpty {
            writer.write(dialect.insertOfDefaults)
        } else {
            writer.write(" (\(columns.map { place.quoted.columns[$0] }.joined(separator: ", "))) VALUES ")
            writer.write(rows, separator: ", ") { writer, row in
                writer.write("(")
                writer.write(columns, separator: ", ") { $0.bind(row.values[$1]) }
                writer.write(")")
            }
        }
        if let returning { writer.write(" RETURNING \(place.quoted.columns[returning])") }
        return WriteStatement(writer: writer)
    }

    /// `UPDATE … SET …`; no condition means all rows.
    static func update(_ row: Draft, where condition: Clause?, _ dialect: any Dialect) throws -> WriteStatement {
        var writer = SQLWriter(dialect)
        let place = writer.bare(row.table)
        writer.write("UPDATE \(place.definition) SET ")
        writer.write(row.columns, separator: ", ") { writer, column in
            writer.write("\(place.quoted.columns[column]) = ")
            writer.bind(row.values[column])
        }
        try writer.writeWhere(condition.map { [$0] } ?? [], at: place)
        return WriteStatement(writer: writer)
    }

    /// `UPDATE … SET column = column + number`, with the columns of a draft.
    static func increment(
        _ column: Int, by number: Value, _ row: Draft, where condition: Clause, _ dialect: any Dialect
    ) throws -> WriteStatement {
        var writer = SQLWriter(dialect)
        let place = writer.bare(row.table)
        let name = place.quoted.columns[column]
        writer.write("UPDATE \(place.definition) SET \(name) = \(name) + ")
        writer.bind(number)
        for column in row.columns {
            writer.write(", \(place.quoted.columns[column]) = ")
            writer.bind(row.values[column])
        }
        try writer.writeWhere([condition], at: place)
        return WriteStatement(writer: writer)
    }

    /// `DELETE FROM …`; no condition means all rows.
    static func delete(
        _ table: TableDefinition, where condition: Clause?, _ dialect: any Dialect
    ) throws -> WriteStatement {
        var writer = SQLWriter(dialect)
        let place = writer.bare(table)
        writer.write("DELETE FROM \(place.definition)")
        try writer.writeWhere(condition.map { [$0] } ?? [], at: place)
        return WriteStatement(writer: writer)
    }

    /// Runs it.
    @discardableResult
    func run(_ connection: any Connection) throws -> Execution {
        try connection.execute(writer.text, writer.values)
    }

    /// Runs it and reads the one column that it returns.
    func values(_ connection: any Connection) throws -> [Value] {
        try connection.all(writer.text, writer.values) { try $0.value(at: 0) }
    }
}
