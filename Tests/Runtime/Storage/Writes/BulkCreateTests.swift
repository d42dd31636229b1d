import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct BulkCreateTests {
    @Test(arguments: TestEngine.all)
    func `all rows are checked first, unless it is said otherwise`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essays = [Essay(slug: "a"), Essay(slug: "b", title: String(repeating: "x", count: 51))]
            await #expect(throws: AggregateError.self) { try await Essay.bulkCreate(essays) }
            #expect(try await storedRows(Essay.self).isEmpty)
            #expect(try await Essay.bulkCreate(essays, validate: false).map(\.id) == [1, 2])
        }
    }

    @Test(arguments: TestEngine.all)
    func `duplicates are left as they are`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            _ = try await Essay.create(Essay(slug: "b", title: "first"))
            let essays = ["a", "b", "c", "a"].map { Essay(slug: $0, title: "second") }
            await #expect(throws: UniqueConstraintError.self) { try await Essay.bulkCreate(essays) }
            let stored = try await Essay.bulkCreate(essays, ignoreDuplicates: true)
            #expect(stored.map(\.slug) == ["a", "b", "c", "a"])
            #expect(stored.map(\.title) == ["second", "first", "second", "second"])
            #expect(stored[0].id == stored[3].id)
            #expect(try await storedRows(Essay.self).count == 3)
        }
    }

    @Test(arguments: TestEngine.all)
    func `duplicates are updated in the columns that are named`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            _ = try await Essay.create(Essay(slug: "b", title: "first", views: 7))
            let essays = ["a", "b"].map { Essay(slug: $0, title: "second", views: 1) }
            let stored = try await Essay.bulkCreate(essays, updateOnDuplicate: [\.title], conflict: [\.slug])
            #expect(stored.map(\.title) == ["second", "second"])
            #expect(stored.map(\.views) == [1, 7])
            // by the primary key where the app makes it, one column or several
            var word = Topic("swift")
            try await word.create()
            word.name = "Swift"
            #expect(
                try await Topic.bulkCreate([word, Topic("c")], updateOnDuplicate: [\.name]).map(\.name) == [
                    "Swift", "c",
                ])
            let links = [1, 2].map { EssayKeyword(essayId: $0, keywordId: word.id, position: $0) }
            try await EssayKeyword.bulkCreate(links)
            let moved = links.map { EssayKeyword(essayId: $0.essayId, keywordId: word.id, position: 9) }
            #expect(
                try await EssayKeyword.bulkCreate(moved, updateOnDuplicate: [\.position]).map(\.position) == [9, 9])
            #expect(try await storedRows(EssayKeyword.self).count == 2)
        }
    }

    @Test(arguments: TestEngine.all)
    func `options that contradict each other are refused`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essays = [Essay(slug: "a")]
            await #expect(throws: QueryError.self) {
                try await Essay.bulkCreate(essays, updateOnDuplicate: [\.title], ignoreDuplicates: true)
            }
            await #expect(throws: QueryError.self) {
                try await Essay.bulkCreate(essays, individualHooks: true, ignoreDuplicates: true)
            }
            let error = await #expect(throws: QueryError.self) {
                try await Remark.bulkCreate([Remark("a")], ignoreDuplicates: true)
            }
            #expect(error?.description.contains("conflict") == true)
            #expect(try await storedRows(Essay.self).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `passwords are hashed, each its own`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let users = (0..<20).map {
                User(email: "\($0)@example.com", password: Password("password \($0)"), firstName: "a", lastName: "b")
            }
            let stored = try await User.bulkCreate(users)
            for (index, user) in stored.enumerated() {
                #expect(try await user.password.verify("password \(index)"))
                #expect(try await storedRows(User.self)[index].password.verify("password \(index)"))
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `what only the database makes is read back for all rows`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let table = Token.table
            var drafts: [Draft] = []
            for number in 0..<3 {
                var draft = Draft(table)
                draft.set(Token.columns.uses.index, .integer(Int64(number)))
                draft.complete()
                drafts.append(draft)
            }
            let ready = drafts
            let rows = try await database.writingAll { try $0.insert(ready) }
            let tokens = try rows.map(Token.from)
            #expect(tokens.map(\.uses) == [0, 1, 2])
            #expect(tokens.map(\.stamp) == Array(repeating: "made by the database", count: 3))
        }
    }
}
