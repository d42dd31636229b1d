import ScaffoldRuntime

/// Every route of the app; routes of your own go here too.
func makeRoutes() -> Routes {
    var routes = Routes(prefix: "/api")
    routes.add(routeList)
    return routes
}
