import ScaffoldPasswords
import ScaffoldStorage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The guide's sections 3, 4 and 7 as a user would write them: the test of the API's taste.
@Suite struct GuideTests {
    @Test(arguments: TestEngine.all) func `3_1 One user has many posts`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            let john = try await makeUser("John")
            for title in ["First Post", "Second Post"] { _ = try await john.createPost(title: title, content: "…") }

            let post = try #require(try await Post.findByPk(1) { $0.include(\.author) })
            #expect(post.title == "First Post")
            #expect(try post.author.get().firstName == "John")

            let user = try #require(try await User.findByPk(1) { $0.include(\.posts) })
            let posts = try user.posts.get()
            #expect(posts.count == 2)
            #expect(posts[0].title == "First Post")
        }
    }

    @Test(arguments: TestEngine.all) func `3_2 Posts have many tags`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            let john = try await makeUser("John")
            _ = try await john.createPost(title: "My Post", content: "…")
            for name in ["Tech", "Tutorial", "News"] { _ = try await Tag.create(name: name) }

            let post = try #require(try await Post.findByPk(1))
            let tags = try await Tag.findAll { $0.where { $0.name.in(["Tech", "Tutorial"]) } }
            try await post.addTags(tags)
            try await post.removeTag(tags[0])
            try await post.setTags(tags)
            #expect(try await post.getTags().count == 2)
            #expect(try await post.hasTags([tags[0]]))

            let read = try #require(try await Post.findByPk(1) { $0.include(\.tags) })
            #expect(try read.tags.get()[0].name == "Tech")
        }
    }

    @Test(arguments: TestEngine.all) func `3_3 One user has one profile`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            let user = try await makeUser("John")
            let profile = try await user.createProfile(bio: "Software Developer", location: "San Francisco")
            #expect(profile.userId == user.id)
            let read = try await User.findByPk(1) { $0.include(\.profile) }
            #expect(try read?.profile.get()?.location == "San Francisco")
        }
    }

    @Test(arguments: TestEngine.all) func `4 A page of posts: searched, filtered by tag, with author and tags`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) {
            let john = try await makeUser("John")
            for number in 1...12 {
                let post = try await john.createPost(title: "Swift \(number)", content: "…")
                if number > 2 { try await post.setTags(named: ["tech"]) }
            }
            let search = "swift"
            let page = try await Post.findAndCountAll {
                $0.where { $0.title.contains(search) || $0.content.contains(search) }
                $0.where(\.tags) { $0.name == "tech" }
                $0.include(\.author)
                $0.include(\.tags)
                $0.order(by: \.createdAt, .descending)
                $0.limit(4, offset: 8)
            }
            #expect(page.count == 10)
            #expect(page.rows.map(\.title) == ["Swift 4", "Swift 3"])
            #expect(try page.rows[0].author.get().fullName == "John Doe")
        }
    }

    @Test(arguments: TestEngine.all) func `7 Class methods`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            _ = try await makeUser("John", role: .admin)
            _ = try await makeUser("Jane", isActive: false)
            #expect(try await User.findByEmail("JOHN@example.com")?.firstName == "John")
            let statistics = try await User.statistics()
            #expect((statistics.total, statistics.active, statistics.admins) == (2, 1, 1))
            #expect(try await User.search("ja").map(\.firstName) == ["Jane"])
            #expect(try await User.search("EXAMPLE.com", limit: 1).map(\.firstName) == ["Jane"])
            #expect(try await User.recent(days: 12).map(\.firstName) == ["John"])
            try await User.update(where: { $0.id == 1 }) { $0.firstName = .value("Johnny") }
            #expect(try await User.findAll().count == 2)
        }
    }

    @Test(arguments: TestEngine.all) func `7 Instance methods`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            var user = try await User.create(
                email: "new@example.com", password: "password123", firstName: "New", lastName: "User")
            #expect(try await user.verifyPassword("password123"))
            #expect(try await !user.verifyPassword("password124"))
            try await user.recordLogin()
            #expect(try await User.findByPk(user.id)?.lastLoginAt == user.lastLoginAt)
            user.password = "newPassword123"
            try await user.save()
            #expect(try await user.verifyPassword("newPassword123"))
            #expect(user.fullName == "New User")
            var post = try await user.createPost(title: "Old title", content: "…")
            if user.canEdit(post) { try await post.update { $0.title = "New title" } }
            #expect(try await Post.findByPk(post.id)?.title == "New title")
            try await user.update { $0.isActive = false }
            #expect(try await User.findByPk(user.id)?.isActive == false)
            try await user.reload()
            try await user.destroy()
            #expect(try await User.findByPk(user.id) == nil)
        }
    }
}
