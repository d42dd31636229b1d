import ScaffoldValidation

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the hooks of a test's models were called with, and what they do beside.
final class HookLog: Sendable {
    private let entries = Locked<[String]>([])
    /// Which hooks throw.
    let stops: Set<String>

    @TaskLocal static var current: HookLog?

    init(stops: Set<String> = []) { self.stops = stops }

    struct Stop: Error {}

    static func add(_ name: String, _ detail: String = "") throws {
        current?.entries.withLock { $0.append(detail.isEmpty ? name : "\(name) \(detail)") }
        if current?.stops.contains(name) == true { throw Stop() }
    }

    /// What was added since it was last asked.
    func take() -> [String] {
        entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }
}

/// A model with all hooks.
struct Ledger: Model {
    var id: Int
    var name: String
    var slug: String
    var amount: Int
    var deletedAt: Date?

    static let validations = Validations<Ledger> {
        $0.validate(\.name, .len(max: 20))
        $0.validate(\.slug, .len(1, 20))
    }

    static let hooks = Hooks<Ledger> {
        $0.beforeValidate { ledger, context in
            if context.changed(\.name) { ledger.slug = ledger.name.lowercased() }
            try HookLog.add("beforeValidate", context.changed.joined(separator: ","))
        }
        $0.afterValidate { _, _ in try HookLog.add("afterValidate") }
        $0.validationFailed { ledger, _, error in try HookLog.add("validationFailed", error.items.map(\.path).joined())
        }
        $0.beforeSave { ledger, context in try HookLog.add("beforeSave", context.isNew ? "new" : "old") }
        $0.beforeCreate { ledger, _ in
            if ledger.amount == 1 { ledger.amount = 2 }
            try HookLog.add("beforeCreate", "\(try await Ledger.count())")
        }
        $0.afterCreate { ledger, context in try HookLog.add("afterCreate", "\(ledger.id) \(context.isNew)") }
        $0.beforeUpdate { ledger, context in
            if ledger.amount == 7 { ledger.name = String(repeating: "x", count: 21) }
            if ledger.amount == 8 { ledger.slug = "eight" }
            try HookLog.add("beforeUpdate", "\(context.previous(\.amount) ?? -1)->\(ledger.amount)")
        }
        $0.afterUpdate { _, context in try HookLog.add("afterUpdate", context.changed.joined(separator: ",")) }
        $0.afterSave { _, _ in try HookLog.add("afterSave") }
        $0.beforeUpsert { _, _ in try HookLog.add("beforeUpsert") }
        $0.afterUpsert { _, context in try HookLog.add("afterUpsert", "\(context.isNew)") }
        $0.beforeDestroy { ledger, _ in
            ledger.amount = -1
            try HookLog.add("beforeDestroy", "\(ledger.id)")
        }
        $0.afterDestroy { ledger, _ in try HookLog.add("afterDestroy", "\(ledger.deletedAt != nil)") }
        $0.beforeRestore { _, _ in try HookLog.add("beforeRestore") }
        $0.afterRestore { ledger, _ in try HookLog.add("afterRestore", "\(ledger.deletedAt == nil)") }
        $0.beforeBulkCreate { ledgers in
            for index in ledgers.indices { ledgers[index].amount += 100 }
            try HookLog.add("beforeBulkCreate", "\(ledgers.count)")
        }
        $0.afterBulkCreate { ledgers in try HookLog.add("afterBulkCreate", "\(ledgers.map(\.id))") }
        $0.beforeBulkUpdate { bulk in
            bulk.changes.slug = .value("bulk")
            try HookLog.add("beforeBulkUpdate")
        }
        $0.afterBulkUpdate { _, count in try HookLog.add("afterBulkUpdate", "\(count)") }
        $0.beforeBulkDestroy { bulk in
            if bulk.condition == nil { bulk.individualHooks = true }
            try HookLog.add("beforeBulkDestroy")
        }
        $0.afterBulkDestroy { _, count in try HookLog.add("afterBulkDestroy", "\(count)") }
        $0.beforeBulkRestore { _ in try HookLog.add("beforeBulkRestore") }
        $0.afterBulkRestore { _, count in try HookLog.add("afterBulkRestore", "\(count)") }
    }

    static let table = TableDefinition("ledgers", model: "Ledger") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.column("slug", .string, allowNull: false)
        $0.column("amount", .integer, allowNull: false, defaultValue: .value(0))
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Ledger, Int>(0)
        let name = Column<Ledger, String>(1)
        let slug = Column<Ledger, String>(2)
        let amount = Column<Ledger, Int>(3)
        let deletedAt = Column<Ledger, Date?>(4)
    }

    static let columns = Columns()

    init(_ name: String, amount: Int = 0) {
        id = 0
        self.name = name
        slug = ""
        self.amount = amount
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        slug = try row[2]
        amount = try row[3]
        deletedAt = try row[4]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(slug)
        values.append(amount)
        values.append(deletedAt)
    }
}
