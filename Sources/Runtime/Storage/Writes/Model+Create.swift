import ScaffoldValidation

extension Model {
    /// Stores a new row.
    ///
    /// Texts are trimmed as their attributes say, all rules are checked, passwords hashed, `updatedAt` is now.
    ///
    /// - Parameter model: the row; a key that the database counts up is 0.
    /// - Returns: the row as it is stored.
    /// - Throws: ``ValidationError`` with everything that is wrong, ``UniqueConstraintError``,
    ///   ``ForeignKeyConstraintError`` and other failures of the database.
    public static func create(_ model: Self) async throws -> Self {
        var model = model
        try await model.create()
        return model
    }

    /// Stores a new row of partial input: what it does not name gets its default, or null.
    public static func create<Input: ChangeSet>(_ input: Input) async throws -> Self where Input.Record == Self {
        let values = try await insert(Draft(new: input.changes), besides: input.problems)
        return try Self(row: Row(values: Values(values)))
    }

    /// Stores this value as a new row, and takes over what the database made: its key, timestamps, the password's hash.
    public mutating func create() async throws {
        let values = try await Self.insert(Draft(new: self))
        try assign(Row(values: Values(values)))
    }

    /// Stores many new rows: all of them or none, by as few statements as the engine's limits allow.
    ///
    /// - Parameters:
    ///   - models: the rows.
    ///   - validate: whether rules are checked; they are unless said otherwise, and all rows' before the first is written.
    /// - Returns: the rows as they are stored, in the same order.
    public static func bulkCreate(_ models: [Self], validate: Bool = true) async throws -> [Self] {
        var drafts: [Draft] = []
        for model in models { drafts.append(try Draft(new: model)) }
        for index in drafts.indices {
            drafts[index].complete()
            if validate { try await drafts[index].validate(validations) }
            try await drafts[index].hashPasswords()
        }
        let ready = drafts
        let rows = try await database.writingAll { try $0.insert(ready) }
        return try zip(models, rows).map { model, values in
            var stored = model
            try stored.assign(Row(values: Values(values)))
            return stored
        }
    }

    private static func insert(_ draft: Draft, besides found: [ValidationErrorItem] = []) async throws -> [Value] {
        let ready = try await prepared(draft, besides: found)
        return try await database.writing { try $0.insert(ready) }
    }

    /// A new row that is checked and complete.
    static func prepared(_ draft: Draft, besides found: [ValidationErrorItem] = []) async throws -> Draft {
        var draft = draft
        draft.complete()
        try await draft.validate(validations, besides: found)
        try await draft.hashPasswords()
        return draft
    }
}
