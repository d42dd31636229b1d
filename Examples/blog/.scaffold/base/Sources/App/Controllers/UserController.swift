import ScaffoldRuntime

/// The actions of users.
struct UserController {
    /// GET /api/users
    func list(_ request: Request) async throws -> Response {
        let query = try UserQuery(request)
        let users = try await User.findAndCountAll {
            $0.order(by: \.id)
            $0.page(query.page)
        }
        return .json(users, page: query.page)
    }

    /// GET /api/users/:id
    func show(_ request: Request) async throws -> Response {
        let user = try await User.findByPk(request.id())
        return .json(try user.orNotFound("User"))
    }

    /// POST /api/users
    func create(_ request: Request) async throws -> Response {
        let input = try await request.input(for: User.self)
        return .created(try await User.create(input))
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

/// What `GET /api/users` may be asked: ?page= ?limit=
struct UserQuery {
    var page: Pagination

    init(_ request: Request) throws {
        var query = request.query  // collects every wrong parameter, refuses unknown ones
        page = query.page(limit: 20)
        try query.finish()
    }
}
