import ScaffoldRuntime

struct TagRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let tags = TagController()
        routes.get("/tags", .list(Tag.listing), tags.list)
        routes.post("/tags", .create(Tag.self), tags.create)
        routes.get("/tags/:id", .show(Tag.self), tags.show)
        routes.put("/tags/:id", .update(Tag.self), tags.update)
        routes.patch("/tags/:id", .update(Tag.self), tags.update)
        routes.delete("/tags/:id", .destroy(Tag.self), tags.destroy)
    }
}
