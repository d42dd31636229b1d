extension Model {
    /// Some columns of the rows that a query asks for, as tuples; with aggregates those of its groups.
    ///
    /// ```swift
    /// for (id, title) in try await Post.findAll(\.id, \.title) { … }
    /// let rows = try await Post.findAll(\.status, \.id.count, \.views.sum) { $0.group(by: \.status) }
    /// ```
    ///
    /// - Parameters:
    ///   - first: a column, an aggregate of one, or a ``ComputedColumn``.
    ///   - others: more of them.
    ///   - build: conditions, groups and order.
    public static func findAll<First: ColumnExpression, each Other: ColumnExpression>(
        _ first: KeyPath<Columns, First>, _ others: repeat KeyPath<Columns, each Other>,
        where build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> [(First.Value, repeat (each Other).Value)] {
        try await rows(first, repeat each others, isOne: false, build)
    }

    /// Some columns of the first row that a query asks for, nil when there is none.
    public static func findOne<First: ColumnExpression, each Other: ColumnExpression>(
        _ first: KeyPath<Columns, First>, _ others: repeat KeyPath<Columns, each Other>,
        where build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> (First.Value, repeat (each Other).Value)? {
        try await rows(first, repeat each others, isOne: true, build).first
    }

    private static func rows<First: ColumnExpression, each Other: ColumnExpression>(
        _ first: KeyPath<Columns, First>, _ others: repeat KeyPath<Columns, each Other>, isOne: Bool,
        _ build: (inout Query<Self>) throws -> Void
    ) async throws -> [(First.Value, repeat (each Other).Value)] {
        var parts = SelectedParts<Self>()
        parts.add(columns[keyPath: first].term)
        for column in repeat each others { parts.add(columns[keyPath: column].term) }
        let shape = Selection<Self, (First.Value, repeat (each Other).Value)>(parts).shape { row in
            var next = 0
            func read<T: ColumnValue>(_ type: T.Type) throws -> T {
                next += 1
                return try row[next]
            }
            return (try row[0], repeat try read((each Other).Value.self))
        }
        var query = try await Query.partial(parts.terms, build)
        if isOne { query.takeFirst() }
        return try await query.rows(shape)
    }
}
