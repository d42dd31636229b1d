import ScaffoldRuntime

/// The actions of tags.
struct TagController {
    /// GET /api/tags
    func list(_ request: Request) async throws -> Response {
        let query = try TagQuery(request)
        let tags = try await Tag.findAndCountAll {
            $0.order(by: \.id)
            $0.page(query.page)
        }
        return .json(tags, page: query.page)
    }

    /// GET /api/tags/:id
    func show(_ request: Request) async throws -> Response {
        let tag = try await Tag.findByPk(request.id())
        return .json(try tag.orNotFound("Tag"))
    }

    /// POST /api/tags
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Tag.self)
        return .created(try await Tag.create(input))
    }

    /// PUT and PATCH /api/tags/:id
    func update(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Tag.self)
        var tag = try await Tag.findByPk(request.id()).orNotFound("Tag")
        try await tag.update(input)
        return .json(tag)
    }

    /// DELETE /api/tags/:id
    func destroy(_ request: Request) async throws -> Response {
        let tag = try await Tag.findByPk(request.id()).orNotFound("Tag")
        try await tag.destroy()
        return .noContent
    }
}

/// What `GET /api/tags` may be asked: ?page= ?limit=
struct TagQuery {
    var page: Pagination

    init(_ request: Request) throws {
        var query = request.query  // collects every wrong parameter, refuses unknown ones
        page = query.page(limit: 20)
        try query.finish()
    }
}
