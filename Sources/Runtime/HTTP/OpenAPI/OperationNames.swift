import ScaffoldStorage

/// The names of operations for programs, `listPosts`, each given once.
struct OperationNames {
    private var taken: Set<String> = []

    /// How many pieces all paths begin with, which no name repeats.
    private let prefix: Int

    private init(_ routes: [Route]) {
        let beginnings = Set(routes.map(\.segments.first))
        prefix = routes.count > 1 && beginnings.count == 1 ? 1 : 0
    }

    /// The names of routes, in their order. Where two would be called alike, the one with the shorter path is.
    static func of(_ routes: [Route]) -> [String] {
        var names = OperationNames(routes)
        var found = [String](repeating: "", count: routes.count)
        let order = routes.indices.sorted { left, right in
            let (own, other) = (routes[left].operation.id == nil, routes[right].operation.id == nil)
            if own != other { return !own }
            return (routes[left].segments.count, left) < (routes[right].segments.count, right)
        }
        for place in order { found[place] = names.name(of: routes[place]) }
        return found
    }

    private mutating func name(of route: Route) -> String {
        let candidates = [route.operation.id, Self.short(route), long(route)].compactMap { $0 }
        let last = candidates.last ?? "operation"
        let numbered = (2...).lazy.map { "\(last)\($0)" }
        let name = candidates.first { !taken.contains($0) } ?? numbered.first { !taken.contains($0) } ?? last
        taken.insert(name)
        return name
    }

    /// `showPost`, `listPosts`; `PUT` and `PATCH` do the same, under two names.
    private static func short(_ route: Route) -> String? {
        guard let action = route.operation.action, let model = route.operation.model, route.operation.owner == nil
        else { return nil }
        switch action {
        case .list: return "list" + PathWords(route.path).last
        case .link, .unlink: return nil
        case .update where route.method == .put: return "put\(model)"
        default: return "\(action.rawValue)\(model)"
        }
    }

    /// By the whole path: `listUsersPosts`.
    private func long(_ route: Route) -> String {
        let verb = route.operation.action?.rawValue ?? route.method.rawValue.lowercased()
        return verb + PathWords(route.path).all(from: prefix)
    }
}

/// The words of a path, as parts of a name.
struct PathWords {
    private let segments: [Route.Segment]

    init(_ path: String) {
        segments = path.split(separator: "/").map(Route.Segment.init)
    }

    /// `PostTags` of `/api/post-tags/:id`.
    var last: String { literals.last.map(Self.capitalized) ?? "" }

    /// `post tags` of `/api/post-tags/:id`.
    var phrase: String { literals.last.map { $0.split { $0 == "-" || $0 == "_" }.joined(separator: " ") } ?? "" }

    /// `UsersPosts` of `/api/users/:id/posts`, without the first piece.
    func all(from start: Int) -> String {
        PathWords(Array(segments.dropFirst(start))).literals.map(Self.capitalized).joined()
    }

    private init(_ segments: [Route.Segment]) {
        self.segments = segments
    }

    private var literals: [String] {
        segments.compactMap { if case .literal(let text) = $0 { text } else { nil } }
    }

    private static func capitalized(_ text: String) -> String {
        text.unicodeScalars.split { !$0.isASCII || !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
            .map { String($0.prefix(1)).uppercased() + String($0.dropFirst()) }.joined()
    }
}
