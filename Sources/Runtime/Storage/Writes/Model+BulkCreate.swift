import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Model {
    /// Stores many new rows: all of them or none, by statements of up to 1,000 rows.
    ///
    /// ```swift
    /// let tags = try await Tag.bulkCreate(names.map { Tag(name: $0) }, ignoreDuplicates: true)
    /// try await Stock.bulkCreate(stocks, updateOnDuplicate: [\.amount], conflict: [\.articleId])
    /// ```
    ///
    /// The hooks of bulkCreate run; those of each row do with `individualHooks`, and then each row is a statement.
    ///
    /// - Parameters:
    ///   - models: the rows.
    ///   - validate: whether rules are checked; they are unless said otherwise, and all rows' before the first is written.
    ///   - individualHooks: whether each row goes through the hooks of `create`.
    ///   - updateOnDuplicate: the attributes that are written where the row is there already (and `updatedAt`), none of
    ///     them immutable; a `version` is counted up, and hooks of update do not run.
    ///   - conflict: by which attributes a row is there already; left out, by its primary key, or where the database
    ///     counts that up by the model's only unique attribute.
    ///   - ignoreDuplicates: whether rows that are there already are left as they are.
    /// - Returns: the rows as they are stored, in the same order. Where duplicates are updated or ignored they are read
    ///   back by what `conflict` says, and one that is not found by that is left out.
    /// - Throws: ``AggregateError`` with everything that is wrong, row by row, ``QueryError`` for options that contradict
    ///   each other, and the database's errors.
    @discardableResult
    public static func bulkCreate(
        _ models: [Self], validate: Bool = true, individualHooks: Bool = false,
        updateOnDuplicate: [PartialKeyPath<Columns>] = [], conflict: [PartialKeyPath<Columns>] = [],
        ignoreDuplicates: Bool = false
    ) async throws -> [Self] {
        let duplicates =
            updateOnDuplicate.isEmpty && !ignoreDuplicates
            ? nil
            : try Duplicates<Self>(models, update: updateOnDuplicate, conflict: conflict, ignore: ignoreDuplicates)
        guard duplicates == nil || !individualHooks else {
            throw QueryError("individualHooks cannot tell what to run for rows that are there already: use upsert")
        }
        let bulk = hooks.bulk
        guard individualHooks || !bulk.beforeCreate.isEmpty || !bulk.afterCreate.isEmpty else {
            return try await insert(models, validate: validate, duplicates)
        }
        return try await database.transaction {
            var models = models
            for hook in bulk.beforeCreate { try await hook(&models) }
            let stored =
                individualHooks
                ? try await createEach(models, validate: validate)
                : try await insert(models, validate: validate, duplicates)
            for hook in bulk.afterCreate { try await hook(stored) }
            return stored
        }
    }

    private static func createEach(_ models: [Self], validate: Bool) async throws -> [Self] {
        let now = Date.now
        var stored: [Self] = []
        for (index, model) in models.enumerated() {
            var write = try RowWrite(new: model)
            write.validates = validate
            do {
                stored.append(try await write.create(at: now))
            } catch let error as ValidationError {
                throw AggregateError(errors: [BulkRecordError(index: index, error: error)])
            }
        }
        return stored
    }

    private static func insert(
        _ models: [Self], validate: Bool, _ duplicates: Duplicates<Self>?
    ) async throws -> [Self] {
        let now = Date.now
        var drafts = try models.map { try Draft(new: $0) }
        for index in drafts.indices { drafts[index].complete(at: now) }
        if validate { try await drafts.validate(validations) }
        try await drafts.hashPasswords()
        let ready = drafts
        if let duplicates { return try await database.writingAll { try duplicates.insert(ready, $0) } }
        let rows = try await database.writingAll { try $0.insert(ready) }
        var stored = Array(models.prefix(rows.count))
        // in place, and without a look for the type of an array or a pair at each row
        try stored.withUnsafeMutableBufferPointer { places in
            for (index, values) in rows.enumerated() { try places[index].take(values) }
        }
        return stored
    }
}

extension [Draft] {
    /// Checks all rows.
    ///
    /// - Parameter found: what was found wrong with each row before; nothing when left out.
    /// - Throws: ``AggregateError`` with everything that is wrong.
    func validate<M: Model>(
        _ validations: Validations<M>, besides found: [[ValidationErrorItem]] = []
    ) async throws {
        var errors: [BulkRecordError] = []
        for (index, draft) in enumerated() {
            do {
                try await draft.validate(validations, besides: found.isEmpty ? [] : found[index])
            } catch let error as ValidationError {
                errors.append(BulkRecordError(index: index, error: error))
            }
        }
        if !errors.isEmpty { throw AggregateError(errors: errors) }
    }

    /// Turns all passwords into their hashes, several at a time.
    mutating func hashPasswords() async throws {
        guard first?.table.hasPasswords == true else { return }
        var result = self
        try await withThrowingTaskGroup(of: (Int, Draft).self) { group in
            var next = 0
            func start() {
                guard next < count else { return }
                let (index, draft) = (next, self[next])
                next += 1
                group.addTask {
                    var draft = draft
                    try await draft.hashPasswords()
                    return (index, draft)
                }
            }
            // never so many that others wait long for one of the few threads
            for _ in 0..<8 { start() }
            while let (index, draft) = try await group.next() {
                result[index] = draft
                start()
            }
        }
        self = result
    }
}
