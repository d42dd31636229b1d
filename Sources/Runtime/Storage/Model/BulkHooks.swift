/// A statement for many rows, as the bulk hooks see it.
public struct BulkWrite<M: Model>: Sendable {
    /// What is written; empty where rows are destroyed or restored.
    public var changes: Changes<M>
    /// Which rows; nil for all of them.
    public var condition: Condition<M>?
    /// Whether each row is read and goes through the hooks of single rows.
    public var individualHooks: Bool

    init(_ changes: Changes<M> = Changes(), where condition: Clause?, individualHooks: Bool) {
        self.changes = changes
        self.condition = condition.map(Condition.init)
        self.individualHooks = individualHooks
    }
}

/// The hooks of statements for many rows.
struct BulkHooks<M: Model>: Sendable {
    var beforeCreate: [@Sendable (inout [M]) async throws -> Void] = []
    var afterCreate: [@Sendable ([M]) async throws -> Void] = []
    var before: [HookMoment: [@Sendable (inout BulkWrite<M>) async throws -> Void]] = [:]
    var after: [HookMoment: [@Sendable (BulkWrite<M>, _ count: Int) async throws -> Void]] = [:]

    func concern(_ moment: HookMoment) -> Bool { before[moment] != nil || after[moment] != nil }
}

extension Hooks {
    /// Runs before many rows are changed or destroyed, and may change what is written and to which rows.
    public typealias BeforeBulk = @Sendable (inout BulkWrite<M>) async throws -> Void
    /// Runs after many rows were changed or destroyed, and is told how many there were.
    public typealias AfterBulk = @Sendable (BulkWrite<M>, _ count: Int) async throws -> Void

    /// Runs before `bulkCreate`, and may change the rows.
    public mutating func beforeBulkCreate(_ hook: @escaping @Sendable (inout [M]) async throws -> Void) {
        bulk.beforeCreate.append(hook)
    }
    /// Runs after `bulkCreate`, with the rows as they are stored.
    public mutating func afterBulkCreate(_ hook: @escaping @Sendable ([M]) async throws -> Void) {
        bulk.afterCreate.append(hook)
    }

    /// Runs before `update(where:)`.
    public mutating func beforeBulkUpdate(_ hook: @escaping BeforeBulk) {
        bulk.before[.update, default: []].append(hook)
    }
    /// Runs after `update(where:)`.
    public mutating func afterBulkUpdate(_ hook: @escaping AfterBulk) { bulk.after[.update, default: []].append(hook) }

    /// Runs before `destroy(where:)`.
    public mutating func beforeBulkDestroy(_ hook: @escaping BeforeBulk) {
        bulk.before[.destroy, default: []].append(hook)
    }
    /// Runs after `destroy(where:)`.
    public mutating func afterBulkDestroy(_ hook: @escaping AfterBulk) {
        bulk.after[.destroy, default: []].append(hook)
    }

    /// Runs before `restore(where:)`.
    public mutating func beforeBulkRestore(_ hook: @escaping BeforeBulk) {
        bulk.before[.restore, default: []].append(hook)
    }
    /// Runs after `restore(where:)`.
    public mutating func afterBulkRestore(_ hook: @escaping AfterBulk) {
        bulk.after[.restore, default: []].append(hook)
    }
}
