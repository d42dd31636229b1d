#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is destroyed together with a row that stays as a destroyed one, and restored with it. (Where rows are deleted,
/// the database does that: `onDelete`.)
///
/// ```swift
/// static let cascades: [CascadeOnDestroy<Post>] = [.destroy(\.comments)]
/// ```
///
/// Rows, and those that follow them, are destroyed in the same transaction and at the same time; restored are those that
/// were destroyed at that time. Of a ``BelongsToMany`` it is the rows of the table between.
public struct CascadeOnDestroy<M: Model>: Sendable {
    let destroy: @Sendable ([M], Date) async throws -> Void
    let restore: @Sendable ([M], Date) async throws -> Void

    /// Destroys the rows at the other end of an association, whose table has a `deletedAt` too.
    public static func destroy<A: OwningAssociation>(_ association: KeyPath<M.Associations, A>) -> CascadeOnDestroy
    where A.Owner == M {
        let relation = M.associations[keyPath: association].relation
        return CascadeOnDestroy { owners, date in
            try await relation.followers(of: owners) { condition, deletedAt in
                try await relation.destroy(A.Target.self, .and([condition, .null(deletedAt)]), deletedAt, date)
            }
        } restore: { owners, date in
            try await relation.followers(of: owners) { condition, deletedAt in
                let destroyedThen = Clause.comparison(deletedAt, .equal, .date(CivilTime(date)?.date ?? date))
                try await relation.restore(A.Target.self, .and([condition, destroyedThen]), deletedAt)
            }
        }
    }
}

extension Relation {
    /// Finds the rows that follow these owners, not too many in one statement.
    fileprivate func followers(
        of owners: [some Model], _ body: (_ condition: Clause, _ deletedAt: Int) async throws -> Void
    ) async throws {
        try check()
        let table = through?.table ?? target
        guard let deletedAt = table.deletedAt else {
            throw ModelDefinitionError(
                "\(owner.model) destroys its \(table.model) rows with itself, but they have no deletedAt")
        }
        let keys = owners.map { $0.encoded[ownerColumn] }.filter { $0 != .null }
        for start in stride(from: 0, to: keys.count, by: 1000) {
            let chunk = Array(keys[start..<min(start + 1000, keys.count)])
            let isTheirs = Clause.list(through?.ownerColumn ?? targetColumn, chunk, isNegated: false)
            try await body(Clause.and([isTheirs] + (through?.scope ?? scope).conditions), deletedAt)
        }
    }

    fileprivate func destroy<T: Model>(
        _ model: T.Type, _ condition: Clause, _ deletedAt: Int, _ date: Date
    ) async throws {
        if let through {
            try await through.table.mark(condition, deletedAt, .date(date))
        } else if T.hooks.concern(.destroy) {
            _ = try await T.each(condition) { try await $0.destroy(deletedAt, at: date) }
        } else {
            _ = try await T.markDestroyed(condition, deletedAt, date)
        }
    }

    fileprivate func restore<T: Model>(_ model: T.Type, _ condition: Clause, _ deletedAt: Int) async throws {
        if let through {
            try await through.table.mark(condition, deletedAt, .null)
        } else if T.hooks.concern(.restore) {
            _ = try await T.each(condition) { try await $0.restore() }
        } else {
            _ = try await T.unmarkDestroyed(condition, deletedAt)
        }
    }
}

extension TableDefinition {
    fileprivate func mark(_ condition: Clause, _ deletedAt: Int, _ value: Value) async throws {
        var draft = Draft(self)
        draft.set(deletedAt, value)
        draft.touch()
        let ready = draft
        _ = try await database.writing { try $0.update(ready, adding: nextVersion, where: condition) }
    }
}
