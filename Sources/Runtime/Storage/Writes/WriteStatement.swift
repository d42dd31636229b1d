/// A statement that writes, with its values.
struct WriteStatement {
    private let text: String
    private var values: Values
    /// How many rows it inserts.
    private var rowCount = 0

    private init(_ writer: SQLWriter) {
        text = writer.text
        values = writer.values
    }

    /// One whose text was written before.
    private init(_ text: String, _ row: Draft, at found: StoredRow? = nil) {
        self.text = text
        values = Values()
        values.reserveCapacity(row.values.count + 2)
        for column in row.written { values.append(value: row.values[column]) }
        guard let found else { return }
        for value in found.key { values.append(value: value) }
        if let version = found.version { values.append(value: version) }
    }

    /// `INSERT INTO … VALUES …` for one row; its text is written once for the same columns.
    ///
    /// - Parameter returning: a column whose value is wanted back, always the same for the same columns.
    static func insert(_ row: Draft, returning: Int?, _ dialect: any Dialect) -> WriteStatement {
        let texts = row.table.quoted(for: dialect).texts
        return WriteStatement(
            texts.text(of: .insert(row.written)) { insert([row], returning: returning, dialect).text }, row)
    }

    /// `UPDATE … SET …` of one row; its text is written once for the same columns.
    static func update(_ row: Draft, at found: StoredRow, _ dialect: any Dialect) throws -> WriteStatement {
        let texts = row.table.quoted(for: dialect).texts
        let shape = StatementTexts.Shape.update(row.written, checksVersion: found.version != nil)
        let text = try texts.text(of: shape) { try update(row, where: found.condition, dialect).text }
        return WriteStatement(text, row, at: found)
    }

    /// `INSERT INTO … VALUES …` for rows that name the same columns.
    ///
    /// - Parameters:
    ///   - rows: at least one.
    ///   - returning: a column whose values are wanted back.
    static func insert(_ rows: [Draft], returning: Int? = nil, _ dialect: any Dialect) -> WriteStatement {
        var writer = SQLWriter(dialect)
        guard let place = writer.writeInsert(rows) else { return WriteStatement(writer) }
        if let returning { writer.write(" RETURNING \(place.quoted.columns[returning])") }
        var statement = WriteStatement(writer)
        statement.rowCount = rows.count
        return statement
    }

    /// The same INSERT for as many other rows that name the same columns, so that its text is written once; nil where
    /// their number is another.
    func inserting(_ rows: [Draft]) -> WriteStatement? {
        guard rows.count == rowCount, let columns = rows.first?.columns else { return nil }
        var statement = self
        statement.values = Values()
        statement.values.reserveCapacity(values.count)
        for row in rows {
            for column in columns { statement.values.append(value: row.values[column]) }
        }
        return statement
    }

    /// The same for rows of which some may be there already: those are changed in some columns, or left as they are.
    static func insert(
        _ rows: [Draft], conflict: [Int], updating columns: [Int], _ dialect: any Dialect
    ) -> WriteStatement {
        var writer = SQLWriter(dialect)
        guard let place = writer.writeInsert(rows) else { return WriteStatement(writer) }
        let attributes = place.table.attributes
        // not bound, since the rows may hold as many values as a statement takes
        let version = place.table.version.map { "\(place.quoted.columns[$0]) = \(place.column($0)) + 1" }
        writer.write(
            dialect.upsert(
                conflict: conflict.map { attributes[$0].field }, update: columns.map { attributes[$0].field },
                also: columns.isEmpty ? [] : version.map { [$0] } ?? []))
        return WriteStatement(writer)
    }

    /// `UPDATE … SET …`; no condition means all rows.
    static func update(
        _ row: Draft, adding sums: [Sum] = [], where condition: Clause?, _ dialect: any Dialect
    ) throws -> WriteStatement {
        var writer = SQLWriter(dialect)
        let place = writer.bare(row.table)
        writer.write("UPDATE ")
        writer.write(place.definition)
        writer.write(" SET ")
        writer.write(row.columns, separator: ", ") { writer, column in
            writer.write(place.quoted.columns[column])
            writer.write(" = ")
            writer.bind(row.values[column])
        }
        for (index, sum) in sums.enumerated() {
            let name = place.quoted.columns[sum.column]
            writer.write("\(index == 0 && row.columns.isEmpty ? "" : ", ")\(name) = \(name) + ")
            writer.bind(sum.number)
        }
        try writer.writeWhere(condition.map { [$0] } ?? [], at: place)
        return WriteStatement(writer)
    }

    /// `DELETE FROM …`; no condition means all rows.
    static func delete(
        _ table: TableDefinition, where condition: Clause?, _ dialect: any Dialect
    ) throws -> WriteStatement {
        var writer = SQLWriter(dialect)
        let place = writer.bare(table)
        writer.write("DELETE FROM \(place.definition)")
        try writer.writeWhere(condition.map { [$0] } ?? [], at: place)
        return WriteStatement(writer)
    }

    /// Runs it.
    @discardableResult
    func run(_ connection: any Connection) throws -> Execution {
        try connection.execute(text, values)
    }

    /// Runs it and reads the one column that it returns.
    func values(_ connection: any Connection) throws -> [Value] {
        try connection.all(text, values) { try $0.value(at: 0) }
    }
}

/// What is added to a column where it stands.
struct Sum: Sendable {
    let column: Int
    let number: Value
}

extension SQLWriter {
    /// Writes `INSERT INTO … VALUES …`.
    fileprivate mutating func writeInsert(_ rows: [Draft]) -> TablePlace? {
        guard let first = rows.first else { return nil }
        let place = bare(first.table)
        let columns = first.columns
        write("INSERT INTO ")
        write(place.definition)
        guard !columns.isEmpty else {
            write(dialect.insertOfDefaults)
            return place
        }
        write(" (")
        write(columns, separator: ", ") { $0.write(place.quoted.columns[$1]) }
        write(") VALUES ")
        write(rows, separator: ", ") { writer, row in
            writer.write("(")
            writer.write(columns, separator: ", ") { $0.bind(row.values[$1]) }
            writer.write(")")
        }
        return place
    }
}
