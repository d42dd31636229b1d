extension RowWrite {
    /// Stores the new row, and runs the hooks that belong to that.
    ///
    /// - Returns: the row as it is stored.
    nonisolated(nonsending) mutating func create() async throws -> M {
        guard M.hooks.concern(.create) else { return try await insert() }
        return try await database.transaction { try await insert() }
    }

    nonisolated(nonsending) private mutating func insert() async throws -> M {
        draft.complete()
        try await prepare(.create)
        let ready = draft
        let created = try result(try await database.writing { try $0.insert(ready) })
        try await runAfter(.create, created)
        return created
    }
}
