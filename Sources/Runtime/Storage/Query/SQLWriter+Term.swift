extension SQLWriter {
    /// Writes a term on the columns of a table.
    mutating func write(_ term: Term, at place: TablePlace) throws {
        switch term {
        case .column(let column): write(column: column, of: place)
        case .value(let value): bind(value)
        case .json(let term, let path): write(dialect.json(try text(of: term, at: place), at: path))
        case .number(let term): try writeNumber(term, at: place)
        case .folded(let term): write(dialect.fold(try text(of: term, at: place)))
        case .aggregate(let aggregate, let term):
            guard takesAggregates else {
                throw QueryError(
                    "an aggregate belongs into having, not into where: rows are chosen before they are grouped")
            }
            write(aggregate.rawValue)
            try write(term, at: place)
            write(")")
        case .related(let rows, let term): try writeRelated(rows, term, from: place)
        case .sql(let pieces):
            for piece in pieces {
                switch piece {
                case .text(let text): write(text)
                case .term(let term): try write(term, at: place)
                }
            }
        }
    }

    /// The text of a term that an engine writes into an expression of its own, once or more than once and wherever it
    /// likes; so no value may be bound in it.
    mutating func text(of term: Term, at place: TablePlace) throws -> String {
        if let column = term.column { return place.column(column) }
        guard !term.bindsValues else {
            throw QueryError("a computed column that binds values cannot be searched, folded or grouped by")
        }
        return try apart { try $0.write(term, at: place) }
    }

    /// The number that a text is; an engine would fail, or say 0, for one that is none.
    private mutating func writeNumber(_ term: Term, at place: TablePlace) throws {
        let text = try text(of: term, at: place)
        let isNumber = dialect.regexp(text, mark(.text(#"^-?[0-9]{1,27}([.][0-9]{1,10})?$"#)), folding: false)
        write("CASE WHEN \(isNumber) THEN CAST(\(text) AS DECIMAL(38, 10)) END")
    }

    /// Writes a term of one related row, or an aggregate of all, as a query in brackets.
    private mutating func writeRelated(_ rows: RelatedRows, _ term: Term, from owner: TablePlace) throws {
        write("(SELECT ")
        let target = place(rows.relation.target)
        try takingAggregates(true) { try $0.write(term, at: target) }
        try writeFrom(rows, target, of: owner)
        if !term.isAggregate, !rows.relation.isUnique, let key = rows.relation.target.primaryKey.first {
            write(" ORDER BY \(target.column(key)) LIMIT 1")
        }
        write(")")
    }

    /// Writes `EXISTS (SELECT 1 FROM …)`.
    mutating func writeExists(_ rows: RelatedRows, from owner: TablePlace) throws {
        let target = place(rows.relation.target)
        write("EXISTS (SELECT 1")
        try writeFrom(rows, target, of: owner)
        write(")")
    }

    /// Writes ` FROM … WHERE …` of the rows at the other end of a relation.
    private mutating func writeFrom(_ rows: RelatedRows, _ target: TablePlace, of owner: TablePlace) throws {
        let relation = rows.relation
        try relation.check()
        write(" FROM \(target.definition)")
        var link: TablePlace?
        if let through = relation.through {
            let place = place(through.table)
            write(" INNER JOIN \(place.definition) ON \(place.column(through.targetColumn)) = ")
            write("\(target.column(relation.targetColumn)) WHERE \(place.column(through.ownerColumn)) = ")
            link = place
        } else {
            write(" WHERE \(target.column(relation.targetColumn)) = ")
        }
        write(owner.column(relation.ownerColumn))
        try takingAggregates(false) { writer in
            if let link { try writer.writeLink(relation.through?.scope.narrowing(rows.through), at: link) }
            if !rows.withDestroyed, let deletedAt = relation.target.deletedAt {
                writer.write(" AND \(target.column(deletedAt)) IS NULL")
            }
            guard let condition = relation.scope.narrowing(rows.condition) else { return }
            writer.write(" AND ")
            try writer.write(condition, at: target)
        }
    }

    /// Writes ` AND …`: what must hold for the row of a table between, which is not a destroyed one.
    mutating func writeLink(_ condition: Clause?, at link: TablePlace) throws {
        if let deletedAt = link.table.deletedAt { write(" AND \(link.column(deletedAt)) IS NULL") }
        guard let condition else { return }
        write(" AND ")
        try write(condition, at: link)
    }
}
