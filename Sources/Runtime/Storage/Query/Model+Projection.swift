extension Model {
    /// The rows that a query asks for, each read as another type.
    ///
    /// ```swift
    /// let summaries = try await Post.findAll(as: PostSummary.self) { $0.order(by: \.title) }
    /// ```
    public static func findAll<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> [P] where P.Base == Self {
        try await Query.partial(build).rows(P.shape)
    }

    /// The first row that a query asks for, read as another type.
    public static func findOne<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> P? where P.Base == Self {
        var query = try Query.partial(build)
        query.takeFirst()
        return try await query.rows(P.shape).first
    }

    /// The row with a primary key, read as another type.
    public static func findByPk<P: Projection>(_ key: PrimaryKey, as type: P.Type) async throws -> P?
    where P.Base == Self {
        try await Query<Self>.byPrimaryKey(key).rows(P.shape).first
    }

    /// A page of rows read as another type, and how many there are on all pages.
    public static func findAndCountAll<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> Rows<P> where P.Base == Self {
        try await Query.partial(build).rowsAndCount(P.shape)
    }

    /// Some columns of the rows that a query asks for, as tuples.
    ///
    /// ```swift
    /// for (id, title) in try await Post.findAll(\.id, \.title) { … }
    /// ```
    public static func findAll<First, each V>(
        _ first: KeyPath<Columns, Column<Self, First>>, _ others: repeat KeyPath<Columns, Column<Self, each V>>,
        where build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> [(First, repeat each V)] {
        var parts = SelectedParts<Self>()
        parts.add(column: columns[keyPath: first].index)
        for column in repeat each others { parts.add(column: columns[keyPath: column].index) }
        let shape = Selection<Self, (First, repeat each V)>(parts).shape { row in
            var next = 0
            func read<T: ColumnValue>(_ type: T.Type) throws -> T {
                next += 1
                return try row[next]
            }
            return (try row[0], repeat try read((each V).self))
        }
        return try await Query.partial(build).rows(shape)
    }
}

extension Query {
    /// A query for a partial read, whose type says what is read along.
    static func partial(_ build: (inout Query) throws -> Void) throws -> Query {
        let query = try Query(build)
        guard query.includes.isEmpty else {
            throw QueryError("include has no effect in a partial read: its selection names what is read along")
        }
        return query
    }
}
