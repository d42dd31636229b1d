import ScaffoldRuntime

struct TagRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let tags = TagController()
        routes.get("/tags", tags.list)
        routes.post("/tags", tags.create)
        routes.get("/tags/:id", tags.show)
        routes.put("/tags/:id", tags.update)
        routes.patch("/tags/:id", tags.update)
        routes.delete("/tags/:id", tags.destroy)
    }
}
