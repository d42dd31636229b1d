import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Model {
    /// Stores many new rows of partial input: all of them or none. What one does not name gets its default, or null.
    ///
    /// The hooks of bulkCreate run, and those of `create` for each row, since nobody has seen the rows before.
    ///
    /// - Parameter inputs: what is said of each row.
    /// - Returns: the rows as they are stored, in the same order.
    /// - Throws: ``AggregateError`` with everything that is wrong, row by row, and the database's errors.
    @discardableResult
    public static func bulkCreate<Input: ChangeSet>(_ inputs: [Input]) async throws -> [Self]
    where Input.Record == Self {
        guard hooks.isEmpty else { return try await createEach(inputs.map { RowWrite(new: $0) }, hooks.bulk) }
        let now = Date.now
        var drafts = inputs.map { Draft(new: $0.changes) }
        for index in drafts.indices { drafts[index].complete(at: now) }
        try await drafts.validate(validations, besides: inputs.map(\.problems))
        try await drafts.hashPasswords()
        let ready = drafts
        return try await database.writingAll { try $0.insert(ready) }.map { try from($0) }
    }

    private static func createEach(_ writes: [RowWrite<Self>], _ bulk: BulkHooks<Self>) async throws -> [Self] {
        try await database.transaction {
            let now = Date.now
            var stored: [Self] = []
            var errors: [BulkRecordError] = []
            for (index, var write) in try await run(bulk.beforeCreate, before: writes, at: now).enumerated() {
                do {
                    stored.append(try await write.create(at: now))
                } catch let error as ValidationError {
                    errors.append(BulkRecordError(index: index, error: error))
                } catch {
                    // rules that others broke are told first
                    guard !errors.isEmpty else { throw error }
                    break
                }
            }
            guard errors.isEmpty else { throw AggregateError(errors: errors) }
            for hook in bulk.afterCreate { try await hook(stored) }
            return stored
        }
    }

    /// Shows all rows to the hooks before `bulkCreate`, and takes over what they change.
    private static func run(
        _ hooks: [@Sendable (inout [Self]) async throws -> Void], before writes: [RowWrite<Self>], at now: Date
    ) async throws -> [RowWrite<Self>] {
        guard !hooks.isEmpty else { return writes }
        var writes = writes
        for index in writes.indices { writes[index].draft.complete(at: now) }
        var models = try writes.map { try $0.shown() }
        let known = try models.map { try $0.checkedValues() }
        for hook in hooks { try await hook(&models) }
        guard models.count == writes.count else {
            throw QueryError("a hook before bulkCreate may change rows of a request, but neither add nor remove any")
        }
        for index in writes.indices { try writes[index].take(models[index], over: known[index]) }
        return writes
    }
}
