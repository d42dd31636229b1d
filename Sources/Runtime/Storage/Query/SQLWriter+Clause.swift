extension SQLWriter {
    /// Deeper ones would take a thread's whole stack; engines refuse them earlier or later too.
    private static var deepest: Int { 200 }

    /// Writes ` WHERE …` when there are conditions.
    mutating func writeWhere(_ conditions: [Clause], at place: TablePlace) throws {
        guard let condition = Clause.all(conditions) else { return }
        write(" WHERE ")
        try takingAggregates(false) { try $0.write(condition, at: place) }
    }

    /// Writes a condition on the columns of a table.
    mutating func write(_ condition: Clause, at place: TablePlace) throws {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw QueryError("conditions stand in each other deeper than \(Self.deepest) times")
        }
        switch condition {
        case .compared(let left, let comparison, let right):
            try write(left, at: place)
            write(comparison.rawValue)
            try write(right, at: place)
        case .isNull(let term):
            try write(term, at: place)
            write(" IS NULL")
        case .isIn(let term, let values, let isNegated): try writeList(term, values, isNegated: isNegated, at: place)
        case .isBetween(let term, let low, let high):
            try write(term, at: place)
            write(" BETWEEN ")
            bind(low)
            write(" AND ")
            bind(high)
        case .text(let term, let relation, let text):
            write(dialect.match(try self.text(of: term, at: place), relation, mark(.text(text)), folding: true))
        case .like(let term, let pattern, let folding):
            write(dialect.like(try text(of: term, at: place), mark(.text(pattern)), folding: folding))
        case .regexp(let term, let pattern, let folding):
            write(dialect.regexp(try text(of: term, at: place), mark(.text(pattern)), folding: folding))
        case .jsonContains(let term, let json):
            write(dialect.jsonContains(try text(of: term, at: place), mark(.text(json))))
        case .jsonOverlaps(let term, let json):
            write(dialect.jsonOverlaps(try text(of: term, at: place), mark(.text(json))))
        case .and(let conditions): try writeJoined(conditions, " AND ", empty: "1 = 1", at: place)
        case .or(let conditions): try writeJoined(conditions, " OR ", empty: "0 = 1", at: place)
        case .not(let condition):
            write("NOT (")
            try write(condition, at: place)
            write(")")
        case .exists(let rows): try writeExists(rows, from: place)
        case .linked(let through, let key, let column, let condition):
            let link = self.place(through.table)
            write(
                "\(place.column(column)) IN (SELECT \(link.column(through.targetColumn)) FROM \(link.definition) WHERE "
            )
            try write(.comparison(through.ownerColumn, .equal, key), at: link)
            try writeLink(through.scope.narrowing(condition), at: link)
            write(")")
        }
    }

    /// A list is filled up with its last value, so that lists of many lengths share a few texts: to a power of two, or
    /// beyond 16 to one of four lengths between two of them (20, 24, 28, 32, 40, …), as each value costs a search.
    mutating func writeList(_ term: Term, _ values: [Value], isNegated: Bool = false, at place: TablePlace) throws {
        guard !values.isEmpty else { return write(isNegated ? "1 = 1" : "0 = 1") }
        var count = 1
        while count < values.count { count *= 2 }
        if count > 16 {
            let step = count / 8
            count = (values.count + step - 1) / step * step
        }
        if count > dialect.maximumValues { count = values.count }
        guard count <= dialect.maximumValues else {
            throw QueryError("a list of \(values.count) values, \(dialect.name) takes \(dialect.maximumValues)")
        }
        try write(term, at: place)
        write(isNegated ? " NOT IN (" : " IN (")
        bind(values, filledTo: count)
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
}
