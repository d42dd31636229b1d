import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct CreateTests {
    @Test(arguments: TestEngine.all) func `a new row has its key, its timestamps and what was given`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) { () async throws in
            let before = Date.now
            let user = try await makeUser("Ann")
            let post = try await Post.create(title: "  Title ", content: " text ", userId: user.id)
            #expect(post.id == 1)
            #expect(post.title == "Title")
            #expect(post.content == " text ")
            #expect(post.status == .draft)
            #expect(abs(post.createdAt.timeIntervalSince(before)) < 5)
            #expect(abs(post.updatedAt.timeIntervalSince(post.createdAt)) < 1)
            #expect(try await Post.findByPk(1) == post)
        }
    }

    @Test(arguments: TestEngine.all) func `what is trimmed and put in small letters is so before it is checked`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) { () async throws in
            let user = try await User.create(
                email: "  ANN@Example.com ", password: "password", firstName: "a", lastName: "b")
            #expect(user.email == "ann@example.com")
        }
    }

    @Test(arguments: TestEngine.all) func `a row of the past keeps its createdAt`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            var user = User(email: "a@example.com", password: "password", firstName: "a", lastName: "b")
            user.createdAt = Date(timeIntervalSince1970: 1_000_000_000)
            try await user.create()
            #expect(user.createdAt.timeIntervalSince1970 == 1_000_000_000)
            #expect(user.updatedAt.timeIntervalSince1970 > 1_000_000_001)
        }
    }

    @Test(arguments: TestEngine.all) func `all that is wrong is told at once, and nothing is written`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) { () async throws in
            let error = await #expect(throws: ValidationError.self) {
                try await User.create(email: "no address", password: "short", firstName: "a", lastName: "b")
            }
            #expect(
                error?.items.map(\.message) == [
                    "Validation isEmail on email failed", "Validation len on password failed",
                ])
            let values = error?.items.map { $0.value ?? "not shown" }
            #expect(values == ["no address", "not shown"])
            #expect(try await User.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `partial input gets defaults, and a null where none may be is told`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) { () async throws in
            let user = try await makeUser("Ann")
            var input = Changes<Post>()
            input.title = .value("Title")
            input.userId = .value(user.id)
            let withoutContent = input
            let error = await #expect(throws: ValidationError.self) { try await Post.create(withoutContent) }
            #expect(error?.items.map(\.message) == ["Post.content cannot be null"])
            input.content = .null
            let withNull = input
            await #expect(throws: ValidationError.self) { try await Post.create(withNull) }
            input.content = .value("text")
            let post = try await Post.create(input)
            #expect(post.status == .draft)
            #expect(try await Post.findByPk(post.id) == post)
        }
    }

    @Test(arguments: TestEngine.all) func `problems found before are told with the others, once an attribute`(
        _ engine: TestEngine
    ) async throws {
        struct Input: ChangeSet {
            var changes: Changes<Post>
            var problems: [ValidationErrorItem]
        }
        try await withBlog(on: engine) { () async throws in
            var changes = Changes<Post>()
            changes.title = .value(String(repeating: "x", count: 201))
            let input = Input(
                changes: changes,
                problems: [ValidationErrorItem(message: "userId is no number", type: .type, path: "userId")])
            let error = await #expect(throws: ValidationError.self) { try await Post.create(input) }
            #expect(error?.items.map(\.path) == ["title", "content", "userId"])
        }
    }

    @Test(arguments: TestEngine.all) func `passwords are hashed on every way in`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            func stored(_ id: Int) async throws -> Password { try #require(try await User.findByPk(id)).password }
            func check(_ password: Password, _ text: String) async throws {
                #expect(password.hash?.hasPrefix("$2b$04$") == true)
                #expect(try await password.verify(text))
            }
            var user = try await makeUser("Ann")
            try await check(user.password, "password")
            try await check(stored(user.id), "password")
            try await user.update {
                $0.password = Password("$2b$04$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy")
            }
            try await check(stored(user.id), "$2b$04$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy")
            user.password = Password("third password")
            try await user.save()
            try await check(user.password, "third password")
            try await check(stored(user.id), "third password")
            var changes = Changes<User>()
            changes.password = .value(Password("fourth password"))
            try await user.update(changes)
            try await check(stored(user.id), "fourth password")
            try await User.update(where: { $0.id == 1 }) { $0.password = .value(Password("fifth password")) }
            try await check(stored(user.id), "fifth password")
            let many = try await User.bulkCreate([
                User(email: "b@example.com", password: "sixth password", firstName: "b", lastName: "b")
            ])
            try await check(stored(many[0].id), "sixth password")
            let found = try await User.findOrCreate(
                where: { $0.email == "c@example.com" },
                defaults: User(email: "c@example.com", password: "seventh password", firstName: "c", lastName: "c"))
            try await check(stored(found.0.id), "seventh password")
            // what was read is not hashed again
            var again = try #require(try await User.findByPk(found.0.id))
            try await again.save()
            try await check(stored(found.0.id), "seventh password")
        }
    }

    @Test(arguments: TestEngine.all) func `a password of more than 72 bytes is refused`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let error = await #expect(throws: ValidationError.self) {
                try await User.create(
                    email: "a@example.com", password: Password(String(repeating: "ü", count: 37)), firstName: "a",
                    lastName: "b")
            }
            #expect(error?.items.map(\.validatorKey) == ["len"])
        }
    }

    @Test(arguments: TestEngine.all) func `a duplicate names the attribute`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            _ = try await makeUser("Ann")
            let error = await #expect(throws: UniqueConstraintError.self) { _ = try await makeUser("Ann") }
            #expect(error?.columns == ["email"])
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await Post.create(title: "t", content: "c", userId: 99)
            }
        }
    }

    @Test(arguments: TestEngine.all) func `keys and defaults of the app and of the database`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let token = try await Token.create(Changes<Token>())
            #expect(token.stamp == "made by the database")
            #expect(token.uses == 0)
            #expect(token.id.uuidString.dropFirst(14).first == "7")
            #expect(try await Token.findByPk(token.id)?.id == token.id)
        }
    }

    @Test(arguments: TestEngine.all) func `many rows come in by one statement, each with its key`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let tags = try await Tag.bulkCreate((0..<10_000).map { Tag(name: "tag \($0)") })
            #expect(tags.map(\.id) == Array(1...10_000))
            #expect(try await Tag.count() == 10_000)
            #expect(try await Tag.findByPk(7777)?.name == "tag 7776")
            await #expect(throws: UniqueConstraintError.self) {
                try await Tag.bulkCreate([Tag(name: "new"), Tag(name: "tag 1")])
            }
            #expect(try await Tag.count() == 10_000)
            #expect(try await Tag.bulkCreate([]).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `findOrCreate makes one row, however many ask at once`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let results = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        let (tag, created) = try await Tag.findOrCreate(
                            where: { $0.name == "swift" }, defaults: Tag(name: "swift"))
                        return (tag.id, created)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(results.map(\.0)) == [1])
            #expect(results.filter(\.1).count == 1)
            #expect(try await Tag.count() == 1)
        }
    }
}
