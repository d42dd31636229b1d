extension Query {
    /// Leaves out rows that are equal in all that is read of them.
    public mutating func distinct() {
        isDistinct = true
    }

    /// Takes all rows together that are equal in these columns; what is read of them besides are aggregates.
    ///
    /// ```swift
    /// let rows = try await Post.findAll(\.status, \.id.count, \.views.sum) {
    ///     $0.group(by: \.status)
    ///     $0.having { $0.id.count > 3 }
    /// }
    /// ```
    public mutating func group<each E: ColumnExpression>(by columns: repeat KeyPath<M.Columns, each E>) {
        for column in repeat each columns { groups.append(M.columns[keyPath: column].term) }
    }

    /// Asks for groups for which a condition holds, one on aggregates or on the columns of `group`.
    public mutating func having(_ condition: (M.Columns) throws -> Condition<M>) rethrows {
        having.append(try condition(M.columns).condition)
    }

    /// Whether rows that are equal in the order are told apart by the primary key, so that pages fit together.
    var ordersByKey: Bool {
        guard !isDistinct, groups.isEmpty, having.isEmpty, !readsAggregates else { return false }
        return seek != nil || (limit.map { $0 > 1 } ?? (offset != nil))
    }

    /// Refuses what makes no rows of the model.
    func checkWhole() throws {
        guard groups.isEmpty, having.isEmpty else {
            throw QueryError(
                "group and having belong to tuples: \(M.table.model).findAll(\\.column, \\.id.count) { … }")
        }
    }

    /// Refuses to count what are no rows of the model.
    func checkCountable() throws {
        try checkWhole()
        guard !isDistinct else {
            throw QueryError("distinct rows cannot be counted so: \(M.table.model).count(distinct: \\.column)")
        }
    }

    /// Refuses columns beside aggregates that are not grouped by, and orders by what is not read of distinct rows:
    /// some engines would pick any row's.
    ///
    /// - Parameter terms: what is read.
    mutating func check(reading terms: [Term]) throws {
        readsAggregates = terms.contains(where: \.isAggregate)
        let isGrouped = !groups.isEmpty || !having.isEmpty || readsAggregates
        guard isGrouped || isDistinct else { return }
        func isOneOf(_ term: Term, _ terms: [Term]) -> Bool {
            term.column.map { column in terms.contains { $0.column == column } } ?? true
        }
        for term in terms where isGrouped && !term.isAggregate && !isOneOf(term, groups) {
            throw QueryError("\(name(of: term)) is read beside aggregates, so it must be in group")
        }
        for order in orders where !order.term.isAggregate {
            if isGrouped, !isOneOf(order.term, groups) {
                throw QueryError("\(name(of: order.term)) is ordered by, so it must be in group")
            }
            if isDistinct, !isOneOf(order.term, terms) {
                throw QueryError("\(name(of: order.term)) is ordered by, so it must be among what is read as distinct")
            }
        }
    }

    private func name(of term: Term) -> String {
        guard let column = term.column, M.table.attributes.indices.contains(column) else { return "a computed column" }
        return "\(M.table.model).\(M.table.attributes[column].name)"
    }
}
