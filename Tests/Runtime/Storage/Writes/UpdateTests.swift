import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct UpdateTests {
    private func withPost(on engine: TestEngine, _ body: @Sendable (Post) async throws -> Void) async throws {
        try await withBlog(on: engine) {
            let user = try await makeUser("Ann")
            try await body(try await Post.create(title: "Title", content: "text", userId: user.id))
        }
    }

    @Test(arguments: TestEngine.all) func `only what changed is written`(_ engine: TestEngine) async throws {
        try await withPost(on: engine) { post in
            var mine = post
            var theirs = post
            try await theirs.update { $0.content = "theirs" }
            try await mine.update { $0.title = "mine" }
            let stored = try #require(try await Post.findByPk(post.id))
            #expect((stored.title, stored.content) == ("mine", "theirs"))
            #expect(mine.title == "mine")
            #expect(mine.createdAt == post.createdAt)
        }
    }

    @Test(arguments: TestEngine.all) func `partial input is applied, texts trimmed, updatedAt set`(_ engine: TestEngine)
        async throws
    {
        try await withPost(on: engine) { post in
            var post = post
            post.updatedAt = Date(timeIntervalSince1970: 0)
            var changes = Changes<Post>()
            changes.title = .value("  New  ")
            changes.status = .value(.published)
            #expect(changes.title == .value("  New  "))
            #expect(changes.content.isAbsent)
            try await post.update(changes)
            #expect(post.title == "New")
            #expect(post.status == .published)
            #expect(post.updatedAt.timeIntervalSince1970 > 0)
            #expect(try await Post.findByPk(post.id) == post)
        }
    }

    @Test(arguments: TestEngine.all) func `changed attributes are checked, others not, and a refusal changes nothing`(
        _ engine: TestEngine
    ) async throws {
        try await withPost(on: engine) { post in
            var post = post
            let error = await #expect(throws: ValidationError.self) {
                try await post.update { $0.title = String(repeating: "x", count: 201) }
            }
            #expect(error?.items.map(\.message) == ["Validation len on title failed"])
            #expect(post.title == "Title")
            // what stands in the table already does not hinder another change
            try await database.write { try $0.run(script: "UPDATE users SET email = 'no address'") }
            var user = try #require(try await User.findByPk(1))
            try await user.update { $0.firstName = "Anna" }
            await #expect(throws: ValidationError.self) { try await user.update { $0.email = "still none" } }
            await #expect(throws: ValidationError.self) { try await user.save() }
            var changes = Changes<Post>()
            changes.title = .null
            let withNull = changes
            let missing = await #expect(throws: ValidationError.self) { try await post.update(withNull) }
            #expect(missing?.items.map(\.message) == ["Post.title cannot be null"])
        }
    }

    @Test func `what differs from an earlier copy is told`() {
        let before = Post(title: "a", content: "c", userId: 1)
        var post = before
        #expect(post.changed(since: before).isEmpty)
        post.title = "b"
        post.userId = 2
        #expect(post.changed(\.title, since: before))
        #expect(!post.changed(\.content, since: before))
        #expect(post.changed(since: before) == ["title", "userId"])
    }

    @Test(arguments: TestEngine.all) func `what is loaded and what is no column stays`(_ engine: TestEngine)
        async throws
    {
        try await withPost(on: engine) { post in
            var post = try #require(try await Post.findByPk(post.id) { $0.include(\.author) })
            try await post.update { $0.title = "New" }
            #expect(try post.author.get().firstName == "Ann")
            var category = Category(name: "c")
            category.note = "mine"
            try await category.create()
            try await category.update { $0.name = "d" }
            try await category.reload()
            #expect(category.note == "mine")
        }
    }

    @Test(arguments: TestEngine.all) func `a row that is gone is told`(_ engine: TestEngine) async throws {
        try await withPost(on: engine) { post in
            var post = post
            try await post.destroy()
            try await post.destroy()
            await #expect(throws: RecordNotFoundError.self) { try await post.update { $0.title = "New" } }
            await #expect(throws: RecordNotFoundError.self) { try await post.save() }
            await #expect(throws: RecordNotFoundError.self) { try await post.reload() }
        }
    }

    @Test(arguments: TestEngine.all) func `save inserts what is new and updates what is there`(_ engine: TestEngine)
        async throws
    {
        try await withPost(on: engine) { post in
            var tag = Tag(name: " swift ")
            try await tag.save()
            #expect((tag.id, tag.name) == (1, "swift"))
            tag.name = "Swift"
            try await tag.save()
            #expect(try await Tag.findAll().map(\.name) == ["Swift"])
            var token = Token(label: "a")
            try await token.save()
            token.uses = 3
            try await token.save()
            #expect(try await Token.findAll().map(\.uses) == [3])
        }
    }

    @Test(arguments: TestEngine.all)
    func `many rows are updated and destroyed by a condition, all of them only when it is said`(_ engine: TestEngine)
        async throws
    {
        try await withPost(on: engine) { post in
            let user = try #require(try await User.findByPk(1))
            for title in ["a", "b"] { _ = try await user.createPost(title: title, content: "", status: .published) }
            let count = try await Post.update(where: { $0.status == .published }) { $0.content = .value("seen") }
            #expect(count == 2)
            #expect(try await Post.count { $0.where { $0.content == "seen" } } == 2)
            await #expect(throws: ValidationError.self) {
                try await Post.update(.all) { $0.title = .value(String(repeating: "x", count: 201)) }
            }
            #expect(try await Post.update(.all) { $0.title = .value(" z ") } == 3)
            #expect(try await Post.count { $0.where { $0.title == "z" } } == 3)
            #expect(try await Post.update(.all) { _ in } == 0)
            #expect(try await Post.destroy { $0.content == "seen" } == 2)
            #expect(try await Post.destroy(.all) == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `numbers are added to in the database`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            var token = try await Token.create(Token(label: nil, uses: 5))
            var copy = token
            try await token.increment(\.uses)
            try await copy.increment(\.uses, by: 10)
            #expect(copy.uses == 16)
            try await copy.decrement(\.uses, by: 6)
            #expect(try await Token.findByPk(token.id)?.uses == 10)
        }
    }

    @Test(arguments: TestEngine.all) func `values are bound, whatever is in them`(_ engine: TestEngine) async throws {
        try await withPost(on: engine) { post in
            var post = post
            for text in ["'; DROP TABLE posts; --", "\"", "?1 :a $b", "\u{1F469}\u{200D}\u{1F467}", "%_\\", ""] {
                try await post.update { $0.content = text }
                #expect(try await Post.findAll { $0.where { $0.content == text } }.map(\.content) == [text])
            }
        }
    }
}
