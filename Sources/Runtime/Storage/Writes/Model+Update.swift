import ScaffoldValidation

extension Model {
    /// Writes what partial input names and what differs from this value; of those attributes, the rules are checked.
    ///
    /// - Throws: ``ValidationError`` with everything that is wrong (this value stays as it was),
    ///   ``RecordNotFoundError`` when the row is not there any more, ``UniqueConstraintError`` and other failures.
    public mutating func update<Input: ChangeSet>(_ input: Input) async throws where Input.Record == Self {
        let before = try checkedValues()
        var draft = Draft(Self.table)
        for (index, value) in input.changes.values { draft.set(index, value) }
        if let stored = try await store(draft, over: before, besides: input.problems) {
            try assign(Row(values: Values(stored)))
        }
    }

    /// Changes this value and writes the attributes that came out different.
    ///
    /// ```swift
    /// try await post.update { $0.title = "New title" }
    /// ```
    ///
    /// - Throws: as above; when it throws, this value stays as it was.
    public mutating func update(_ change: (inout Self) throws -> Void) async throws {
        var changed = self
        try change(&changed)
        let before = try checkedValues()
        var draft = Draft(Self.table)
        for (index, value) in try changed.checkedValues().enumerated() where value != before[index] {
            draft.set(index, value)
        }
        if let stored = try await store(draft, over: before, besides: []) {
            try changed.assign(Row(values: Values(stored)))
        }
        self = changed
    }

    /// Stores this value: as a new row if its key is still to be made, else over the row with its key.
    ///
    /// A struct does not remember what was read, so all attributes are written; `update` writes only what changes and
    /// does not undo what others wrote meanwhile. A key that the app makes itself, a UUID for instance, does not say
    /// whether the row is there: then it is updated, and inserted when there was none.
    ///
    /// - Throws: ``RecordNotFoundError`` for a key that the database counted up and that is not there any more,
    ///   ``ValidationError`` and failures of the database.
    public mutating func save() async throws {
        let table = Self.table
        let counted = table.attributes.firstIndex(where: \.autoIncrement)
        let values = try checkedValues()
        if let counted, values[counted] == .integer(0) { return try await create() }
        var draft = try Draft(new: self)
        try await draft.validate(Self.validations, over: Self.prior(to: values))
        try await draft.hashPasswords()
        draft.touch()
        let new = draft
        for (index, attribute) in table.attributes.enumerated()
        where attribute.primaryKey || attribute.timestamp == .createdAt { draft.leaveOut(index) }
        let (ready, condition) = (draft, try isThisRow())
        let stored = try await database.writingAll { writer in
            if try writer.update(ready, where: condition) > 0 { return ready.values }
            guard counted == nil else { throw RecordNotFoundError(model: table.model) }
            return try writer.insert(new)
        }
        try assign(Row(values: Values(stored)))
    }

    /// Writes what differs, and returns all columns' values then; nil when nothing did.
    private func store(
        _ draft: Draft, over before: [Value], besides found: [ValidationErrorItem]
    ) async throws -> [Value]? {
        var draft = draft
        for index in draft.columns where draft.values[index] == before[index] { draft.leaveOut(index) }
        draft.fill(from: before)
        try await draft.validate(Self.validations, over: .values(before), besides: found)
        guard !draft.columns.isEmpty else { return nil }
        try await draft.hashPasswords()
        draft.touch()
        let (ready, condition) = (draft, try isThisRow())
        guard try await database.writing({ try $0.update(ready, where: condition) }) > 0 else {
            throw RecordNotFoundError(model: Self.table.model)
        }
        return ready.values
    }
}
