import Testing

@testable import ScaffoldStorage

@Suite struct ProjectionTests {
    private func withPosts(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
        try await withBlog(on: engine) {
            let ann = try await makeUser("Ann")
            _ = try await ann.createProfile(bio: "Engineer")
            for number in 1...3 {
                let post = try await ann.createPost(title: "A\(number)", content: "", status: .published)
                try await post.setTags(named: ["x", "y"].suffix(number - 1))
            }
            _ = try await makeUser("Bob").createPost(title: "B1", content: "")
            try await body()
        }
    }

    @Test(arguments: TestEngine.all) func `a page of posts with author and tags`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) {
            let page = try await Post.findAndCountAll(as: PostView.self) {
                $0.where { $0.status == .published }
                $0.where(\.tags) { $0.name == "y" }
                $0.order(by: \.id)
                $0.limit(1, offset: 1)
            }
            #expect(page.count == 2)
            #expect(page.rows.map(\.title) == ["A3"])
            #expect(page.rows[0].author.firstName == "Ann")
            #expect(page.rows[0].tags.map(\.name) == ["y", "x"])
        }
    }

    @Test(arguments: TestEngine.all) func `one row, read as another type`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) {
            #expect(try await Post.findByPk(2, as: PostView.self)?.tags.map(\.name) == ["y"])
            #expect(try await Post.findByPk(99, as: PostView.self) == nil)
            #expect(
                try await Post.findOne(as: PostView.self) { $0.where { $0.title == "B1" } }?.author.firstName == "Bob")
            #expect(try await Post.findAll(as: PostView.self).count == 4)
            let post = try #require(try await Post.findByPk(1))
            #expect(try await post.reload(as: PostView.self).author.lastName == "Doe")
            try await post.destroy()
            await #expect(throws: RecordNotFoundError.self) { try await post.reload(as: PostView.self) }
        }
    }

    @Test(arguments: TestEngine.all) func `joins nest, and a row that is not there is null`(_ engine: TestEngine)
        async throws
    {
        struct Line: Projection {
            var title: String
            var author: String
            var bio: String?
            static let selection = Selection<Post, Line> {
                $0.columns(\.title)
                $0.join(\.author) {
                    $0.columns(\.firstName)
                    $0.join(\.profile) { $0.columns(\.bio) }
                }
            }
            init(row: Row) throws {
                title = try row[0]
                author = try row[1]
                bio = try row[2]
            }
        }
        try await withPosts(on: engine) {
            let lines = try await Post.findAll(as: Line.self) { $0.order(by: \.id) }
            #expect(lines.map(\.author) == ["Ann", "Ann", "Ann", "Bob"])
            #expect(lines.map(\.bio) == ["Engineer", "Engineer", "Engineer", nil])
        }
    }

    @Test(arguments: TestEngine.all) func `include in a partial read is refused, not ignored`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) {
            await #expect(throws: QueryError.self) {
                try await Post.findAll(as: PostView.self) { $0.include(\.author) }
            }
        }
    }
}
