import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct LinkTests {
    private let keywords = Essay.associations.keywords

    @Test(arguments: TestEngine.all)
    func `links between a number and a UUID are known again`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let words = try await Topic.bulkCreate(["a", "b", "c"].map { Topic($0) })
            try await keywords.add(words, to: essay)
            try await keywords.add(words, to: essay)
            #expect(try await keywords.count(of: essay) == 3)
            try await keywords.set([words[1], words[1]], of: essay)
            #expect(try await keywords.get(of: essay) == [words[1]])
            #expect(try await keywords.has([words[1]], of: essay))
            #expect(try await !keywords.has([words[0], words[1]], of: essay))
            try await keywords.remove([words[1]], from: essay)
            #expect(try await keywords.count(of: essay) == 0)
            let made = try await keywords.create(Topic("d"), of: essay)
            #expect(try await keywords.get(of: essay) == [made])
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows are named by their keys as well`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let words = try await Topic.bulkCreate(["a", "b"].map { Topic($0) })
            let ids = words.map(\.id)
            try await keywords.add(keys: ids, to: essay)
            #expect(try await keywords.has(keys: ids, of: essay))
            try await keywords.remove(keys: [ids[0]], from: essay)
            #expect(try await !keywords.has(keys: ids, of: essay))
            try await keywords.set(keys: [ids[0]], of: essay)
            #expect(try await keywords.get(of: essay) == [words[0]])
            await #expect(throws: ForeignKeyConstraintError.self) { try await keywords.add(keys: [UUID()], to: essay) }

            let remarks = Essay.associations.remarks
            let made = try await Remark.bulkCreate(["a", "b"].map { Remark($0) })
            try await remarks.add(keys: made.map(\.id), to: essay)
            #expect(try await remarks.has(keys: made.map(\.id), of: essay))
            try await remarks.remove(keys: [made[0].id], from: essay)
            #expect(try await remarks.count(of: essay) == 1)
            try await remarks.set(keys: [made[0].id], of: essay)
            #expect(try await remarks.get(of: essay).map(\.text) == ["a"])
            try await remarks.set([], of: essay)
            #expect(try await remarks.count(of: essay) == 0)
            #expect(try await remarks.has([], of: essay))

            var remark = made[0]
            try await Remark.associations.essay.set(key: essay.id, of: &remark)
            #expect(remark.subjectId == essay.id)
            #expect(!remark.essay.isLoaded)
            let other = try await Remark.associations.essay.create(Essay(slug: "b"), of: &remark)
            #expect(remark.subjectId == other.id)
            #expect(try remark.essay.get()?.slug == "b")
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows between hold values of their own, and are changed where they are there`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let words = try await Topic.bulkCreate(["a", "b"].map { Topic($0) })
            func positions() async throws -> [String: Int?] {
                let rows = try await storedRows(EssayKeyword.self)
                return Dictionary(
                    uniqueKeysWithValues: rows.map { row in
                        (words.first { $0.id == row.keywordId }?.name ?? "new", row.position)
                    })
            }
            func at(_ position: Int) -> Changes<EssayKeyword> {
                var changes = Changes<EssayKeyword>()
                changes.position = .value(position)
                return changes
            }
            try await keywords.add([words[0]], to: essay, through: at(1))
            try await keywords.add(words, to: essay, through: at(2))
            #expect(try await positions() == ["a": 2, "b": 2])
            try await keywords.add(keys: [words[1].id], to: essay, through: at(3))
            #expect(try await positions() == ["a": 2, "b": 3])
            // without values a row that is there stays as it is
            try await keywords.set(words, of: essay)
            #expect(try await positions() == ["a": 2, "b": 3])
            try await keywords.set([words[1]], of: essay, through: at(4))
            #expect(try await positions() == ["b": 4])
            _ = try await keywords.create(Topic("c"), of: essay, through: at(5))
            #expect(try await positions() == ["b": 4, "new": 5])
            await #expect(throws: ValidationError.self) {
                try await keywords.add([words[0]], to: essay, through: at(-1))
            }
            await #expect(throws: QueryError.self) {
                try await keywords.add([words[0]], to: essay, through: Changes<Remark>())
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `the same link made by many at once is one`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let word = try await Topic.create(Topic("swift"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<10 { group.addTask { try await keywords.add([word], to: essay) } }
                try await group.waitForAll()
            }
            #expect(try await storedRows(EssayKeyword.self).count == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a row with a composite key is updated, saved, reloaded and destroyed`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essays = try await Essay.bulkCreate(["a", "b"].map { Essay(slug: $0) })
            let word = try await Topic.create(Topic("swift"))
            var link = EssayKeyword(essayId: essays[0].id, keywordId: word.id, position: 1)
            try await link.save()
            var other = EssayKeyword(essayId: essays[1].id, keywordId: word.id, position: 1)
            try await other.create()
            try await link.update { $0.position = 2 }
            link.position = 3
            try await link.save()
            try await link.increment(\.position, by: 4)
            #expect(link.position == 7)
            #expect(try await storedRows(EssayKeyword.self).map(\.position) == [7, 1])
            link.position = nil
            try await link.reload()
            #expect(link.position == 7)
            try await link.destroy(force: true)
            #expect(try await storedRows(EssayKeyword.self).map(\.essayId) == [essays[1].id])
            await #expect(throws: RecordNotFoundError.self) { try await link.reload() }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a table of nothing but its key is written as any other`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var pairing = Pairing(1, 2)
            try await pairing.save()
            try await pairing.save()
            #expect(try await !Pairing.upsert(pairing).created)
            #expect(try await Pairing.upsert(Pairing(1, 3)).created)
            let three = [Pairing(1, 2), Pairing(1, 3), Pairing(2, 2)]
            #expect(try await Pairing.bulkCreate(three, ignoreDuplicates: true) == three)
            try await pairing.update { $0.rightId = 4 }
            #expect(try await storedRows(Pairing.self) == [Pairing(1, 3), Pairing(1, 4), Pairing(2, 2)])
            try await pairing.destroy()
            #expect(try await storedRows(Pairing.self) == [Pairing(1, 3), Pairing(2, 2)])
            await #expect(throws: UniqueConstraintError.self) { try await Pairing.create(Pairing(1, 3)) }
        }
    }
}
