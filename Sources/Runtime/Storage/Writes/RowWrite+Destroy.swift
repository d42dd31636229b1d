#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RowWrite {
    /// Deletes the row, or marks it as destroyed.
    ///
    /// - Parameters:
    ///   - deletedAt: the position of the date that marks destroyed rows; nil to delete.
    ///   - now: that date.
    mutating func destroy(_ deletedAt: Int?, at now: Date) async throws {
        guard M.hooks.concern(.destroy) || (deletedAt != nil && !M.cascades.isEmpty) else {
            _ = try await remove(deletedAt, now)
            return
        }
        try await database.transaction {
            try await run(M.hooks.before(.destroy))
            guard let removed = try await remove(deletedAt, now) else { return }
            if deletedAt != nil { for cascade in M.cascades { try await cascade.destroy([removed], now) } }
            try await runAfter(.destroy, removed)
        }
    }

    /// - Returns: the row as it was or is now; nil when there was none.
    private mutating func remove(_ deletedAt: Int?, _ now: Date) async throws -> M? {
        let before = before ?? []
        if let deletedAt {
            draft.set(deletedAt, .date(now))
            draft.touch(at: now)
        }
        var found = try M.table.row(of: before)
        if let deletedAt { found = .and([found, .null(deletedAt)]) }
        let condition = Clause.and([found, try draft.countVersion(from: before).condition])
        let (ready, row) = (draft, found)
        let count = try await database.writing { writer in
            let count =
                deletedAt == nil
                ? try writer.delete(M.table, where: condition) : try writer.update(ready, where: condition)
            if count == 0, M.table.version != nil, try writer.exists(M.table, where: row) {
                throw OptimisticLockError(model: M.table.model)
            }
            return count
        }
        return count == 0 ? nil : try result(ready.values)
    }

    /// Takes back that the row is destroyed.
    mutating func restore(_ deletedAt: Int) async throws -> M {
        guard M.hooks.concern(.restore) || !M.cascades.isEmpty else { return try await bringBack(deletedAt) }
        return try await database.transaction {
            try await run(M.hooks.before(.restore))
            let row = try M.table.row(of: before ?? [])
            let stored = try await database.writing { try $0.find(M.table, where: row) }
            let restored = try await bringBack(deletedAt)
            if case .date(let date)? = stored?[deletedAt] {
                for cascade in M.cascades { try await cascade.restore([restored], date) }
            }
            try await runAfter(.restore, restored)
            return restored
        }
    }

    private mutating func bringBack(_ deletedAt: Int) async throws -> M {
        let before = before ?? []
        draft.set(deletedAt, .null)
        draft.touch()
        let row = try M.table.row(of: before)
        if let version = M.table.version { draft.leaveOut(version) }
        let ready = draft
        let stored = try await database.writing { writer in
            guard try writer.update(ready, adding: M.table.nextVersion, where: row) > 0,
                let stored = try writer.find(M.table, where: row)
            else { throw RecordNotFoundError(model: M.table.model) }
            return stored
        }
        return try result(stored)
    }
}
