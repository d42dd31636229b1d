import ScaffoldRuntime

/// The actions of users.
struct UserController {
    /// GET /api/users
    func list(_ request: Request) async throws -> Response {
        let query = try request.query(User.listing)
        let users = try await User.findAndCountAll { try $0.list(query) }
        return try .json(users, for: query)
    }

    /// GET /api/users/:id
    func show(_ request: Request) async throws -> Response {
        let user = try await User.findByPk(request.id())
        return .json(try user.orNotFound("User"))
    }

    /// POST /api/users
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: User.self)
        let user = try await User.create(input)
        return .created(user).located(at: "/api/users", user.id)
    }

    /// PUT and PATCH /api/users/:id
    func update(_ request: Request) async throws -> Response {
        let input = try await request.input(for: User.self)
        var user = try await User.findByPk(request.id()).orNotFound("User")
        try await user.update(input)
        return .json(user)
    }

    /// DELETE /api/users/:id
    func destroy(_ request: Request) async throws -> Response {
        let user = try await User.findByPk(request.id()).orNotFound("User")
        try await user.destroy()
        return .noContent
    }
}

extension User {
    /// What `GET /api/users` may be asked.
    static let listing = Listing<User> {
        $0.order(by: \.id)
        $0.sort(\.id)
        $0.fields("id", "email", "firstName", "lastName", "role", "isActive", "lastLoginAt", "createdAt", "updatedAt")
        $0.limit(20)
    }
}
