import HTTPTypes

/// Finds the route for a request: a trie of path pieces, built once.
///
/// It is our own because an answer needs more than a match: which other methods the path has (405, `Allow`,
/// `OPTIONS`), captures decoded, and mistakes in the table as values instead of a stopped process.
struct Router: Sendable {
    private var nodes = [Node()]
    private(set) var routes: [Route] = []
    /// Routes that were added twice from the same place, as a merge of two lists can do; the second is left out.
    private(set) var repeated: [Route] = []

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var capture: Int?
        /// Places in `routes`.
        var routes: [Int] = []
    }

    /// What a path leads to.
    enum Match {
        case route(Route, captures: [String])
        /// The path is there, but not for this method; the methods that it has.
        case methods([HTTPRequest.Method])
        case nothing
    }

    /// - Throws: ``RouteProblems`` with every mistake.
    init(_ routes: Routes) throws(RouteProblems) {
        var problems: [RouteProblem] = []
        for route in routes.all {
            if let problem = insert(route) { problems.append(problem) }
        }
        guard problems.isEmpty else { throw RouteProblems(problems: problems) }
    }

    private mutating func insert(_ route: Route) -> RouteProblem? {
        var names: Set<String> = []
        var node = 0
        for segment in route.segments {
            switch segment {
            case .literal(let text): node = child(of: node, literal: text)
            case .capture(""): return RouteProblem(description: "\(route): a capture has no name; write ':id'")
            case .capture(let name):
                guard names.insert(name).inserted else {
                    return RouteProblem(description: "\(route): the capture ':\(name)' stands twice in one path")
                }
                node = capture(of: node)
            }
        }
        if let other = nodes[node].routes.map({ routes[$0] }).first(where: { $0.method == route.method }) {
            guard other.place == route.place, other.path == route.path else {
                return RouteProblem(description: "\(route) answers the same requests as \(other); remove one of them")
            }
            repeated.append(route)
            return nil
        }
        nodes[node].routes.append(routes.count)
        routes.append(route)
        return nil
    }

    private mutating func child(of node: Int, literal: String) -> Int {
        if let child = nodes[node].literals[literal] { return child }
        nodes.append(Node())
        nodes[node].literals[literal] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func capture(of node: Int) -> Int {
        if let child = nodes[node].capture { return child }
        nodes.append(Node())
        nodes[node].capture = nodes.count - 1
        return nodes.count - 1
    }
}

extension Router {
    /// The route for a method and the decoded pieces of a path. `HEAD` is answered by `GET` where it has no route of
    /// its own.
    func match(_ method: HTTPRequest.Method, _ path: [String]) -> Match {
        var search = Search(router: self, method: method, path: path)
        if let route = search.find(from: 0, at: 0) { return .route(routes[route], captures: search.captures) }
        guard !search.others.isEmpty else { return .nothing }
        if method == .head, search.others.contains(.get) { return match(.get, path) }
        return .methods(search.others)
    }

    /// Every method that some route has.
    var methods: [HTTPRequest.Method] {
        routes.reduce(into: []) { if !$0.contains($1.method) { $0.append($1.method) } }
    }

    /// One walk down the trie: literals first, captures where they lead nowhere.
    private struct Search {
        let router: Router
        let method: HTTPRequest.Method
        let path: [String]
        var captures: [String] = []
        /// The methods of routes that fit but for their method.
        var others: [HTTPRequest.Method] = []

        mutating func find(from node: Int, at depth: Int) -> Int? {
            guard depth < path.count else { return route(of: node) }
            if let child = router.nodes[node].literals[path[depth]], let route = find(from: child, at: depth + 1) {
                return route
            }
            guard !path[depth].isEmpty, let child = router.nodes[node].capture else { return nil }
            captures.append(path[depth])
            if let route = find(from: child, at: depth + 1) { return route }
            captures.removeLast()
            return nil
        }

        private mutating func route(of node: Int) -> Int? {
            for route in router.nodes[node].routes {
                let other = router.routes[route].method
                if other == method { return route }
                if !others.contains(other) { others.append(other) }
            }
            return nil
        }
    }
}
