import ScaffoldRuntime

struct UserRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let users = UserController()
        routes.get("/users", users.list)
        routes.post("/users", users.create)
        routes.get("/users/:id", users.show)
        routes.put("/users/:id", users.update)
        routes.patch("/users/:id", users.update)
        routes.delete("/users/:id", users.destroy)
    }
}
