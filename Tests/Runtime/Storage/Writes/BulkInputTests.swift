import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct BulkInputTests {
    /// Partial input, with what was found wrong in it before.
    private struct Given<M: Model>: ChangeSet {
        var changes = Changes<M>()
        var problems: [ValidationErrorItem] = []
    }

    private func badge(_ code: String?, problem: String? = nil) -> Given<Badge> {
        var given = Given<Badge>()
        if let code { given.changes.code = .value(code) }
        given.changes.issuer = .value("school")
        if let problem { given.problems = [ValidationErrorItem(message: "\(problem) is odd", path: problem)] }
        return given
    }

    @Test(arguments: TestEngine.all)
    func `rows of partial input are stored in their order, with defaults`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let stored = try await Badge.bulkCreate(["b", "a", "c"].map { badge($0) })
            #expect(stored.map(\.code) == ["b", "a", "c"])
            #expect(stored.map(\.maximum) == [10, 10, 10])
            #expect(stored.map(\.id) == [1, 2, 3])
            #expect(try await Badge.findAll { $0.order(by: \.id) }.map(\.code) == ["b", "a", "c"])
            #expect(try await Badge.bulkCreate([Given<Badge>]()).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `everything wrong in every row is told, and nothing is stored`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let given = [badge("a"), badge(nil, problem: "points"), badge("too long"), badge("b", problem: "x")]
            let error = await #expect(throws: AggregateError.self) { try await Badge.bulkCreate(given) }
            #expect(error?.errors.map(\.index) == [1, 2, 3])
            #expect(error?.errors.map { Set($0.error.items.map(\.path)) } == [["points", "code"], ["code"], ["x"]])
            let same = [badge("a"), badge("a")]
            await #expect(throws: UniqueConstraintError.self) { try await Badge.bulkCreate(same) }
            #expect(try await Badge.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `hooks of each row and of all rows run`(_ engine: TestEngine) async throws {
        let log = HookLog()
        try await withEssays(on: engine) {
            try await HookLog.$current.withValue(log) { () async throws in
                let given = ["Cash", "Bank"].map { name in
                    var given = Given<Ledger>()
                    given.changes.name = .value(name)
                    given.changes.amount = .value(1)
                    return given
                }
                let stored = try await Ledger.bulkCreate(given)
                #expect(stored.map(\.slug) == ["cash", "bank"])
                #expect(stored.map(\.amount) == [101, 101])
                let said = log.take()
                #expect(said.first == "beforeBulkCreate 2")
                #expect(said.last == "afterBulkCreate [1, 2]")
                #expect(said.filter { $0.hasPrefix("afterCreate") } == ["afterCreate 1 true", "afterCreate 2 true"])

                var long = given
                long[0].changes.name = .value(String(repeating: "x", count: 21))
                long[1].changes.name = .value("")
                let wrong = long
                let error = await #expect(throws: AggregateError.self) { try await Ledger.bulkCreate(wrong) }
                #expect(error?.errors.map(\.index) == [0, 1])
                #expect(try await Ledger.count() == 2)
            }
        }
    }
}
