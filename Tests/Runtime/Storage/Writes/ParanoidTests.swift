import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ParanoidTests {
    @Test(arguments: TestEngine.all)
    func `a destroyed row stays, is passed over, and comes back`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a"))
            var other = try await Essay.create(Essay(slug: "b"))
            try await essay.destroy()
            let marked = try #require(try await storedRows(Essay.self).first?.deletedAt)
            #expect(abs(marked.timeIntervalSinceNow) < 5)
            // once more is no error and does not move the date
            try await Task.sleep(for: .milliseconds(5))
            try await essay.destroy()
            #expect(try await storedRows(Essay.self)[0].deletedAt == marked)
            #expect(try await Essay.update(.all) { $0.title = .value("new") } == 1)
            #expect(try await Essay.increment(.all) { $0.views += 1 } == 1)
            #expect(try await Essay.destroy { $0.slug == "a" } == 0)
            // its unique value is still taken
            await #expect(throws: UniqueConstraintError.self) { try await Essay.create(Essay(slug: "a")) }
            try await essay.restore()
            #expect(essay.deletedAt == nil)
            #expect(try await storedRows(Essay.self).map(\.deletedAt) == [nil, nil])
            try await other.reload()
            try await other.destroy(force: true)
            #expect(try await storedRows(Essay.self).map(\.slug) == ["a"])
            #expect(try await Essay.destroy(force: true) { $0.slug == "a" } == 1)
            #expect(try await storedRows(Essay.self).isEmpty)
            await #expect(throws: RecordNotFoundError.self) { try await essay.restore() }
        }
    }

    @Test(arguments: TestEngine.all)
    func `an upsert of a destroyed row brings it back`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            try await Essay.create(Essay(slug: "a")).destroy()
            let (essay, created) = try await Essay.upsert(Essay(slug: "a", title: "back"), conflict: \.slug)
            #expect(!created)
            #expect((essay.deletedAt, essay.title) == (nil, "back"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `what follows a row is destroyed and restored with it, and nothing else`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = try await Essay.create(Essay(slug: "a"))
            let other = try await Essay.create(Essay(slug: "b"))
            let (remarks, keywords) = (Essay.associations.remarks, Essay.associations.keywords)
            let early = try await remarks.create(Remark("early"), of: essay)
            _ = try await remarks.create(Remark("kept"), of: essay)
            _ = try await remarks.create(Remark("other's"), of: other)
            _ = try await Remark.create(Remark("about a poem", subject: "poem", subjectId: essay.id))
            let word = try await Topic.create(Topic("swift"))
            try await keywords.add([word], to: essay)
            try await keywords.add([word], to: other)
            func destroyed() async throws -> [String] {
                try await storedRows(Remark.self).filter { $0.deletedAt != nil }.map(\.text)
            }
            func links() async throws -> [Bool] { try await storedRows(EssayKeyword.self).map { $0.deletedAt == nil } }
            try await early.destroy()
            try await Task.sleep(for: .milliseconds(5))
            try await essay.destroy()
            #expect(try await destroyed() == ["early", "kept"])
            #expect(try await links() == [false, true])
            #expect(try await storedRows(Topic.self).count == 1)
            try await essay.restore()
            #expect(try await destroyed() == ["early"])
            #expect(try await links() == [true, true])
            // the same for many rows
            #expect(try await Essay.destroy(.all) == 2)
            #expect(try await destroyed() == ["early", "kept", "other's"])
            #expect(try await links() == [false, false])
            #expect(try await Essay.restore { $0.slug == "b" } == 1)
            #expect(try await destroyed() == ["early", "kept"])
            #expect(try await Essay.restore(.all) == 1)
            #expect(try await destroyed() == ["early"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a model without the date deletes, and cannot restore`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var word = try await Topic.create(Topic("swift"))
            try await word.destroy()
            #expect(try await storedRows(Topic.self).isEmpty)
            await #expect(throws: ModelDefinitionError.self) { try await word.restore() }
            await #expect(throws: ModelDefinitionError.self) { try await Topic.restore(.all) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `an emptied table counts from the beginning again`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            for slug in ["a", "b"] { _ = try await Remark.create(Remark(slug)) }
            try await Remark.truncate()
            #expect(try await storedRows(Remark.self).isEmpty)
            #expect(try await Remark.create(Remark("c")).id == 1)
        }
    }
}
