extension RowWrite {
    /// Updates the row that these columns find, or inserts it.
    mutating func upsert(conflict: [Int]) async throws -> (M, created: Bool) {
        let keys = conflict.isEmpty ? M.table.primaryKey : conflict
        guard M.hooks.concern(.upsert) else { return try await writeEither(keys) }
        return try await database.transaction { try await writeEither(keys) }
    }

    private mutating func writeEither(_ keys: [Int]) async throws -> (M, created: Bool) {
        let named = draft
        draft.complete()
        foundBy = keys
        try await prepare(.upsert)
        let new = draft
        let (values, created) =
            try await keys.contains { new.values[$0] == .null }
            ? (database.writing { try $0.insert(new) }, true)
            : store(new, over: new.forExistingRow(named, keys), keys)
        let stored = try result(values)
        try await runAfter(.upsert, stored, isNew: created)
        return (stored, created)
    }

    private func store(_ new: Draft, over existing: Draft, _ keys: [Int]) async throws -> ([Value], created: Bool) {
        let row = Clause.and(keys.map { .comparison($0, .equal, new.values[$0]) })
        return try await database.retryingDuplicates { writer in
            let table = new.table
            if try writer.update(existing, adding: table.nextVersion, where: row) > 0,
                let found = try writer.find(table, where: row)
            {
                return (found, false)
            }
            return (try writer.insert(new), true)
        }
    }
}

extension Draft {
    /// What is written where the row is there already: what was named and what hooks changed, but for the keys.
    fileprivate func forExistingRow(_ named: Draft, _ keys: [Int]) -> Draft {
        var draft = limited(
            to: columns.filter { named.written.contains($0) || table.attributes[$0].timestamp == .updatedAt })
        draft.leaveOutFixed()
        for key in keys { draft.leaveOut(key) }
        if let version = table.version { draft.leaveOut(version) }
        if let deletedAt = table.deletedAt, !named.written.contains(deletedAt) {
            draft.set(deletedAt, .null)
        }
        return draft
    }
}
