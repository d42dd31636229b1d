import ScaffoldRuntime

/// The actions of profiles.
struct ProfileController {
    /// GET /api/profiles
    func list(_ request: Request) async throws -> Response {
        let query = try ProfileQuery(request)
        let profiles = try await Profile.findAndCountAll {
            if let userId = query.userId { $0.where { $0.userId == userId } }
            $0.order(by: \.id)
            $0.page(query.page)
        }
        return .json(profiles, page: query.page)
    }

    /// GET /api/profiles/:id
    func show(_ request: Request) async throws -> Response {
        let profile = try await Profile.findByPk(request.id())
        return .json(try profile.orNotFound("Profile"))
    }

    /// POST /api/profiles
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Profile.self)
        return .created(try await Profile.create(input))
    }

    /// PUT and PATCH /api/profiles/:id
    func update(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Profile.self)
        var profile = try await Profile.findByPk(request.id()).orNotFound("Profile")
        try await profile.update(input)
        return .json(profile)
    }

    /// DELETE /api/profiles/:id
    func destroy(_ request: Request) async throws -> Response {
        let profile = try await Profile.findByPk(request.id()).orNotFound("Profile")
        try await profile.destroy()
        return .noContent
    }
}

/// What `GET /api/profiles` may be asked: ?userId= ?page= ?limit=
struct ProfileQuery {
    var userId: Int?
    var page: Pagination

    init(_ request: Request) throws {
        var query = request.query  // collects every wrong parameter, refuses unknown ones
        userId = query["userId"]
        page = query.page(limit: 20)
        try query.finish()
    }
}
