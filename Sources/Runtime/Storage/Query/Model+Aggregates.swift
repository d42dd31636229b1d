extension Model {
    /// All values of a column together, 0 when there are none.
    ///
    /// ```swift
    /// let views = try await Post.sum(\.views) { $0.where { $0.userId == 3 } }
    /// ```
    public static func sum<E: ColumnExpression>(
        _ column: KeyPath<Columns, E>, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> E.Value.Wrapped where E.Owner == Self, E.Value.Wrapped: Numeric {
        try await aggregate(columns[keyPath: column].sum, build) ?? 0
    }

    /// The mean of a column's values, nil when there are none.
    public static func avg<E: ColumnExpression>(
        _ column: KeyPath<Columns, E>, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> Double? where E.Owner == Self, E.Value.Wrapped: Numeric {
        try await aggregate(columns[keyPath: column].avg, build)
    }

    /// The least of a column's values, nil when there are none.
    public static func min<E: ColumnExpression>(
        _ column: KeyPath<Columns, E>, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> E.Value.Wrapped? where E.Owner == Self, E.Value.Wrapped: Comparable {
        try await aggregate(columns[keyPath: column].min, build)
    }

    /// The greatest of a column's values, nil when there are none.
    public static func max<E: ColumnExpression>(
        _ column: KeyPath<Columns, E>, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> E.Value.Wrapped? where E.Owner == Self, E.Value.Wrapped: Comparable {
        try await aggregate(columns[keyPath: column].max, build)
    }

    /// How many different values a column has, null not counted.
    public static func count<E: ColumnExpression>(
        distinct column: KeyPath<Columns, E>, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> Int where E.Owner == Self {
        try await aggregate(ComputedColumn<Self, Int?>(columns[keyPath: column].distinctCount.term), build) ?? 0
    }

    private static func aggregate<V: ColumnValue>(
        _ aggregate: ComputedColumn<Self, V?>, _ build: (inout Query<Self>) throws -> Void
    ) async throws -> V? {
        let query = try Query(build)
        return try await query.read { try $0.value(aggregate.term, of: query) }
    }
}
