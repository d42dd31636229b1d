import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct HooksTests {
    /// Runs a test with a log of hooks.
    private func logging(
        _ engine: TestEngine, stops: Set<String> = [], _ body: @Sendable (HookLog) async throws -> Void
    ) async throws {
        let log = HookLog(stops: stops)
        try await withEssays(on: engine) { try await HookLog.$current.withValue(log) { try await body(log) } }
    }

    @Test(arguments: TestEngine.all)
    func `a new row goes through all hooks in their order, and what they change is written`(_ engine: TestEngine)
        async throws
    {
        try await logging(engine) { (log: HookLog) async throws in
            let ledger = try await Ledger.create(Ledger("Cash", amount: 1))
            #expect(
                log.take() == [
                    "beforeValidate name,slug,amount", "afterValidate", "beforeSave new", "beforeCreate 0",
                    "afterCreate 1 true", "afterSave",
                ])
            #expect((ledger.slug, ledger.amount) == ("cash", 2))
            let stored = try await storedRows(Ledger.self)
            #expect(stored.map(\.slug) == ["cash"])
            #expect(stored.map(\.amount) == [2])
        }
    }

    @Test(arguments: TestEngine.all)
    func `partial input goes through hooks that make what is missing`(_ engine: TestEngine) async throws {
        try await logging(engine) { (log: HookLog) async throws in
            var input = Changes<Ledger>()
            input.name = .value("Bank")
            let named = input
            #expect(try await Ledger.create(named).slug == "bank")
            input.name = .absent
            input.amount = .value(3)
            let nameless = input
            let error = await #expect(throws: ValidationError.self) { try await Ledger.create(nameless) }
            #expect(error?.items.map(\.path) == ["name", "slug"])
            #expect(log.take().last == "validationFailed nameslug")
            #expect(try await storedRows(Ledger.self).count == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `an update tells what changed and what it was, and writes what hooks change`(_ engine: TestEngine)
        async throws
    {
        try await logging(engine) { (log: HookLog) async throws in
            var ledger = try await Ledger.create(Ledger("Cash"))
            _ = log.take()
            try await ledger.update { $0.amount = 8 }
            #expect(
                log.take() == [
                    "beforeValidate amount", "afterValidate", "beforeSave old", "beforeUpdate 0->8",
                    "afterUpdate slug,amount", "afterSave",
                ])
            #expect(ledger.slug == "eight")
            #expect(try await storedRows(Ledger.self).map(\.slug) == ["eight"])
            // what a hook changes is checked
            let error = await #expect(throws: ValidationError.self) { try await ledger.update { $0.amount = 7 } }
            #expect(error?.items.map(\.path) == ["name"])
            #expect(ledger.amount == 8)
            _ = log.take()
            try await ledger.update { _ in }
            #expect(log.take().contains { $0.hasPrefix("afterUpdate") } == false)
            ledger.amount = 9
            try await ledger.save()
            #expect(log.take().suffix(3) == ["beforeUpdate 8->9", "afterUpdate amount", "afterSave"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a hook that throws stops the write, or takes it back`(_ engine: TestEngine) async throws {
        for hook in ["beforeValidate", "afterValidate", "beforeSave", "beforeCreate", "afterCreate", "afterSave"] {
            try await logging(engine, stops: [hook]) { (_: HookLog) async throws in
                await #expect(throws: HookLog.Stop.self) { try await Ledger.create(Ledger("Cash")) }
                #expect(try await storedRows(Ledger.self).isEmpty)
                await #expect(throws: HookLog.Stop.self) {
                    try await Ledger.findOrCreate(where: { $0.name == "x" }, defaults: Ledger("x"))
                }
            }
        }
        try await logging(engine, stops: ["afterUpdate", "afterDestroy"]) { (_: HookLog) async throws in
            var ledger = try await Ledger.create(Ledger("Cash"))
            await #expect(throws: HookLog.Stop.self) { try await ledger.update { $0.amount = 5 } }
            let copy = ledger
            await #expect(throws: HookLog.Stop.self) { try await copy.destroy() }
            let stored = try await storedRows(Ledger.self)
            #expect(stored.map(\.amount) == [0])
            #expect(stored.map(\.deletedAt) == [nil])
            // a transaction around it goes on
            try await database.transaction {
                await #expect(throws: HookLog.Stop.self) { try await copy.destroy() }
                _ = try await Ledger.create(Ledger("Bank"))
            }
            #expect(try await storedRows(Ledger.self).map(\.name) == ["Cash", "Bank"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `destroy, restore and upsert have hooks of their own`(_ engine: TestEngine) async throws {
        try await logging(engine) { (log: HookLog) async throws in
            var ledger = try await Ledger.create(Ledger("Cash"))
            _ = log.take()
            try await ledger.destroy()
            #expect(log.take() == ["beforeDestroy 1", "afterDestroy true"])
            #expect(try await storedRows(Ledger.self).map(\.amount) == [-1])
            try await ledger.destroy()
            #expect(log.take() == ["beforeDestroy 1"])
            try await ledger.restore()
            #expect(log.take() == ["beforeRestore", "afterRestore true"])
            #expect(ledger.amount == -1)
            _ = try await Ledger.upsert(Ledger("Cash", amount: 4), conflict: \.name)
            #expect(
                log.take() == ["beforeValidate name,slug,amount", "afterValidate", "beforeUpsert", "afterUpsert false"])
            _ = try await Ledger.upsert(Ledger("Bank"), conflict: \.name)
            #expect(log.take().last == "afterUpsert true")
            #expect(try await storedRows(Ledger.self).map(\.amount) == [4, 0])
        }
    }

    @Test(arguments: TestEngine.all)
    func `many rows have bulk hooks, and those of each row when it is asked for`(_ engine: TestEngine) async throws {
        try await logging(engine) { (log: HookLog) async throws in
            var bank = Ledger("Bank", amount: 2)
            bank.slug = "b"
            var cash = bank
            cash.name = "Cash"
            let stored = try await Ledger.bulkCreate([bank, cash])
            #expect(stored.map(\.amount) == [102, 102])
            #expect(log.take() == ["beforeBulkCreate 2", "afterBulkCreate [1, 2]"])
            let third = try await Ledger.bulkCreate([Ledger("Third")], individualHooks: true)
            #expect(third.map(\.slug) == ["third"])
            let names = log.take().map { $0.prefix { $0 != " " } }
            #expect(
                names == [
                    "beforeBulkCreate", "beforeValidate", "afterValidate", "beforeSave", "beforeCreate", "afterCreate",
                    "afterSave", "afterBulkCreate",
                ])
            #expect(try await Ledger.update(where: { $0.amount == 102 }) { $0.amount = .value(5) } == 2)
            #expect(log.take() == ["beforeBulkUpdate", "afterBulkUpdate 2"])
            #expect(try await storedRows(Ledger.self).map(\.slug) == ["bulk", "bulk", "third"])
            try await Ledger.update(where: { $0.name == "Third" }, individualHooks: true) { $0.amount = .value(6) }
            #expect(log.take().contains("beforeUpdate 100->6"))
            #expect(try await Ledger.destroy { $0.name == "Third" } == 1)
            #expect(log.take() == ["beforeBulkDestroy", "afterBulkDestroy 1"])
            // the hook asks for the hooks of each row
            #expect(try await Ledger.destroy(.all) == 2)
            #expect(log.take().filter { $0.hasPrefix("beforeDestroy") } == ["beforeDestroy 1", "beforeDestroy 2"])
            #expect(try await Ledger.restore { $0.name != "Bank" } == 2)
            #expect(log.take() == ["beforeBulkRestore", "afterBulkRestore 2"])
            #expect(try await Ledger.restore(.all, individualHooks: true) == 1)
            #expect(log.take().contains("afterRestore true"))
        }
    }
}
