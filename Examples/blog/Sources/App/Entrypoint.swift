import ScaffoldRuntime

@main
struct Entrypoint {
    static func main() async {
        await makeApp().run()
    }
}

/// The app: its name, routes and the shape of its errors. Yours to change.
func makeApp() -> App {
    App(name: "blog", database: .sqlite, routes: makeRoutes(), errors: .app, middleware: makeMiddleware())
}
