#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Model {
    /// Takes back that the row is destroyed, and that of what was destroyed together with it.
    ///
    /// - Throws: ``RecordNotFoundError`` when the row is not in the table, ``ModelDefinitionError`` for a model whose
    ///   rows are deleted.
    public mutating func restore() async throws {
        var write = RowWrite(over: try checkedValues(), self)
        self = try await write.restore(try Self.markOfDestroyed())
    }

    /// Takes back that rows are destroyed: `Post.restore { $0.userId == 3 }`.
    ///
    /// - Parameters:
    ///   - individualHooks: whether each row is read and goes through the hooks of `restore`.
    ///   - condition: which of the destroyed rows.
    /// - Returns: how many there were.
    @discardableResult
    public static func restore(
        individualHooks: Bool = false, where condition: (Columns) throws -> Condition<Self>
    ) async throws -> Int {
        let condition = try condition(columns).condition
        return try await restore(BulkWrite(where: condition, individualHooks: individualHooks))
    }

    /// Takes back that rows are destroyed, for all of the table: `Post.restore(.all)`.
    @discardableResult
    public static func restore(_ all: AllRows, individualHooks: Bool = false) async throws -> Int {
        try await restore(BulkWrite(where: nil, individualHooks: individualHooks))
    }

    private static func restore(_ bulk: BulkWrite<Self>) async throws -> Int {
        let deletedAt = try markOfDestroyed()
        return try await run(.restore, bulk) { bulk in
            let isDestroyed = Clause.not(.null(deletedAt))
            let condition = bulk.condition.map { Clause.and([$0.condition, isDestroyed]) } ?? isDestroyed
            if bulk.individualHooks { return try await each(condition) { try await $0.restore() } }
            return try await unmarkDestroyed(condition, deletedAt)
        }
    }

    /// Takes back that rows are destroyed, and that of what followed them.
    static func unmarkDestroyed(_ condition: Clause, _ deletedAt: Int) async throws -> Int {
        var draft = Draft(table)
        draft.set(deletedAt, .null)
        draft.touch()
        let ready = draft
        guard !cascades.isEmpty else {
            return try await database.writing { try $0.update(ready, adding: table.nextVersion, where: condition) }
        }
        return try await database.transaction {
            let owners = try await rows(where: condition)
            let count = try await database.writing {
                try $0.update(ready, adding: table.nextVersion, where: condition)
            }
            for (value, owners) in Dictionary(grouping: owners, by: { $0.encoded[deletedAt] }) {
                guard case .date(let date) = value else { continue }
                for cascade in cascades { try await cascade.restore(owners, date) }
            }
            return count
        }
    }

    private static func markOfDestroyed() throws -> Int {
        guard let deletedAt = table.deletedAt else {
            throw ModelDefinitionError("\(table.model) has no deletedAt: its rows are deleted and cannot be restored")
        }
        return deletedAt
    }
}
