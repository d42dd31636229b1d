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
        where condition: (Columns) throws -> Predicate<Self>, defaults: Self
    ) async throws -> (Self, created: Bool) {
        try await findOrCreate(where: condition(columns).condition, defaults: defaults)
    }

    static func findOrCreate(where condition: Condition, defaults: Self) async throws -> (Self, created: Bool) {
        func find() async throws -> Self? { try await findOne { $0.add(condition) } }
        if let found = try await find() { return (found, false) }
        do {
            return try await database.transaction {
                // looked for again, now that no other transaction can write between this and the insert
                if let found = try await find() { return (found, false) }
                return (try await create(defaults), true)
            }
        } catch let error as UniqueConstraintError {
            guard let found = try await find() else { throw error }
            return (found, false)
        }
    }
}
