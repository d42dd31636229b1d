import ArgumentParser
internal import Logging
internal import ScaffoldDatabase
internal import ScaffoldHTTP
internal import ScaffoldStorage

/// `routes`
struct ListRoutes: AppCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Lists the routes: method, path, and where each one is added.")

    @Flag(help: "As JSON, for programs.")
    var json = false

    func run(_ context: AppContext) async throws {
        let routes = try context.app.dispatcher(logger: Logger(label: context.app.name), docs: false).routes
        if json {
            let entries: [JSON] = routes.map {
                ["method": .string($0.method.rawValue), "path": .string($0.path), "place": .string($0.place)]
            }
            return context.console.print(JSON.array(entries).description)
        }
        let width = routes.map(\.path.count).max() ?? 0
        for route in routes {
            let method = route.method.rawValue
            let gap = String(repeating: " ", count: max(1, 8 - method.count))
            let blank = String(repeating: " ", count: width - route.path.count)
            context.console.print("  \(method)\(gap)\(route.path)\(blank)   \(route.place)")
        }
    }
}
