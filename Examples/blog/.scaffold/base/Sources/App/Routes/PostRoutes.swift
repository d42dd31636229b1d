import ScaffoldRuntime

struct PostRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let posts = PostController()
        routes.get("/posts", posts.list)
        routes.post("/posts", posts.create)
        routes.get("/posts/:id", posts.show)
        routes.put("/posts/:id", posts.update)
        routes.patch("/posts/:id", posts.update)
        routes.delete("/posts/:id", posts.destroy)
    }
}
