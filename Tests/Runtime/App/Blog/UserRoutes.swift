import ScaffoldRuntime

struct UserRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        routes.post("/users") { request in
            try await .created(User.create(request.input(for: User.self)))
        }
        routes.delete("/users/:id") { request in
            let user = try await User.findByPk(request.id()).orNotFound("User")
            try await user.destroy()
            return .noContent
        }
        routes.get("/users/:id") { request in
            .json(try await User.findByPk(request.id()).orNotFound("User"))
        }
    }
}
