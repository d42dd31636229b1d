import ScaffoldRuntime

/// The actions of tags.
struct TagController {
    /// GET /api/tags
    func list(_ request: Request) async throws -> Response {
        let query = try request.query(Tag.listing)
        let tags = try await Tag.findAndCountAll { try $0.list(query) }
        return try .json(tags, for: query)
    }

    /// GET /api/tags/:id
    func show(_ request: Request) async throws -> Response {
        let tag = try await Tag.findByPk(request.id())
        return .json(try tag.orNotFound("Tag"))
    }

    /// POST /api/tags
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Tag.self)
        let tag = try await Tag.create(input)
        return .created(tag).located(at: "/api/tags", tag.id)
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

extension Tag {
    /// What `GET /api/tags` may be asked.
    static let listing = Listing<Tag> {
        $0.order(by: \.id)
        $0.sort(\.id)
        $0.fields("id", "name", "createdAt", "updatedAt")
        $0.limit(20)
    }
}
