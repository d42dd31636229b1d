import Testing

@testable import ScaffoldStorage

@Suite struct VersionTests {
    @Test(arguments: TestEngine.all)
    func `who comes second is told and changes nothing`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var mine = try await Essay.create(Essay(slug: "a"))
            var theirs = mine
            #expect(mine.version == 0)
            try await theirs.update { $0.title = "theirs" }
            #expect(theirs.version == 1)
            await #expect(throws: OptimisticLockError.self) { try await mine.update { $0.views = 5 } }
            await #expect(throws: OptimisticLockError.self) { try await mine.save() }
            let copy = mine
            await #expect(throws: OptimisticLockError.self) { try await copy.destroy() }
            await #expect(throws: OptimisticLockError.self) { try await copy.destroy(force: true) }
            let stored = try await storedRows(Essay.self)
            #expect(stored.map(\.title) == ["theirs"])
            #expect(stored.map(\.version) == [1])
            #expect(stored.map(\.deletedAt) == [nil])
            try await mine.reload()
            try await mine.save()
            #expect(mine.version == 2)
            #expect(try await storedRows(Essay.self).map(\.version) == [2])
        }
    }

    @Test(arguments: TestEngine.all)
    func `statements for many rows count up too`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a"))
            try await Essay.update(.all) { $0.views = .value(1) }
            try await Essay.increment(where: { $0.slug == "a" }) { $0.views += 1 }
            await #expect(throws: OptimisticLockError.self) { try await essay.update { $0.title = "b" } }
            try await essay.reload()
            #expect((essay.version, essay.views) == (2, 2))
            try await essay.increment(\.views)
            #expect((essay.version, essay.views) == (3, 3))
            try await essay.update { $0.title = "b" }
            #expect(essay.version == 4)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a row that is gone is another matter`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a"))
            try await essay.destroy(force: true)
            await #expect(throws: RecordNotFoundError.self) { try await essay.update { $0.title = "b" } }
            await #expect(throws: RecordNotFoundError.self) { try await essay.save() }
            try await essay.destroy(force: true)
        }
    }
}
