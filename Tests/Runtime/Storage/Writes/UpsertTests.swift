import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct UpsertTests {
    @Test(arguments: TestEngine.all)
    func `a row is created once and then updated, by a unique attribute`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let (first, created) = try await Essay.upsert(Essay(slug: " a ", title: "one", views: 3), conflict: \.slug)
            #expect(created)
            #expect((first.id, first.slug, first.version) == (1, "a", 0))
            let (second, again) = try await Essay.upsert(Essay(slug: "a", title: "two"), conflict: \.slug)
            #expect(!again)
            #expect((second.id, second.title, second.views, second.version) == (1, "two", 0, 1))
            #expect(try await storedRows(Essay.self).map(\.title) == ["two"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `partial input changes only what it names`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var input = Changes<Essay>()
            input.slug = .value("a")
            input.title = .value("one")
            let first = input
            #expect(try await Essay.upsert(first, conflict: \.slug).created)
            try await Essay.increment(.all) { $0.views += 5 }
            input.title = .value("two")
            let second = input
            let (essay, created) = try await Essay.upsert(second, conflict: \.slug)
            #expect(!created)
            #expect((essay.title, essay.views) == ("two", 5))
        }
    }

    @Test(arguments: TestEngine.all)
    func `the primary key finds the row, one column or several`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var word = Topic("swift")
            #expect(try await Topic.upsert(word).created)
            word.name = "Swift"
            #expect(try await !Topic.upsert(word).created)
            #expect(try await storedRows(Topic.self) == [word])
            let essay = try await Essay.create(Essay(slug: "a"))
            let link = EssayKeyword(essayId: essay.id, keywordId: word.id, position: 1)
            #expect(try await EssayKeyword.upsert(link).created)
            #expect(try await !EssayKeyword.upsert(EssayKeyword(essayId: 1, keywordId: word.id, position: 2)).created)
            #expect(try await storedRows(EssayKeyword.self).map(\.position) == [2])
            // a key that the database is still to make finds nothing
            #expect(try await Essay.upsert(Essay(slug: "b")).created)
            #expect(try await storedRows(Essay.self).map(\.id) == [1, 2])
        }
    }

    @Test(arguments: TestEngine.all)
    func `what is immutable stays, by whichever attribute the row is found`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            var badge = try await Badge.upsert(Badge("a", points: 1), conflict: \.code).0
            let error = await #expect(throws: ValidationError.self) {
                try await Badge.upsert(Badge("a", issuer: "nobody", points: 2), conflict: \.code)
            }
            #expect(error?.items.map(\.path) == ["issuer"])
            badge.issuer = "nobody"
            let changed = badge
            await #expect(throws: ValidationError.self) { try await Badge.upsert(changed) }
            #expect(try await storedRows(Badge.self).map(\.issuer) == ["school"])
            // the same value is no change, and another row is another row
            #expect(try await Badge.upsert(Badge("a", points: 3), conflict: \.code).0.points == 3)
            #expect(try await Badge.upsert(Badge("b", issuer: "club"), conflict: \.code).created)
        }
    }

    @Test(arguments: TestEngine.all)
    func `rules are checked, passwords hashed, and a value taken elsewhere is told`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            await #expect(throws: ValidationError.self) {
                try await Essay.upsert(Essay(slug: "a", title: String(repeating: "x", count: 51)), conflict: \.slug)
            }
            let one = try await Topic.upsert(Topic("one")).0
            let error = await #expect(throws: UniqueConstraintError.self) { try await Topic.upsert(Topic("one")) }
            #expect(error?.columns == ["name"])
            #expect(try await storedRows(Topic.self) == [one])
        }
        try await withBlog(on: engine) { () async throws in
            func user(_ password: Password) -> User {
                User(email: "a@example.com", password: password, firstName: "a", lastName: "b")
            }
            _ = try await User.upsert(user("first password"), conflict: \.email)
            let (second, created) = try await User.upsert(user("second password"), conflict: \.email)
            #expect(!created)
            #expect(try await second.password.verify("second password"))
            #expect(try await storedRows(User.self)[0].password.verify("second password"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `many at once make one row, and one of them created it`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            for inTransaction in [false, true] {
                let slug = "slug \(inTransaction)"
                let created = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<12 {
                        group.addTask {
                            func upsert() async throws -> Bool {
                                try await Essay.upsert(Essay(slug: slug, title: "\(number)"), conflict: \.slug).created
                            }
                            return try await inTransaction ? database.transaction { try await upsert() } : upsert()
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(created.filter { $0 }.count == 1)
            }
            #expect(try await storedRows(Essay.self).map(\.version) == [11, 11])
        }
    }

    @Test(arguments: TestEngine.all)
    func `findOrCreate makes one row in transactions too, which go on`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let ids = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await database.transaction {
                            let (essay, created) = try await Essay.findOrCreate(
                                where: { $0.slug == "a" }, defaults: Essay(slug: "a"))
                            try await Essay.increment(where: { $0.id == essay.id }) { $0.views += 1 }
                            return (essay.id, created)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(ids.map(\.0)).count == 1)
            #expect(ids.filter(\.1).count == 1)
            #expect(try await storedRows(Essay.self).map(\.views) == [12])
            let (built, isBuilt) = try await Essay.findOrBuild(where: { $0.slug == "b" }, defaults: Essay(slug: "b"))
            #expect((built.id, isBuilt) == (0, true))
            let (found, isNew) = try await Essay.findOrBuild(where: { $0.slug == "a" }, defaults: Essay(slug: "a"))
            #expect((found.views, isNew) == (12, false))
        }
    }
}
