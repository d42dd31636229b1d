extension Model {
    /// Stores a row, or writes it over the one that is there.
    ///
    /// ```swift
    /// let (setting, created) = try await Setting.upsert(Setting(name: "theme", value: "dark"), conflict: \.name)
    /// ```
    ///
    /// The row is first updated by its key, else inserted; when somebody else inserts it in between, it is updated. So
    /// `created` is exact on every engine, and two callers at once make one row. All rules are checked as for a new row.
    /// A destroyed row is restored, a `version` is counted up and not looked at. The hooks of validation and of upsert
    /// run, none of create or update.
    ///
    /// - Parameters:
    ///   - model: the row.
    ///   - conflict: the attributes that find the row, which are unique (together); left out, the primary key.
    /// - Returns: the row as it is stored, and whether it was created.
    /// - Throws: ``ValidationError``, ``UniqueConstraintError`` when another attribute is taken, and other failures.
    @discardableResult
    public static func upsert<each V>(
        _ model: Self, conflict: repeat KeyPath<Columns, Column<Self, each V>>
    ) async throws -> (Self, created: Bool) {
        var keys: [Int] = []
        for column in repeat each conflict { keys.append(columns[keyPath: column].index) }
        var write = try RowWrite(new: model)
        return try await write.upsert(conflict: keys)
    }

    /// Stores a row of partial input, or writes what it names over the row that is there.
    ///
    /// - Parameters: as above; the input names the attributes that find the row.
    @discardableResult
    public static func upsert<Input: ChangeSet, each V>(
        _ input: Input, conflict: repeat KeyPath<Columns, Column<Self, each V>>
    ) async throws -> (Self, created: Bool) where Input.Record == Self {
        var keys: [Int] = []
        for column in repeat each conflict { keys.append(columns[keyPath: column].index) }
        var write = RowWrite<Self>(new: input)
        return try await write.upsert(conflict: keys)
    }
}
