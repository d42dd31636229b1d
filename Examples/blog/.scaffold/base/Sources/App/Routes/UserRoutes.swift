import ScaffoldRuntime

struct UserRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let users = UserController()
        routes.get("/users", .list(User.listing), users.list)
        routes.post("/users", .create(User.self), users.create)
        routes.get("/users/:id", .show(User.self), users.show)
        routes.put("/users/:id", .update(User.self), users.update)
        routes.patch("/users/:id", .update(User.self), users.update)
        routes.delete("/users/:id", .destroy(User.self), users.destroy)
    }
}
