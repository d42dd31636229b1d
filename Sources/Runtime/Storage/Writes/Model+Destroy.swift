#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Model {
    /// Deletes the row; one that is not there any more is no error.
    ///
    /// Where the table has a `deletedAt` (Sequelize's `paranoid`), the row stays and is marked as destroyed: queries
    /// pass it over, ``restore()`` takes it back. It still counts for unique attributes, so their values are not free
    /// before it is deleted with `force`. This value itself stays as it is.
    ///
    /// - Parameter force: whether the row is deleted in any case.
    /// - Throws: ``ForeignKeyConstraintError`` when other rows refer to it and may not be left alone,
    ///   ``OptimisticLockError`` when the model has a `version` and somebody else changed the row.
    public func destroy(force: Bool = false) async throws {
        try await destroy(force ? nil : Self.table.deletedAt, at: .now)
    }

    func destroy(_ deletedAt: Int?, at now: Date) async throws {
        var write = RowWrite(over: try checkedValues(), self)
        try await write.destroy(deletedAt, at: now)
    }

    /// Deletes the rows for which a condition holds, or marks them as destroyed where the table has a `deletedAt`.
    ///
    /// ```swift
    /// try await Post.destroy { $0.status == .draft }
    /// ```
    ///
    /// - Parameters:
    ///   - force: whether they are deleted in any case, those that are destroyed already with them.
    ///   - individualHooks: whether each row is read and goes through the hooks of `destroy`.
    ///   - condition: which rows.
    /// - Returns: how many rows there were.
    @discardableResult
    public static func destroy(
        force: Bool = false, individualHooks: Bool = false, where condition: (Columns) throws -> Condition<Self>
    ) async throws -> Int {
        let condition = try condition(columns).condition
        return try await destroy(force: force, BulkWrite(where: condition, individualHooks: individualHooks))
    }

    /// Destroys all rows of the table: `Post.destroy(.all)`.
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    public static func destroy(
        _ all: AllRows, force: Bool = false, individualHooks: Bool = false
    ) async throws -> Int {
        try await destroy(force: force, BulkWrite(where: nil, individualHooks: individualHooks))
    }

    private static func destroy(force: Bool, _ bulk: BulkWrite<Self>) async throws -> Int {
        try await run(.destroy, bulk) { bulk in
            let condition = bulk.condition?.condition
            let now = Date.now
            guard !force, let deletedAt = table.deletedAt else {
                if bulk.individualHooks { return try await each(condition) { try await $0.destroy(nil, at: now) } }
                return try await database.writing { try $0.delete(table, where: condition) }
            }
            if bulk.individualHooks {
                return try await each(notDestroyed(condition)) { try await $0.destroy(deletedAt, at: now) }
            }
            return try await markDestroyed(notDestroyed(condition), deletedAt, now)
        }
    }

    /// Marks rows as destroyed, and what follows them.
    static func markDestroyed(_ condition: Clause?, _ deletedAt: Int, _ now: Date) async throws -> Int {
        var draft = Draft(table)
        draft.set(deletedAt, .date(now))
        draft.touch(at: now)
        let ready = draft
        guard !cascades.isEmpty else {
            return try await database.writing { try $0.update(ready, adding: table.nextVersion, where: condition) }
        }
        return try await database.transaction {
            let owners = try await rows(where: condition)
            let count = try await database.writing {
                try $0.update(ready, adding: table.nextVersion, where: condition)
            }
            if !owners.isEmpty { for cascade in cascades { try await cascade.destroy(owners, now) } }
            return count
        }
    }

    /// Empties the table and starts its keys anew; no hooks run. Not inside of a transaction on MySQL, which would end
    /// it.
    ///
    /// - Throws: the database's error where other tables refer to this one, on engines that do not look at their rows.
    public static func truncate() async throws {
        try await database.writing { writer in
            let statements = writer.dialect.truncate(table.name)
            for statement in statements.prefix(table.counted == nil ? 1 : statements.count) {
                try writer.connection.execute(statement)
            }
        }
    }
}
