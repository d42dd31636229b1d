extension Model {
    /// The row for which a condition holds, or a new one when there is none. Two callers at once get the same row.
    ///
    /// ```swift
    /// let (tag, created) = try await Tag.findOrCreate(where: { $0.name == "swift" }, defaults: Tag(name: "swift"))
    /// ```
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

    static func findOrCreate(where condition: Clause, defaults: Self) async throws -> (Self, created: Bool) {
        var query = Query<Self>()
        query.add(condition)
        query.takeFirst()
        let first = query
        if let found = try await findAll(first).first { return (found, false) }
        let draft = try await prepared(Draft(new: defaults))
        do {
            let (found, values) = try await database.writingAll { writer in
                // looked for again, now that no other transaction can write between this and the insert
                let reader = Reader(connection: writer.connection, dialect: writer.dialect)
                if let found = try reader.rows(first, Shape<Self>.model([])).first {
                    return (found as Self?, [Value]())
                }
                return (nil, try writer.insert(draft))
            }
            if let found { return (found, false) }
            var created = defaults
            try created.assign(Row(values: Values(values)))
            return (created, true)
        } catch let error as UniqueConstraintError {
            guard let found = try await findAll(first).first else { throw error }
            return (found, false)
        }
    }
}
