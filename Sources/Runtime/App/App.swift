import ArgumentParser
package import Logging
package import ScaffoldDatabase
public import ScaffoldHTTP
public import ScaffoldStorage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An app: its name, its database, its routes.
///
/// ```swift
/// @main
/// struct Entrypoint {
///     static func main() async {
///         await App(name: "blog", database: .sqlite, routes: makeRoutes()).run()
///     }
/// }
/// ```
public struct App: Sendable {
    /// The app's name, such as `blog`.
    public let name: String
    let engine: DatabaseEngine
    let routes: Routes
    let errors: ErrorFormat
    let middleware: [any Middleware]
    let bodyLimit: Int
    let migrations: [any Migration]

    /// - Parameters:
    ///   - name: The app's name.
    ///   - engine: The engine that `database:` in schema.yml names; `DATABASE_URL` says where the database is.
    ///   - routes: The routes.
    ///   - errors: The shape of errors.
    ///   - middleware: What every request passes, the first one first. Each one sees every answer as the client gets it,
    ///     errors, 404 and 405 included.
    ///   - bodyLimit: How many bytes the body of a request may have; 1 MiB unless said.
    ///   - migrations: The migrations, if the app is to say at its start which of them have not run.
    public init(
        name: String, database engine: DatabaseEngine, routes: Routes, errors: ErrorFormat = .problemDetails,
        middleware: [any Middleware] = [], bodyLimit: Int = 1 << 20, migrations: [any Migration] = []
    ) {
        self.name = name
        self.engine = engine
        self.routes = routes
        self.errors = errors
        self.middleware = middleware
        self.bodyLimit = bodyLimit
        self.migrations = migrations
    }

    /// Does what the command line says (serves, when it says nothing) and ends the process: with 0 when it is done, 1
    /// when it failed (the reason is on the error output), 64 when the command line makes no sense.
    public func run() async {
        let status = await run(Array(CommandLine.arguments.dropFirst()), console: .standard)
        LogOutput.standardError.flush()
        fflush(nil)
        exit(status)
    }

    /// The same without ending the process.
    ///
    /// - Parameters:
    ///   - directory: Stands for the working directory.
    ///   - variables: Stand for the environment; nil for that of the process.
    /// - Returns: The exit status.
    package func run(
        _ arguments: [String], console: Console, directory: String? = nil, variables: [String: String]? = nil
    ) async -> Int32 {
        do {
            if let problem = AppCommands.problem(in: arguments) { throw problem }
            let context = AppContext(app: self, console: console, directory: directory, variables: variables)
            var command = try AppCommands.parseAsRoot(arguments)
            if let command = command as? any AppCommand { try await command.run(context) } else { try command.run() }
            return 0
        } catch {
            return Self.report(error, to: console)
        }
    }

    private static func report(_ error: any Error, to console: Console) -> Int32 {
        let code = AppCommands.exitCode(for: error)
        switch code {
        case .success: console.print(AppCommands.message(for: error))
        case .validationFailure: console.printError(AppCommands.fullMessage(for: error))
        default:
            console.printError("Error: \(error)")
            return 1
        }
        return code.rawValue
    }

    /// The API in the words of OpenAPI 3.1.
    var document: OpenAPIDocument {
        OpenAPIDocument(title: name, routes: routes.all, errors: errors, middleware: middleware)
    }

    /// What answers the app's requests: its own routes, and beside them those that every app has.
    ///
    /// - Parameters:
    ///   - logger: Where requests and what went wrong with them are written.
    ///   - docs: Whether the page at `/docs` is served.
    ///   - metrics: Who is told of requests; nobody if left out.
    ///   - more: Further routes, which the log leaves out.
    /// - Throws: ``RouteProblems`` with every mistake in the routes.
    package func dispatcher(
        logger: Logger, docs: Bool = true, metrics: RequestMetrics? = nil, more: [any RouteCollection] = []
    ) throws(RouteProblems) -> Dispatcher {
        let state = ServerState()
        var probes = Routes()
        probes.add([HealthRoutes(readiness: Readiness(state, migrations: migrations))] + more)
        var all = routes
        all.addOpenAPI(title: name, errors: errors, middleware: middleware)
        if docs { all.add(asTheyAre: DocsPage.routes(beside: all)) }
        all.addMissing(probes.quiet)
        return try Dispatcher(
            routes: all, errors: errors, middleware: middleware, bodyLimit: bodyLimit, metrics: metrics, state: state,
            logger: logger)
    }
}
