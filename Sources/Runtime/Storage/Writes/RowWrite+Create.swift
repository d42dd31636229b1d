#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RowWrite {
    /// Stores the new row, and runs the hooks that belong to that.
    ///
    /// - Parameter now: the instant of its timestamps.
    /// - Returns: the row as it is stored.
    nonisolated(nonsending) mutating func create(at now: Date = .now) async throws -> M {
        guard M.hooks.concern(.create) else { return try await insert(now) }
        return try await database.transaction { try await insert(now) }
    }

    nonisolated(nonsending) private mutating func insert(_ now: Date) async throws -> M {
        draft.complete(at: now)
        try await prepare(.create)
        let ready = draft
        let created = try result(try await database.writing { try $0.insert(ready) })
        if !M.hooks.isEmpty { try await runAfter(.create, created) }
        return created
    }
}
