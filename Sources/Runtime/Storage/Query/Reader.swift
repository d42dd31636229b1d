/// Runs the statements of one query on a connection.
struct Reader {
    let connection: any Connection
    let dialect: any Dialect

    /// The records of a query.
    func rows<M, Record>(_ query: Query<M>, _ shape: Shape<Record>) throws -> [Record] {
        try rows(query, shape, keys: []).0
    }

    /// The records of a query, and for each of them what it holds in the columns of the order; nothing without keys.
    func rows<M, Record>(
        _ query: Query<M>, _ shape: Shape<Record>, keys: [SeekKey]
    ) throws -> ([Record], keys: [[Value]]) {
        let query = try query.ready()
        try query.checkNoThrough()
        var statement = SelectStatement(dialect)
        statement.isDistinct = query.isDistinct
        let place = statement.rest.place(M.table)
        statement.rest.writeFrom(place)
        let attachments = try shape.select(&statement, place)
        let cells = keys.map { statement.addColumn($0.column, of: place) }
        try statement.rest.writeWhere(try query.conditionsOfPage(), at: place)
        try statement.writeGroups(query, at: place)
        try statement.writeOrder(query, at: place, byKey: query.ordersByKey)
        var values: [[Value]] = []
        let records = try read(M.self, statement, shape, attachments, limit: query.limit) { row in
            guard !keys.isEmpty else { return }
            values.append(try zip(keys, cells).map { try $0.type.value(in: row, at: $1) })
        }
        return (records.take(), values)
    }

    /// How many rows the conditions hold for. No join is needed for that, so that nothing is counted twice.
    func count<M>(_ query: Query<M>) throws -> Int {
        try query.checkCountable()
        return try value(of: query.ready()) { writer, _ in
            writer.write("COUNT(*)")
        } read: {
            try $0[0]
        } ?? 0
    }

    /// Whether the conditions hold for any row.
    func exists<M>(_ query: Query<M>) throws -> Bool {
        try query.checkWhole()
        return try value(of: query.ready(), " LIMIT 1") { writer, _ in
            writer.write("1")
        } read: { _ in
            true
        } ?? false
    }

    /// An aggregate of the rows for which the conditions hold.
    func value<M, V: ColumnValue>(_ aggregate: Term, of query: Query<M>) throws -> V? {
        try query.checkCountable()
        let value: V?? = try value(of: query.ready()) {
            try $0.write(aggregate, at: $1)
        } read: {
            try $0[0]
        }
        return value ?? nil
    }

    private func value<M, R>(
        of query: Query<M>, _ end: String = "", _ select: (inout SQLWriter, TablePlace) throws -> Void,
        read: (Row) throws -> R
    ) throws -> R? {
        try query.checkNoThrough()
        var writer = SQLWriter(dialect)
        let place = writer.place(M.table)
        writer.write("SELECT ")
        try select(&writer, place)
        writer.writeFrom(place)
        try writer.writeWhere(query.conditions, at: place)
        writer.write(end)
        return try connection.first(writer.text, writer.values, read)
    }

    /// Runs a statement, and those of what is read along.
    func read<M: Model, Record>(
        _ model: M.Type, _ statement: SelectStatement, _ shape: Shape<Record>, _ attachments: Attachment<Record>?,
        limit: Int?, also: (Row) throws -> Void
    ) throws -> CollectedRecords<Record> {
        let records = CollectedRecords(shape, attachments, limit: limit)
        do {
            try connection.query(statement.text, statement.rest.values) { row in
                try records.read(row)
                try also(row)
            }
        } catch let error as ColumnDecodingError {
            throw error.named(by: model.table)
        }
        try records.fetch(self)
        return records
    }
}
