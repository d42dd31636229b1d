extension Model {
    /// The rows that a query asks for, each read as another type.
    ///
    /// ```swift
    /// let summaries = try await Post.findAll(as: PostSummary.self) { $0.order(by: \.title) }
    /// ```
    nonisolated(nonsending) public static func findAll<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> [P] where P.Base == Self {
        try await Query.partial(P.selection.terms, build).rows(P.shape)
    }

    /// The first row that a query asks for, read as another type.
    nonisolated(nonsending) public static func findOne<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> P? where P.Base == Self {
        var query = try await Query.partial(P.selection.terms, build)
        query.takeFirst()
        return try await query.rows(P.shape).first
    }

    /// The row with a primary key, read as another type.
    nonisolated(nonsending) public static func findByPk<P: Projection>(_ key: PrimaryKey, as type: P.Type) async throws
        -> P?
    where P.Base == Self {
        try await Query<Self>.byPrimaryKey(key).hooked().rows(P.shape).first
    }

    /// A page of rows read as another type, and how many there are on all pages.
    nonisolated(nonsending) public static func findAndCountAll<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> Rows<P> where P.Base == Self {
        guard !hooks.readsWithHooks else {
            return Rows(count: try await count(build), rows: try await findAll(as: type, build))
        }
        return try await Query.partial(P.selection.terms, build).rowsAndCount(P.shape)
    }
}

extension Query {
    /// A query for a partial read, whose type says what is read along.
    nonisolated(nonsending) static func partial(_ build: (inout Query) throws -> Void) async throws -> Query {
        let query = M.hooks.readsWithHooks ? try await Query(build).hooked() : try Query(build)
        guard query.includes.isEmpty else { throw QueryError.includeInPartialRead }
        return try query.ready()
    }

    /// A query for a partial read of these terms.
    nonisolated(nonsending) static func partial(
        _ terms: [Term], _ build: (inout Query) throws -> Void
    ) async throws -> Query {
        var query = try await partial(build)
        try query.check(reading: terms)
        return query
    }
}

extension QueryError {
    static let includeInPartialRead = QueryError(
        "include has no effect in a partial read: its selection names what is read along")
}
