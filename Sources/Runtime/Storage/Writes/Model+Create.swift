extension Model {
    /// Stores a new row.
    ///
    /// Texts are trimmed as their attributes say, all rules are checked, passwords hashed, `updatedAt` is now.
    ///
    /// - Parameter model: the row; a key that the database counts up is 0.
    /// - Returns: the row as it is stored.
    /// - Throws: ``ValidationError`` with everything that is wrong, ``UniqueConstraintError``,
    ///   ``ForeignKeyConstraintError`` and other failures of the database.
    nonisolated(nonsending) public static func create(_ model: Self) async throws -> Self {
        var model = model
        try await model.create()
        return model
    }

    /// Stores a new row of partial input: what it does not name gets its default, or null.
    nonisolated(nonsending) public static func create<Input: ChangeSet>(_ input: Input) async throws -> Self
    where Input.Record == Self {
        var write = RowWrite<Self>(new: input)
        return try await write.create()
    }

    /// Stores this value as a new row, and takes over what the database made: its key, timestamps, the password's hash.
    nonisolated(nonsending) public mutating func create() async throws {
        var write = try RowWrite(new: self)
        self = try await write.create()
    }
}
