#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RowWrite {
    /// Stores a row whose key says nothing of whether it is there.
    ///
    /// - Returns: the row as it is stored.
    mutating func save() async throws -> M {
        guard M.hooks.concern(.update) || M.hooks.concern(.create) else { return try await saveAtOnce() }
        return try await database.transaction { try await saveWithHooks() }
    }

    /// Hooks are told whether the row is new and what it held, so it is read first.
    private mutating func saveWithHooks() async throws -> M {
        let row = try M.table.row(of: draft.values)
        guard let stored = try await database.writing({ try $0.find(M.table, where: row) }) else {
            if M.table.counted != nil { throw RecordNotFoundError(model: M.table.model) }
            return try await create()
        }
        let version = M.table.version.map { draft.values[$0] }
        before = try M.from(stored).checkedValues()
        draft.leaveOutFixed()
        try await prepare(.update)
        var held = before ?? []
        // the version that this value was read with, not the one that the row has by now
        if let index = M.table.version, let version { held[index] = version }
        return try await writeOver(held)
    }

    private mutating func saveAtOnce() async throws -> M {
        let model = M.table.model
        foundBy = M.table.primaryKey
        try await prepare(.update)
        let now = Date.now
        var new = draft
        new.complete(at: now)
        draft.touch(at: now)
        let row = try draft.countVersion(from: draft.values)
        draft.leaveOutFixed()
        let (ready, inserted) = (draft, new)
        let values = try await database.retryingDuplicates { writer in
            if try writer.update(ready, at: row) > 0 { return ready.values }
            if M.table.version != nil, try writer.exists(M.table, where: row.isThere) {
                throw OptimisticLockError(model: model)
            }
            guard M.table.counted == nil else { throw RecordNotFoundError(model: model) }
            return try writer.insert(inserted)
        }
        return try result(values)
    }
}

extension Draft {
    /// Takes out of the statement what stays as it is in a row that is there: its key and when it was created.
    mutating func leaveOutFixed() {
        for (index, attribute) in table.attributes.enumerated()
        where attribute.primaryKey || attribute.timestamp == .createdAt { leaveOut(index) }
    }
}
