import ScaffoldRuntime

func makeApp() -> App {
    App(name: "blog", database: .sqlite, routes: makeRoutes(), migrations: migrations)
}

func makeRoutes() -> Routes {
    var routes = Routes(prefix: "/api")
    routes.add([PostRoutes(), UserRoutes()])
    return routes
}
