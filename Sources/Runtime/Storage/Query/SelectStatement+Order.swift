extension SelectStatement {
    /// Writes ` GROUP BY … HAVING …`.
    mutating func writeGroups<M>(_ query: Query<M>, at place: TablePlace) throws {
        for (index, group) in query.groups.enumerated() {
            rest.write(index == 0 ? " GROUP BY " : ", ")
            rest.write(try rest.text(of: group, at: place))
        }
        guard let having = Clause.all(query.having) else { return }
        rest.write(" HAVING ")
        try rest.write(having, at: place)
    }

    /// Writes ` ORDER BY … LIMIT … OFFSET …`, and how rows are locked.
    ///
    /// - Parameters:
    ///   - owned: the relation by which the rows are read; they come owner by owner then.
    ///   - byKey: whether rows that are equal in the order are told apart by the primary key.
    mutating func writeOrder<M>(
        _ query: Query<M>, at place: TablePlace, owned: OwnedRows? = nil, byKey: Bool
    ) throws {
        try rest.writeOrder(query, at: place, through: through, owned: owned, byKey: byKey)
        if query.limit != nil || query.offset != nil {
            // bound, so that all pages share one text; without a limit the greatest number that every engine takes
            rest.write(" LIMIT ")
            rest.bind(.integer(query.limit.map(Int64.init) ?? .max))
        }
        if let offset = query.offset {
            rest.write(" OFFSET ")
            rest.bind(.integer(Int64(offset)))
        }
        if let lock = query.lock { rest.write(rest.dialect.lock(lock.lock, lock.wait, of: place.alias)) }
    }
}

extension SQLWriter {
    /// Writes ` ORDER BY …`.
    mutating func writeOrder<M>(
        _ query: Query<M>, at place: TablePlace, through: TablePlace?, owned: OwnedRows? = nil, byKey: Bool
    ) throws {
        var word = " ORDER BY "
        if let owner = owned?.owner(at: place, through: through) {
            write(word)
            word = ", "
            write(column: owner.column, of: owner.place)
        }
        for order in query.orders {
            write(word)
            word = ", "
            try write(order, at: order.through == nil ? place : through ?? place)
        }
        guard byKey else { return }
        let isDescending = query.orders.last?.direction == .descending
        for key in place.table.primaryKey where !query.orders.contains(where: { $0.isColumn(key) }) {
            write(word)
            word = ", "
            let column = owned?.link(to: key, through: through) ?? place.column(key)
            write(dialect.order(column, descending: isDescending, nulls: nil))
        }
    }

    private mutating func write(_ order: Order, at place: TablePlace) throws {
        // an engine without NULLS FIRST says the expression twice
        let isSimple = order.term.column != nil || order.nulls == nil
        let text = isSimple ? try apart { try $0.write(order.term, at: place) } : try text(of: order.term, at: place)
        write(dialect.order(text, descending: order.direction == .descending, nulls: order.nulls))
    }
}

extension Order {
    /// Whether it is this column of the query's own table.
    func isColumn(_ column: Int) -> Bool { through == nil && term.column == column }
}
