import ScaffoldRuntime

/// An app that answers a fixed JSON: what a request costs before any work is done. `hello` is the same on Hummingbird.
@main
struct Served {
    static func main() async {
        var routes = Routes()
        routes.get("/hello") { _ in .object { $0.member("hello", "world") } }
        await App(name: "served", database: .sqlite, routes: routes, middleware: middleware).run()
    }

    /// What apps have unless they change it, with `MIDDLEWARE=on`.
    private static var middleware: [any Middleware] {
        guard ProcessInfo.processInfo.environment["MIDDLEWARE"] == "on" else { return [] }
        return [Compression(), EntityTags()]
    }
}
