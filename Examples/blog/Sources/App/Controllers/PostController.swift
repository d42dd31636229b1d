import ScaffoldRuntime

/// The actions of posts.
struct PostController {
    /// GET /api/posts
    func list(_ request: Request) async throws -> Response {
        let query = try request.query(Post.listing)
        let posts = try await Post.findAndCountAll(as: PostListView.self) { try $0.list(query) }
        return try .json(posts, for: query)
    }

    /// GET /api/posts/:id
    func show(_ request: Request) async throws -> Response {
        let post = try await Post.findByPk(request.id(), as: PostView.self)
        return .json(try post.orNotFound("Post"))
    }

    /// POST /api/posts
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Post.self)
        let post = try await database.transaction {
            let post = try await Post.create(input)
            if let names = input.tagNames { try await post.setTags(named: names) }
            return try await post.reload(as: PostView.self)
        }
        return .created(post).located(at: "/api/posts", post.id)
    }

    /// PUT and PATCH /api/posts/:id
    func update(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Post.self)
        let post = try await database.transaction {
            var post = try await Post.findByPk(request.id()).orNotFound("Post")
            try await post.update(input)
            if let names = input.tagNames { try await post.setTags(named: names) }
            return try await post.reload(as: PostView.self)
        }
        return .json(post)
    }

    /// DELETE /api/posts/:id
    func destroy(_ request: Request) async throws -> Response {
        let post = try await Post.findByPk(request.id()).orNotFound("Post")
        try await post.destroy()
        return .noContent
    }
}

extension Post {
    /// What `GET /api/posts` may be asked.
    static let listing = Listing<Post> {
        $0.filter("status", \.status)
        $0.filter("userId", \.userId)
        $0.filter("tag", through: \.tags) { $0.name }
        $0.search { [$0.title, $0.content] }
        $0.order(by: \.createdAt, .descending)
        $0.sort(\.createdAt, \.id)
        $0.fields("id", "title", "content", "status", "userId", "createdAt", "updatedAt", "author", "tags")
        $0.include("author", "tags")
        $0.limit(20)
    }
}
