import Foundation
import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

/// The development guide's controllers, sections 2, 4 and 5, as queries and writes.
@Suite struct GuideControllerTests {
    @Test(arguments: TestEngine.all)
    func `2 getAllPosts: the newest 20 with id and name of their author`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let start = Date(timeIntervalSince1970: 1_700_000_000)
            for number in 1...22 {
                var post = Post(title: "Post \(number)", content: "…", userId: john.id)
                post.createdAt = start + Double(number)
                try await post.create()
            }
            let posts = try await Post.findAll(as: PostView.self) {
                $0.order(by: \.createdAt, .descending)
                $0.limit(20)
            }
            #expect(posts.count == 20)
            #expect((posts.first?.title, posts.last?.title) == ("Post 22", "Post 3"))
            #expect(posts[0].author.firstName == "John")
        }
    }

    @Test(arguments: TestEngine.all)
    func `2 createPost: for the user of the request`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let post = try await Post.create(title: "  Title ", content: "…", userId: john.id)
            #expect((post.title, post.userId, post.status) == ("Title", john.id, .draft))
            let error = await #expect(throws: ValidationError.self) { try await Post.create(Changes<Post>()) }
            #expect(error?.items.map(\.path) == ["title", "content", "userId"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `2 getPost: with its author, or Post not found`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let post = try await john.createPost(title: "a", content: "…")
            let read = try await Post.findByPk(post.id) { $0.include(\.author) }
            #expect(try read?.author.get().firstName == "John")
            #expect(try await Post.findByPk(99) { $0.include(\.author) } == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `2 updatePost and deletePost: only what belongs to the user`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let jane = try await makeUser("Jane")
            var post = try await john.createPost(title: "old", content: "…")
            try await post.setTags(named: ["swift"])
            #expect(post.userId != jane.id)
            // body: { title }, content is optional
            var body = Changes<Post>()
            body.title = .value("new")
            try await post.update(body)
            let stored = try #require(try await Post.findByPk(post.id))
            #expect((stored.title, stored.content) == ("new", "…"))
            // associations are deleted with it by CASCADE
            try await post.destroy()
            #expect(try await Post.findByPk(post.id) == nil)
            #expect(try await PostTag.count() == 0)
            #expect(try await Tag.count() == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `4 createPost: tags found or created by name, then reloaded with associations`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            _ = try await Tag.create(name: "Tech")
            var post = try await Post.create(title: "a", content: "…", userId: john.id)
            var tags: [Tag] = []
            for name in ["Tech", "News"] {
                let (tag, created) = try await Tag.findOrCreate(
                    where: { $0.name == name }, defaults: Tag(name: name))
                #expect(created == (name == "News"))
                tags.append(tag)
            }
            try await post.addTags(tags)
            try await post.reload {
                $0.include(\.author)
                $0.include(\.tags) { $0.order(by: \.name) }
            }
            #expect(try post.author.get().firstName == "John")
            #expect(try post.tags.get().map(\.name) == ["News", "Tech"])
            let view = try await post.reload(as: PostView.self)
            #expect(view.author.lastName == "Doe")
            #expect(view.tags.map(\.name).sorted() == ["News", "Tech"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `4 createPost: the names all at once, as Promise all does`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let names = ["a", "b", "a", "c", "b"]
            let tags = try await withThrowingTaskGroup(of: Tag.self) { group in
                for name in names {
                    group.addTask {
                        try await Tag.findOrCreate(where: { $0.name == name }, defaults: Tag(name: name)).0
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(tags.map(\.id)).count == 3)
            #expect(try await Tag.count() == 3)
        }
    }

    @Test(arguments: TestEngine.all)
    func `4 getAllPosts: search, userId and tag, each only where it is given`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let jane = try await makeUser("Jane")
            for (number, user) in [john, jane, john, jane, john].enumerated() {
                let post = try await user.createPost(
                    title: "Post \(number)", content: number.isMultiple(of: 2) ? "100% Swift" : "other")
                try await post.setTags(named: number < 3 ? ["tech", "news"] : ["news"])
            }
            func posts(
                search: String = "", userId: Int? = nil, tag: String? = nil, page: Int = 1
            ) async throws -> (total: Int, titles: [String], hasMore: Bool) {
                let (limit, offset) = (2, (page - 1) * 2)
                let found = try await Post.findAndCountAll(as: PostView.self) {
                    if !search.isEmpty { $0.where { $0.title.contains(search) || $0.content.contains(search) } }
                    if let userId { $0.where { $0.userId == userId } }
                    if let tag { $0.where(\.tags) { $0.name == tag } }
                    $0.order(by: \.id, .descending)
                    $0.limit(limit, offset: offset)
                }
                return (found.count, found.rows.map(\.title), offset + found.rows.count < found.count)
            }
            let all = try await posts()
            #expect((all.total, all.hasMore) == (5, true))
            #expect(all.titles == ["Post 4", "Post 3"])
            let last = try await posts(page: 3)
            #expect(last.titles == ["Post 0"])
            #expect(!last.hasMore)
            #expect(try await posts(search: "100% swift").total == 3)
            #expect(try await posts(search: "post 3").titles == ["Post 3"])
            #expect(try await posts(userId: jane.id).titles == ["Post 3", "Post 1"])
            #expect(try await posts(tag: "tech").titles == ["Post 2", "Post 1"])
            #expect(try await posts(search: "SWIFT", userId: john.id, tag: "tech").total == 2)
            #expect(try await posts(tag: "none").total == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `4 updatePost: replace all tags`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            var post = try await john.createPost(title: "a", content: "…")
            try await post.setTags(named: ["a", "b"])
            try await post.setTags(named: ["b", "c"])
            try await post.reload { $0.include(\.tags) { $0.order(by: \.name) } }
            #expect(try post.tags.get().map(\.name) == ["b", "c"])
            try await post.setTags([])
            #expect(try await post.countTags() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `5 register: Email already registered, and the password is hashed`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let user = try await User.create(
                email: "Test@example.com", password: "password123", firstName: "Test", lastName: "User")
            #expect(user.email == "test@example.com")
            #expect(try await User.findOne { $0.where { $0.email == "test@example.com" } } != nil)
            #expect(try await User.findOne { $0.where { $0.email == "new@example.com" } } == nil)
            let stored = try #require(try await storedRows(User.self).first)
            #expect(try await stored.verifyPassword("password123"))
            #expect(stored.password.plainText == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `5 refreshAccessToken: found, or expired and deleted`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("refresh_tokens") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("token", .string(80), allowNull: false, unique: true)
                $0.column("userId", .integer, allowNull: false)
                $0.column("expiresAt", .date, allowNull: false)
            }
        } _: { _ in
            func refresh(_ token: String) async throws -> Int? {
                guard let record = try await RefreshToken.findOne({ $0.where { $0.token == token } }) else {
                    return nil
                }
                guard Date.now <= record.expiresAt else {
                    try await record.destroy()
                    return nil
                }
                return record.userId
            }
            let random = String(repeating: "a1b2c3d4", count: 10)
            _ = try await RefreshToken.create(RefreshToken(random, userId: 3, expiresAt: .now + .days(7)))
            _ = try await RefreshToken.create(RefreshToken("old", userId: 4, expiresAt: .now - .days(1)))
            #expect(try await refresh(random) == 3)
            #expect(try await refresh("old") == nil)
            #expect(try await refresh("none") == nil)
            #expect(try await RefreshToken.findAll().map(\.token) == [random])
        }
    }

    @Test(arguments: TestEngine.all)
    func `5 authenticate: findByPk with attributes exclude password`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let john = try await makeUser("John")
            let user = try #require(try await User.findByPk(john.id, as: SafeUser.self))
            #expect(user.email == "John@example.com".lowercased())
            #expect(try await User.findByPk(99, as: SafeUser.self) == nil)
            let names = SafeUser.selection.terms.compactMap(\.column).map { User.table.attributes[$0].name }
            #expect(!names.contains("password"))
            #expect(names.count == User.table.attributes.count - 1)
        }
    }

    /// A user without the password.
    private struct SafeUser: Projection {
        var id: Int
        var email: String

        static let selection = Selection<User, SafeUser> { $0.columns(except: [\.password]) }

        init(row: Row) throws {
            id = try row[0]
            email = try row[1]
        }
    }
}
