extension Model {
    /// The row for which a condition holds, or a new one when there is none.
    ///
    /// ```swift
    /// let (tag, created) = try await Tag.findOrCreate(where: { $0.name == "swift" }, defaults: Tag(name: "swift"))
    /// ```
    ///
    /// Two callers at once get the same row where a unique attribute stands in the condition; SQLite sees to it in any
    /// case. It may stand in a transaction, which goes on when somebody else was first.
    ///
    /// - Parameters:
    ///   - condition: what the row must be.
    ///   - defaults: the row to store when there is none; the condition should hold for it.
    /// - Returns: the row, and whether it was created by this call.
    public static func findOrCreate(
        where condition: (Columns) throws -> Condition<Self>, defaults: Self
    ) async throws -> (Self, created: Bool) {
        try await findOrCreate(where: condition(columns).condition, defaults: defaults)
    }

    /// The row for which a condition holds, or the one that is given, not stored, when there is none.
    ///
    /// - Returns: the row, and whether it is the given one.
    public static func findOrBuild(
        where condition: (Columns) throws -> Condition<Self>, defaults: Self
    ) async throws -> (Self, built: Bool) {
        let query = try first(where: condition(columns).condition)
        if let found = try await findAll(query).first { return (found, false) }
        return (defaults, true)
    }

    static func findOrCreate(where condition: Clause, defaults: Self) async throws -> (Self, created: Bool) {
        // the hooks of finding see the query once, however often it is asked
        let query = try await first(where: condition).hooked()
        if let found = try await foundWithHooks(query).first { return (found, false) }
        do {
            return hooks.concern(.create)
                ? try await createWithHooks(defaults, unless: query)
                : try await createAtOnce(defaults, unless: query)
        } catch let error as UniqueConstraintError {
            guard let found = try await foundWithHooks(query).first else { throw error }
            return (found, false)
        }
    }

    private static func createAtOnce(
        _ defaults: Self, unless query: Query<Self>
    ) async throws -> (Self, created: Bool) {
        var write = try RowWrite(new: defaults)
        write.draft.complete()
        try await write.prepare(.create)
        let draft = write.draft
        let (found, values) = try await database.writingAll { writer in
            // looked for again, now that on SQLite nobody else can write between this and the insert
            let reader = Reader(connection: writer.connection, dialect: writer.dialect)
            if let found = try reader.rows(query, Shape<Self>.model([])).first {
                return (found as Self?, [Value]())
            }
            return (nil, try writer.insert(draft))
        }
        if let found { return (try await afterFind([found]).first ?? found, false) }
        return (try write.result(values), true)
    }

    private static func createWithHooks(
        _ defaults: Self, unless query: Query<Self>
    ) async throws -> (Self, created: Bool) {
        try await database.transaction {
            if let found = try await foundWithHooks(query).first { return (found, false) }
            return (try await create(defaults), true)
        }
    }

    private static func first(where condition: Clause) -> Query<Self> {
        var query = Query<Self>()
        query.add(condition)
        query.takeFirst()
        return query
    }
}
