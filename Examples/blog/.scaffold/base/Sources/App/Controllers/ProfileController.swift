import ScaffoldRuntime

/// The actions of profiles.
struct ProfileController {
    /// GET /api/profiles
    func list(_ request: Request) async throws -> Response {
        let query = try request.query(Profile.listing)
        let profiles = try await Profile.findAndCountAll { try $0.list(query) }
        return try .json(profiles, for: query)
    }

    /// GET /api/profiles/:id
    func show(_ request: Request) async throws -> Response {
        let profile = try await Profile.findByPk(request.id())
        return .json(try profile.orNotFound("Profile"))
    }

    /// POST /api/profiles
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: Profile.self)
        let profile = try await Profile.create(input)
        return .created(profile).located(at: "/api/profiles", profile.id)
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

extension Profile {
    /// What `GET /api/profiles` may be asked.
    static let listing = Listing<Profile> {
        $0.filter("userId", \.userId)
        $0.order(by: \.id)
        $0.sort(\.id)
        $0.fields("id", "bio", "avatar", "location", "userId", "createdAt", "updatedAt")
        $0.limit(20)
    }
}
