import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct BulkErrorsTests {
    @Test(arguments: TestEngine.all)
    func `every row that breaks a rule is told with its place`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let badges = ["a", "", "b", "too long"].map { Badge($0) }
            let error = await #expect(throws: AggregateError.self) { try await Badge.bulkCreate(badges) }
            #expect(error?.errors.map(\.index) == [1, 3])
            #expect(error?.errors.map { $0.error.items.map(\.path) } == [["code"], ["code"]])
            #expect(
                error?.description == """
                    [1] Validation error: Validation len on code failed
                    [3] Validation error: Validation len on code failed
                    """)
            #expect(try await Badge.count() == 0)
            let one = await #expect(throws: AggregateError.self) {
                try await Badge.bulkCreate(badges, individualHooks: true)
            }
            #expect(one?.errors.map(\.index) == [1])
            #expect(try await Badge.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `duplicates that are updated count their version up, and no others do`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let old = try await Badge.create(Badge("a", points: 1))
            var again = Badge("a", points: 2)
            again.version = 77
            let badges = [again, Badge("b", points: 3)]
            let stored = try await Badge.bulkCreate(badges, updateOnDuplicate: [\.points], conflict: [\.code])
            #expect(stored.map(\.version) == [1, 0])
            #expect(stored.map(\.points) == [2, 3])
            let named = try await Badge.bulkCreate(
                [again], updateOnDuplicate: [\.points, \.version], conflict: [\.code])
            #expect(named.map(\.version) == [2])
            #expect(try await Badge.bulkCreate([again], ignoreDuplicates: true).map(\.version) == [2])
            // whoever read it before notices
            var stale = old
            await #expect(throws: OptimisticLockError.self) { try await stale.update { $0.points = 5 } }
        }
    }

    @Test(arguments: TestEngine.all)
    func `as many duplicates as a statement takes`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let badges = (0..<10_000).map { Badge("\($0)") }
            try await Badge.bulkCreate(badges)
            let stored = try await Badge.bulkCreate(badges, updateOnDuplicate: [\.points], conflict: [\.code])
            #expect(stored.count == 10_000)
            #expect(stored.allSatisfy { $0.version == 1 })
        }
    }

    @Test(arguments: TestEngine.all)
    func `what is immutable is not updated in duplicates`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let error = await #expect(throws: QueryError.self) {
                try await Badge.bulkCreate([Badge("a")], updateOnDuplicate: [\.issuer], conflict: [\.code])
            }
            #expect(error?.description.contains("Badge.issuer is immutable") == true)
        }
    }
}
