/// Runs the statements of one query on a connection.
struct Reader {
    let connection: any Connection
    let dialect: any Dialect

    /// The records of a query.
    func rows<M, Record>(_ query: Query<M>, _ shape: Shape<Record>) throws -> [Record] {
        if let problem = query.problem { throw problem }
        var statement = SelectStatement(dialect)
        let place = statement.rest.place(M.table)
        statement.rest.write(" FROM \(place.definition)")
        let attachments = try shape.select(&statement, place)
        try statement.rest.writeWhere(query.conditions, at: place)
        statement.writeOrder(query, at: place, byKey: query.limit.map { $0 > 1 } ?? (query.offset != nil))
        return try read(M.self, statement, shape, attachments)
    }

    /// The records at the other end of a relation, and for each of them its owner's key.
    func rows<M, Record>(
        _ query: Query<M>, _ shape: Shape<Record>, of relation: Relation, _ keys: [Value]
    ) throws -> ([Record], owners: [Value]) {
        var statement = SelectStatement(dialect)
        let place = statement.rest.place(M.table)
        statement.rest.write(" FROM \(place.definition)")
        var owner = (place: place, column: relation.targetColumn)
        if let through = relation.through {
            owner = (statement.rest.place(through.table), through.ownerColumn)
            statement.rest.write(" INNER JOIN \(owner.place.definition) ON ")
            statement.rest.write("\(owner.place.column(through.targetColumn)) = \(place.column(relation.targetColumn))")
        }
        let attachments = try shape.select(&statement, place)
        let ownerCell = statement.addColumn(owner.column, of: owner.place)
        statement.rest.write(" WHERE ")
        try statement.rest.writeList(owner.place.column(owner.column), keys)
        for condition in relation.scope.conditions + query.conditions {
            statement.rest.write(" AND ")
            try statement.rest.write(condition, at: place)
        }
        for condition in relation.through?.scope.conditions ?? [] {
            statement.rest.write(" AND ")
            try statement.rest.write(condition, at: owner.place)
        }
        statement.writeOrder(query, at: place, byKey: true)
        var owners: [Value] = []
        let records = try read(M.self, statement, shape, attachments) { owners.append(try $0.value(at: ownerCell)) }
        return (records, owners)
    }

    /// How many rows the conditions hold for. No join is needed for that, so that nothing is counted twice.
    func count<M>(_ query: Query<M>) throws -> Int {
        if let problem = query.problem { throw problem }
        var writer = SQLWriter(dialect)
        let place = writer.place(M.table)
        writer.write("SELECT COUNT(*) FROM \(place.definition)")
        try writer.writeWhere(query.conditions, at: place)
        return try connection.first(writer.text, writer.values) { try $0[0] } ?? 0
    }

    /// Whether the conditions hold for any row.
    func exists<M>(_ query: Query<M>) throws -> Bool {
        if let problem = query.problem { throw problem }
        var writer = SQLWriter(dialect)
        let place = writer.place(M.table)
        writer.write("SELECT 1 FROM \(place.definition)")
        try writer.writeWhere(query.conditions, at: place)
        writer.write(" LIMIT 1")
        return try connection.first(writer.text, writer.values) { _ in true } ?? false
    }

    private func read<M: Model, Record>(
        _ model: M.Type, _ statement: SelectStatement, _ shape: Shape<Record>, _ attachments: [Attachment<Record>],
        also: (Row) throws -> Void = { _ in }
    ) throws -> [Record] {
        var records: [Record] = []
        do {
            try connection.query(statement.text, statement.rest.values) { row in
                var record = try shape.make(row)
                for attachment in attachments { try attachment.read(&record, row) }
                try also(row)
                records.append(record)
            }
        } catch var error as ColumnDecodingError {
            error.model = error.model ?? model.table.model
            throw error
        }
        for attachment in attachments where attachment.needsFetch {
            try attachment.fetch(self)
            for index in records.indices { try attachment.finish(&records[index], at: index) }
        }
        return records
    }
}
