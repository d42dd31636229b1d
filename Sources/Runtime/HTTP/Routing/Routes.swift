public import HTTPTypes

/// The routes of an app, in the order in which they were added.
///
/// ```swift
/// var routes = Routes(prefix: "/api")
/// routes.get("/posts/:id", posts.show)
/// routes.group("/admin", middleware: OnlyAdmins()) {
///     $0.delete("/posts/:id", posts.purge)
/// }
/// ```
///
/// A piece of a path that begins with a colon captures: ``Request/capture(_:)`` reads it. Where a literal piece and a
/// capture both fit, the literal wins. `HEAD` and `OPTIONS` are answered by themselves. Mistakes (two routes for the
/// same requests, a capture without a name) are reported together when the app starts.
public struct Routes: Sendable {
    /// The routes, in the order in which they were added.
    public private(set) var all: [Route] = []
    private let prefix: String
    private var middleware: [any Middleware] = []

    /// - Parameter prefix: What every path begins with, such as `/api`.
    public init(prefix: String = "") {
        self.prefix = Self.join("", prefix)
    }

    /// Adds a route.
    ///
    /// - Parameters:
    ///   - method: The method that it answers.
    ///   - path: Its path below the prefix, such as `/posts/:id`.
    ///   - handler: What answers.
    ///   - file: Left out: where the route is added, for messages.
    ///   - line: Left out: where the route is added, for messages.
    public mutating func on(
        _ method: HTTPRequest.Method, _ path: String, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        let handler = middleware.reversed().reduce(handler) { $1.wrap($0) }
        all.append(
            Route(method: method, path: Self.join(prefix, path), place: "\(file):\(line)", handler: handler))
    }

    /// Adds a route for `GET`, which answers `HEAD` too.
    public mutating func get(
        _ path: String, file: StaticString = #fileID, line: UInt = #line, _ handler: @escaping Handler
    ) {
        on(.get, path, file: file, line: line, handler)
    }

    /// Adds a route for `POST`.
    public mutating func post(
        _ path: String, file: StaticString = #fileID, line: UInt = #line, _ handler: @escaping Handler
    ) {
        on(.post, path, file: file, line: line, handler)
    }

    /// Adds a route for `PUT`.
    public mutating func put(
        _ path: String, file: StaticString = #fileID, line: UInt = #line, _ handler: @escaping Handler
    ) {
        on(.put, path, file: file, line: line, handler)
    }

    /// Adds a route for `PATCH`.
    public mutating func patch(
        _ path: String, file: StaticString = #fileID, line: UInt = #line, _ handler: @escaping Handler
    ) {
        on(.patch, path, file: file, line: line, handler)
    }

    /// Adds a route for `DELETE`.
    public mutating func delete(
        _ path: String, file: StaticString = #fileID, line: UInt = #line, _ handler: @escaping Handler
    ) {
        on(.delete, path, file: file, line: line, handler)
    }

    /// The same routes, whose requests the log leaves out unless it is to say everything.
    package var quiet: Routes {
        var routes = self
        for place in routes.all.indices { routes.all[place].isQuiet = true }
        return routes
    }

    /// Adds those of other routes that answer what no route here does.
    package mutating func addMissing(_ others: Routes) {
        let own = Set(all.map { "\($0.method.rawValue) \($0.path)" })
        all += others.all.filter { !own.contains("\($0.method.rawValue) \($0.path)") }
    }

    /// Puts middleware before the routes that are added from here on, after the middleware that is there already.
    public mutating func use(_ middleware: any Middleware...) {
        self.middleware += middleware
    }

    /// Adds routes whose paths share a beginning, whose requests pass the same middleware, or both.
    ///
    /// - Parameters:
    ///   - path: What their paths begin with, below the prefix; empty for nothing.
    ///   - middleware: What their requests pass, the first one first.
    ///   - build: Adds the routes.
    public mutating func group(
        _ path: String = "", middleware: any Middleware..., build: (inout Routes) -> Void
    ) {
        var group = Routes(prefix: Self.join(prefix, path))
        group.middleware = self.middleware + middleware
        build(&group)
        all += group.all
    }

    /// Adds the routes of a collection.
    public mutating func add(_ collection: some RouteCollection) {
        // Middleware that a collection `use`s is its own.
        group { collection.add(to: &$0) }
    }

    /// Adds the routes of these collections, in their order.
    public mutating func add(_ collections: [any RouteCollection]) {
        for collection in collections { add(collection) }
    }

    /// Two pieces of a path, with one slash between them and none at the end.
    private static func join(_ start: String, _ end: String) -> String {
        let trimmed = end.split(separator: "/").joined(separator: "/")
        return trimmed.isEmpty ? start : "\(start)/\(trimmed)"
    }
}

/// Routes that belong together, most often those of one controller.
public protocol RouteCollection: Sendable {
    /// Adds the routes.
    func add(to routes: inout Routes)
}
