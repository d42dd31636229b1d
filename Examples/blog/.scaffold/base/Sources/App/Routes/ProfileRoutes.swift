import ScaffoldRuntime

struct ProfileRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let profiles = ProfileController()
        routes.get("/profiles", profiles.list)
        routes.post("/profiles", profiles.create)
        routes.get("/profiles/:id", profiles.show)
        routes.put("/profiles/:id", profiles.update)
        routes.patch("/profiles/:id", profiles.update)
        routes.delete("/profiles/:id", profiles.destroy)
    }
}
