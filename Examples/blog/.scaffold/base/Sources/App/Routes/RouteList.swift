import ScaffoldRuntime

// One entry a line, each with its comma: what two branches add then merges by itself.
// swift-format-ignore
let routeList: [any RouteCollection] = [
    PostRoutes(),
    ProfileRoutes(),
    TagRoutes(),
    UserRoutes(),
]
