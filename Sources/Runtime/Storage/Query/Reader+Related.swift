extension Reader {
    /// The records at the other end of a relation, owner by owner, and whose they are.
    ///
    /// - Parameters:
    ///   - query: its limit counts for each owner.
    ///   - keys: the owners' keys, each once.
    func rows<M, Record>(
        _ query: Query<M>, _ shape: Shape<Record>, of relation: Relation, _ keys: [Value]
    ) throws -> (CollectedRecords<Record>, [OwnerRun]) {
        let query = try query.ready()
        try relation.check()
        for order in query.orders { if let table = order.through { try relation.checkThrough(table) } }
        let rows = OwnedRows(relation: relation, keys: keys, through: try query.throughCondition(of: relation))
        var statement = SelectStatement(dialect)
        let place = statement.rest.place(M.table)
        statement.through = relation.through.map { statement.rest.place($0.table) }
        statement.rest.writeFrom(place)
        let ownerCell: Int
        let attachments: Attachment<Record>?
        if keys.count > 1, query.limit != nil || query.offset != nil {
            attachments = try shape.select(&statement, place)
            ownerCell = try statement.writeNumbered(query, rows, at: place)
        } else {
            statement.writeLink(rows, at: place)
            attachments = try shape.select(&statement, place)
            let owner = rows.owner(at: place, through: statement.through)
            ownerCell = statement.addColumn(owner.column, of: owner.place)
            try statement.rest.writeWhere(query, rows, at: place, through: statement.through)
            try statement.writeOrder(query, at: place, owned: rows, byKey: true)
        }
        var runs: [OwnerRun] = []
        let records = try read(M.self, statement, shape, attachments, limit: nil) { row in
            let owner = try row.value(at: ownerCell)
            if let last = runs.indices.last, runs[last].owner == owner {
                runs[last].count += 1
            } else {
                runs.append(OwnerRun(owner: owner, count: 1))
            }
        }
        return (records, runs)
    }
}

/// So many records beside each other that have the same owner.
struct OwnerRun {
    /// The owner's key.
    let owner: Value
    var count: Int
}

/// The rows at the other end of a relation from some owners.
struct OwnedRows {
    let relation: Relation
    let keys: [Value]
    /// What must hold for the row of the table between.
    let through: Clause?

    /// The column that holds the owner's key.
    func owner(at place: TablePlace, through link: TablePlace?) -> (place: TablePlace, column: Int) {
        guard let link, let through = relation.through else { return (place, relation.targetColumn) }
        return (link, through.ownerColumn)
    }

    /// The column of the table between that holds the same as a key of the rows. Where the owner's key stands beside
    /// it in an index, as it does for whoever keeps ties unique, an order by both needs no sorting.
    func link(to key: Int, through link: TablePlace?) -> String? {
        guard let link, let through = relation.through, relation.targetColumn == key else { return nil }
        return link.column(through.targetColumn)
    }
}

extension SQLWriter {
    /// Writes ` WHERE …`: rows of these owners that the query asks for.
    mutating func writeWhere<M>(
        _ query: Query<M>, _ rows: OwnedRows, at place: TablePlace, through link: TablePlace?
    ) throws {
        let owner = rows.owner(at: place, through: link)
        write(" WHERE ")
        try takingAggregates(false) { writer in
            try writer.writeList(.column(owner.column), rows.keys, at: owner.place)
            if let link { try writer.writeLink(rows.relation.through?.scope.narrowing(rows.through), at: link) }
            for condition in rows.relation.scope.conditions + query.conditions {
                writer.write(" AND ")
                try writer.write(condition, at: place)
            }
        }
    }

    /// Writes ` INNER JOIN …` of the table between.
    mutating func writeLink(_ rows: OwnedRows, at place: TablePlace, through link: TablePlace?) {
        guard let link, let through = rows.relation.through else { return }
        write(" INNER JOIN ")
        write(link.definition)
        write(" ON ")
        write(column: through.targetColumn, of: link)
        write(" = ")
        write(column: rows.relation.targetColumn, of: place)
    }
}

extension SelectStatement {
    mutating func writeLink(_ rows: OwnedRows, at place: TablePlace) {
        rest.writeLink(rows, at: place, through: through)
    }

    /// Writes a join with the numbers that rows have within their owner, and the order; so a limit counts for each
    /// owner, in one statement for all.
    ///
    /// - Returns: where the owner's key stands in a row.
    mutating func writeNumbered<M>(_ query: Query<M>, _ rows: OwnedRows, at place: TablePlace) throws -> Int {
        let keys = place.table.primaryKey
        guard !keys.isEmpty else {
            throw ModelDefinitionError(
                "\(place.table.model) has no primary key, so a limit for each owner is not possible")
        }
        let inner = rest.place(place.table)
        let link = rows.relation.through.map { rest.place($0.table) }
        let linkKeys = readsThrough ? link?.table.primaryKey ?? [] : []
        let owner = rows.owner(at: inner, through: link)
        let ownerKey = owner.place.column(owner.column)
        rest.write(" INNER JOIN (SELECT ")
        for (number, key) in keys.enumerated() { rest.write("\(inner.column(key)) AS k\(number), ") }
        for (number, key) in linkKeys.enumerated() { rest.write("\(owner.place.column(key)) AS l\(number), ") }
        rest.write("\(ownerKey) AS o, ROW_NUMBER() OVER (PARTITION BY \(ownerKey)")
        try rest.writeOrder(query, at: inner, through: link, byKey: true)
        rest.write(") AS n FROM \(inner.definition)")
        rest.writeLink(rows, at: inner, through: link)
        try rest.writeWhere(query, rows, at: inner, through: link)
        rest.write(") AS w ON ")
        rest.write(Array(keys.enumerated()), separator: " AND ") {
            $0.write("w.k\($1.offset) = \(place.column($1.element))")
        }
        if readsThrough, let through {
            guard !linkKeys.isEmpty else {
                throw ModelDefinitionError(
                    "\(through.table.model) has no primary key, so its columns cannot be read here")
            }
            rest.write(" INNER JOIN \(through.definition) ON ")
            rest.write(Array(linkKeys.enumerated()), separator: " AND ") {
                $0.write("w.l\($1.offset) = \(through.column($1.element))")
            }
        }
        writeNumbers(query)
        return add("w.o", count: 1)
    }

    private mutating func writeNumbers<M>(_ query: Query<M>) {
        let first = Int64(query.offset ?? 0)
        rest.write(" WHERE w.n > ")
        rest.bind(.integer(first))
        if let limit = query.limit {
            let (last, overflow) = first.addingReportingOverflow(Int64(limit))
            rest.write(" AND w.n <= ")
            rest.bind(.integer(overflow ? .max : last))
        }
        rest.write(" ORDER BY w.o, w.n")
    }
}
