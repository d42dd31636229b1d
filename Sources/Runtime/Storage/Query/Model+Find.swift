extension Model {
    /// The rows that a query asks for.
    ///
    /// ```swift
    /// let posts = try await Post.findAll { $0.where { $0.status == .published } }
    /// ```
    ///
    /// - Parameter build: conditions, order and what to read along; all rows when left out.
    nonisolated(nonsending) public static func findAll(_ build: (inout Query<Self>) throws -> Void = { _ in })
        async throws -> [Self]
    {
        try await findAll(Query(build))
    }

    /// The rows that a query asks for.
    nonisolated(nonsending) public static func findAll(_ query: Query<Self>) async throws -> [Self] {
        guard !hooks.readsWithHooks else { return try await foundWithHooks(query.hooked()) }
        let query = try query.ready()
        try query.checkWhole()
        return try await query.rows(.model(query.includes))
    }

    /// The first row that a query asks for, nil when there is none.
    nonisolated(nonsending) public static func findOne(_ build: (inout Query<Self>) throws -> Void = { _ in })
        async throws -> Self?
    {
        var query = try Query(build)
        query.takeFirst()
        return try await findAll(query).first
    }

    /// The row with a primary key, nil when there is none.
    @inlinable
    nonisolated(nonsending) public static func findByPk(_ key: PrimaryKey) async throws -> Self? {
        // what a scope or a hook asks for is not the same each time
        guard isFoundByKeyAlone else { return try await findByPk(key) { _ in } }
        // said here, where the model is known: further down each call would look for the type of its optional
        return try await row(at: key, none: Self?.none) { $0 = try read($1) }
    }

    @usableFromInline
    static var isFoundByKeyAlone: Bool { !hooks.readsWithHooks && defaultScope == nil }

    /// What is made of the row with a primary key, read by a statement that is written once.
    @usableFromInline
    nonisolated(nonsending) static func row<Found: Sendable>(
        at key: PrimaryKey, none: Found, _ read: @Sendable (inout Found, Row) throws -> Void
    ) async throws -> Found {
        let (values, database) = (Values(try table.checked(key: key.keyValues)), try Database.current)
        let statement = table.quoted(for: database.dialect).selectByKey
        return try await database.read { connection in
            var found = none
            try connection.query(statement, values) { try read(&found, $0) }
            return found
        }
    }

    /// The row with a primary key, nil when there is none.
    ///
    /// - Parameters:
    ///   - key: the key's value.
    ///   - build: what to read along, and further conditions.
    nonisolated(nonsending) public static func findByPk(
        _ key: PrimaryKey, _ build: (inout Query<Self>) throws -> Void
    ) async throws -> Self? {
        let query = try Query.byPrimaryKey(key, build)
        return try await findAll(query).first
    }

    /// A page of rows, and how many there are on all pages.
    nonisolated(nonsending) public static func findAndCountAll(
        _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) async throws -> Rows<Self> {
        let query = try Query(build)
        guard !hooks.readsWithHooks else {
            return Rows(count: try await count(query), rows: try await findAll(query))
        }
        let ready = try query.ready()
        return try await ready.rowsAndCount(.model(ready.includes))
    }

    /// How many rows there are.
    nonisolated(nonsending) public static func count(_ build: (inout Query<Self>) throws -> Void = { _ in })
        async throws -> Int
    {
        try await count(Query(build))
    }

    /// How many rows a query asks for, whatever its limit.
    nonisolated(nonsending) public static func count(_ query: Query<Self>) async throws -> Int {
        let query = hooks.readsWithHooks ? try await query.hookedToCount() : query
        return try await query.read { try $0.count(query) }
    }

    /// Whether there is any row.
    nonisolated(nonsending) public static func exists(_ build: (inout Query<Self>) throws -> Void = { _ in })
        async throws -> Bool
    {
        let query = try await Query(build).hookedToCount()
        return try await query.read { try $0.exists(query) }
    }

    /// The row where a column holds a value; none for null.
    nonisolated(nonsending) static func findOne(at column: Int, equal value: Value) async throws -> Self? {
        guard value != .null else { return nil }
        return try await findOne { $0.add(.comparison(column, .equal, value)) }
    }
}

extension Query {
    /// A query of the row with a primary key.
    static func byPrimaryKey(_ key: M.PrimaryKey, _ build: (inout Query) throws -> Void = { _ in }) throws -> Query {
        var query = Query()
        let values = try M.table.checked(key: key.keyValues)
        for (column, value) in zip(M.table.primaryKey, values) { query.add(.comparison(column, .equal, value)) }
        try build(&query)
        query.takeFirst()
        return query
    }

    /// A query of the row that a model was read from.
    static func row(of model: M, _ build: (inout Query) throws -> Void = { _ in }) throws -> Query {
        var query = Query()
        query.add(try model.isThisRow())
        query.unscoped()
        query.paranoid(false)
        try build(&query)
        query.takeFirst()
        return query
    }

    /// Runs reading statements on one connection.
    nonisolated(nonsending) func read<R: Sendable>(_ body: @Sendable (Reader) throws -> R) async throws -> R {
        let database = try Database.current
        try checkLock(in: database)
        return try await database.read { connection in
            try body(Reader(connection: connection, dialect: database.dialect))
        }
    }

    /// The records of the query.
    nonisolated(nonsending) func rows<Record>(_ shape: Shape<Record>) async throws -> [Record] {
        try await read { try $0.rows(self, shape) }
    }

    /// The records of the query, and how many there are without its limit.
    nonisolated(nonsending) func rowsAndCount<Record>(_ shape: Shape<Record>) async throws -> Rows<Record> {
        try checkCountable()
        return try await read { reader in
            let rows = try reader.rows(self, shape)
            return Rows(count: try countKnown(from: rows.count) ?? reader.count(self), rows: rows)
        }
    }

    /// The count where the rows say it already: the last page, or no pages at all.
    private func countKnown(from rows: Int) -> Int? {
        guard seek == nil else { return nil }
        let before = offset ?? 0
        guard rows > 0 || before == 0 else { return nil }
        guard let limit else { return before + rows }
        return rows < limit ? before + rows : nil
    }
}

extension Model {
    /// The condition that finds this model's row.
    func isThisRow() throws -> Clause {
        let values = encoded
        let keys = Self.table.primaryKey.map { Clause.comparison($0, .equal, values[$0]) }
        guard let condition = Clause.all(keys) else {
            throw ModelDefinitionError(
                "\(Self.table.model) has no primary key, so one row of it cannot be told from others")
        }
        return condition
    }
}
