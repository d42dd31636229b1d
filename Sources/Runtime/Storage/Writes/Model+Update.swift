import ScaffoldValidation

extension Model {
    /// Writes what partial input names and what differs from this value; of those attributes, the rules are checked.
    ///
    /// - Throws: ``ValidationError`` with everything that is wrong (this value stays as it was),
    ///   ``RecordNotFoundError`` when the row is not there any more, ``OptimisticLockError`` when the model has a
    ///   `version` and somebody else changed the row, ``UniqueConstraintError`` and other failures.
    nonisolated(nonsending) public mutating func update<Input: ChangeSet>(_ input: Input) async throws
    where Input.Record == Self {
        var write = RowWrite(over: try checkedValues(), self)
        for (index, value) in input.changes.values { write.draft.set(index, value) }
        write.found = input.problems
        self = try await write.update()
    }

    /// Changes this value and writes the attributes that came out different.
    ///
    /// ```swift
    /// try await post.update { $0.title = "New title" }
    /// ```
    ///
    /// - Throws: as above; when it throws, this value stays as it was.
    nonisolated(nonsending) public mutating func update(_ change: (inout Self) throws -> Void) async throws {
        let before = try checkedValues()
        var changed = self
        try change(&changed)
        var write = try RowWrite(over: before, changedTo: changed)
        self = try await write.update()
    }

    /// Stores this value: as a new row if its key is still to be made, else over the row with its key.
    ///
    /// A struct does not remember what was read, so all attributes are written; `update` writes only what changes and
    /// does not undo what others wrote meanwhile. A key that the app makes itself, a UUID for instance, does not say
    /// whether the row is there: then it is updated, and inserted when there was none.
    ///
    /// - Throws: ``RecordNotFoundError`` for a key that the database counted up and that is not there any more,
    ///   ``OptimisticLockError`` when the model has a `version` and somebody else changed the row,
    ///   ``ValidationError`` and failures of the database.
    public mutating func save() async throws {
        if let counted = Self.table.counted, try checkedValues()[counted] == .integer(0) { return try await create() }
        var write = try RowWrite(new: self)
        self = try await write.save()
    }
}
