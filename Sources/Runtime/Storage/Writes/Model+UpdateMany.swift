/// Says out loud that a statement is meant for all rows of a table.
public struct AllRows: Sendable {
    /// All rows.
    public static let all = AllRows()
}

extension Model {
    /// Writes the same values to all rows for which a condition holds; the rules of what is written are checked.
    ///
    /// ```swift
    /// let count = try await User.update(where: { $0.role == .moderator }) { $0.isActive = .value(false) }
    /// ```
    ///
    /// Destroyed rows stay as they are. A `version` is counted up, and looked at only with `individualHooks`.
    ///
    /// - Parameters:
    ///   - condition: which rows.
    ///   - individualHooks: whether each row is read and goes through the hooks of `update`.
    ///   - build: what is written.
    /// - Returns: how many rows there were.
    @discardableResult
    public static func update(
        where condition: (Columns) throws -> Condition<Self>, individualHooks: Bool = false,
        _ build: (inout Changes<Self>) throws -> Void
    ) async throws -> Int {
        var changes = Changes<Self>()
        try build(&changes)
        return try await update(
            BulkWrite(changes, where: condition(columns).condition, individualHooks: individualHooks))
    }

    /// Writes the same values to all rows of the table: `User.update(.all) { $0.isActive = .value(true) }`.
    @discardableResult
    public static func update(
        _ all: AllRows, individualHooks: Bool = false, _ build: (inout Changes<Self>) throws -> Void
    ) async throws -> Int {
        var changes = Changes<Self>()
        try build(&changes)
        return try await update(BulkWrite(changes, where: nil, individualHooks: individualHooks))
    }

    private static func update(_ bulk: BulkWrite<Self>) async throws -> Int {
        try await run(.update, bulk) { bulk in
            if bulk.individualHooks {
                return try await each(notDestroyed(bulk.condition?.condition)) { try await $0.update(bulk.changes) }
            }
            var draft = Draft(new: bulk.changes)
            guard !draft.columns.isEmpty else { return 0 }
            try await draft.validate(validations, over: .unknown)
            try await draft.hashPasswords()
            draft.touch()
            let (ready, condition) = (draft, notDestroyed(bulk.condition?.condition))
            return try await database.writing { try $0.update(ready, adding: table.nextVersion, where: condition) }
        }
    }

    /// Runs an operation on many rows together with its hooks, as one transaction if there are any.
    static func run(
        _ moment: HookMoment, _ bulk: BulkWrite<Self>, _ operation: (BulkWrite<Self>) async throws -> Int
    ) async throws -> Int {
        let hooks = hooks.bulk
        guard bulk.individualHooks || hooks.concern(moment) else { return try await operation(bulk) }
        return try await database.transaction {
            var bulk = bulk
            for hook in hooks.before[moment] ?? [] { try await hook(&bulk) }
            let count = try await operation(bulk)
            for hook in hooks.after[moment] ?? [] { try await hook(bulk, count) }
            return count
        }
    }

    /// Does something with each row for which a condition holds.
    ///
    /// - Returns: how many there were.
    static func each(_ condition: Clause?, _ body: (inout Self) async throws -> Void) async throws -> Int {
        let rows = try await rows(where: condition)
        for var row in rows { try await body(&row) }
        return rows.count
    }

    /// The rows for which a condition holds, destroyed ones too.
    static func rows(where condition: Clause?) async throws -> [Self] {
        try await database.writing { try $0.rows(table, where: condition).map(from) }
    }

    /// The same condition for rows that are not destroyed.
    static func notDestroyed(_ condition: Clause?) -> Clause? {
        guard let deletedAt = table.deletedAt else { return condition }
        return Clause.all((condition.map { [$0] } ?? []) + [.null(deletedAt)])
    }
}

extension TableDefinition {
    /// What counts the version up, where there is one.
    var nextVersion: [Sum] { version.map { [Sum(column: $0, number: 1)] } ?? [] }
}
