import ScaffoldRuntime

struct PostRoutes: RouteCollection {
    func add(to routes: inout Routes) {
        let posts = PostController()
        routes.get("/posts", .list(Post.listing, as: PostListView.self), posts.list)
        routes.post("/posts", .create(Post.self, as: PostView.self), posts.create)
        routes.get("/posts/:id", .show(PostView.self), posts.show)
        routes.put("/posts/:id", .update(Post.self, as: PostView.self), posts.update)
        routes.patch("/posts/:id", .update(Post.self, as: PostView.self), posts.update)
        routes.delete("/posts/:id", .destroy(Post.self), posts.destroy)
    }
}
