import ScaffoldRuntime

/// The actions of posts.
struct PostController {
    /// GET /api/posts
    func list(_ request: Request) async throws -> Response {
        let query = try PostQuery(request)
        let posts = try await Post.findAndCountAll(as: PostListView.self) {
            if let status = query.status { $0.where { $0.status == status } }
            if let userId = query.userId { $0.where { $0.userId == userId } }
            if let tag = query.tag { $0.where(\.tags) { $0.name == tag } }
            if let search = query.search { $0.where { $0.title.contains(search) || $0.content.contains(search) } }
            $0.order(by: \.createdAt, .descending)
            $0.page(query.page)
        }
        return .json(posts, page: query.page)
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
        return .created(post)
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

/// What `GET /api/posts` may be asked: ?status= ?userId= ?tag= ?search= ?page= ?limit=
struct PostQuery {
    var status: PostStatus?
    var userId: Int?
    var tag: String?
    var search: String?
    var page: Pagination

    init(_ request: Request) throws {
        var query = request.query  // collects every wrong parameter, refuses unknown ones
        status = query["status"]
        userId = query["userId"]
        tag = query["tag"]
        search = query["search"]
        page = query.page(limit: 20)
        try query.finish()
    }
}
