extension SQLWriter {
    /// Writes ` WHERE …` when there are conditions.
    mutating func writeWhere(_ conditions: [Clause], at place: TablePlace) throws {
        guard let condition = Clause.all(conditions) else { return }
        write(" WHERE ")
        try write(condition, at: place)
    }

    /// Writes a condition on the columns of a table.
    mutating func write(_ condition: Clause, at place: TablePlace) throws {
        switch condition {
        case .comparison(let column, let comparison, let value):
            write(column: column, of: place)
            write(comparison.rawValue)
            bind(value)
        case .null(let column):
            write(column: column, of: place)
            write(" IS NULL")
        case .list(let column, let values, let isNegated):
            try writeList(place.column(column), values, isNegated: isNegated)
        case .between(let column, let low, let high):
            write(column: column, of: place)
            write(" BETWEEN ")
            bind(low)
            write(" AND ")
            bind(high)
        case .text(let column, let relation, let text):
            write(dialect.match(place.column(column), relation, mark(.text(text)), folding: true))
        case .like(let column, let pattern, let folding):
            write(dialect.like(place.column(column), mark(.text(pattern)), folding: folding))
        case .and(let conditions): try writeJoined(conditions, " AND ", empty: "1 = 1", at: place)
        case .or(let conditions): try writeJoined(conditions, " OR ", empty: "0 = 1", at: place)
        case .not(let condition):
            write("NOT (")
            try write(condition, at: place)
            write(")")
        case .related(let relation, let condition): try writeExists(relation, condition, from: place)
        case .linked(let through, let key, let column):
            let link = self.place(through.table)
            write(
                "\(place.column(column)) IN (SELECT \(link.column(through.targetColumn)) FROM \(link.definition) WHERE "
            )
            try write(.and([.comparison(through.ownerColumn, .equal, key)] + through.scope.conditions), at: link)
            write(")")
        }
    }

    /// A list is filled up to a power of two with its last value, so that lists of many lengths share a few texts.
    mutating func writeList(_ expression: String, _ values: [Value], isNegated: Bool = false) throws {
        guard let last = values.last else { return write(isNegated ? "1 = 1" : "0 = 1") }
        var count = 1
        while count < values.count { count *= 2 }
        if count > dialect.maximumValues { count = values.count }
        guard count <= dialect.maximumValues else {
            throw QueryError("a list of \(values.count) values, \(dialect.name) takes \(dialect.maximumValues)")
        }
        write(expression)
        write(isNegated ? " NOT IN (" : " IN (")
        for index in 0..<count {
            if index > 0 { write(", ") }
            bind(index < values.count ? values[index] : last)
        }
        write(")")
    }

    private mutating func writeJoined(
        _ conditions: [Clause], _ word: String, empty: String, at place: TablePlace
    ) throws {
        guard !conditions.isEmpty else { return write(empty) }
        write("(")
        try write(conditions, separator: word) { try $0.write($1, at: place) }
        write(")")
    }

    private mutating func writeExists(_ relation: Relation, _ condition: Clause?, from owner: TablePlace) throws {
        try relation.check()
        let target = place(relation.target)
        write("EXISTS (SELECT 1 FROM \(target.definition)")
        let link = relation.through.map { place($0.table) }
        if let through = relation.through, let link {
            write(" INNER JOIN \(link.definition) ON \(link.column(through.targetColumn)) = ")
            write("\(target.column(relation.targetColumn)) WHERE \(link.column(through.ownerColumn)) = ")
        } else {
            write(" WHERE \(target.column(relation.targetColumn)) = ")
        }
        write(owner.column(relation.ownerColumn))
        if let condition = relation.scope.narrowing(condition) {
            write(" AND ")
            try write(condition, at: target)
        }
        if let link, let condition = relation.through?.scope.narrowing(nil) {
            write(" AND ")
            try write(condition, at: link)
        }
        write(")")
    }
}
