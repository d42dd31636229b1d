import Testing

@testable import ScaffoldStorage

@Suite struct IncrementTests {
    @Test(arguments: TestEngine.all)
    func `several numbers at once, up and down`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a", views: 5))
            try await essay.increment {
                $0.views += 2
                $0.views += 1
                $0.score -= 0.5
            }
            #expect((essay.views, essay.score) == (8, -0.5))
            #expect(try await storedRows(Essay.self).map(\.views) == [8])
            let version = essay.version
            try await essay.increment { _ in }
            #expect(essay.version == version)
            let count = try await Essay.increment(where: { $0.views > 100 }) { $0.views += 1 }
            #expect(count == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `nothing is lost when many add at once`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        var essay = essay
                        try await essay.increment(\.views)
                    }
                }
                try await group.waitForAll()
            }
            let stored = try await storedRows(Essay.self)
            #expect(stored.map(\.views) == [20])
            #expect(stored.map(\.version) == [20])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a result that its attribute cannot hold is refused and not kept`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a", rank: .max))
            await #expect(throws: (any Error).self) { try await essay.increment(\.rank) }
            #expect(essay.rank == .max)
            #expect(try await storedRows(Essay.self).map(\.rank) == [.max])
            try await essay.destroy(force: true)
            await #expect(throws: RecordNotFoundError.self) { try await essay.increment(\.views) }
        }
    }
}
