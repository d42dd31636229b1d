import ScaffoldRuntime

struct ProfileRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let profiles = ProfileController()
        routes.get("/profiles", .list(Profile.listing), profiles.list)
        routes.post("/profiles", .create(Profile.self), profiles.create)
        routes.get("/profiles/:id", .show(Profile.self), profiles.show)
        routes.put("/profiles/:id", .update(Profile.self), profiles.update)
        routes.patch("/profiles/:id", .update(Profile.self), profiles.update)
        routes.delete("/profiles/:id", .destroy(Profile.self), profiles.destroy)
    }
}
