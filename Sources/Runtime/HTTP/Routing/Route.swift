public import HTTPTypes

/// One route: a method, a path and what answers.
public struct Route: Sendable {
    /// The method, such as `GET`.
    public let method: HTTPRequest.Method
    /// The whole path with its captures, such as `/api/posts/:id`.
    public let path: String
    /// Where the route was added, such as `BlogApp/PostRoutes.swift:6`.
    public let place: String
    /// What answers, with the middleware of its groups before it.
    let handler: Handler
    /// Whether its requests are asked so often, by machines, that the log leaves them out.
    var isQuiet = false
    /// Shared, since every request carries its route along.
    private let described: DescribedOperation

    init(
        method: HTTPRequest.Method, path: String, operation: Operation, place: String, handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.place = place
        self.handler = handler
        described = DescribedOperation(operation)
    }

    /// What the API document says of it, and its own texts.
    public var operation: Operation { described.operation }

    /// The same route, of which the API document says what middleware before it has to add.
    func documented(by middleware: [any Middleware]) -> Route {
        let operation = middleware.reduce(operation) { $1.describe($0) }
        return Route(method: method, path: path, operation: operation, place: place, handler: handler)
    }

    /// The path's pieces between slashes.
    var segments: [Segment] { path.split(separator: "/").map(Segment.init) }

    /// One piece of a path.
    enum Segment: Hashable {
        case literal(String)
        case capture(String)

        init(_ text: Substring) {
            self = text.first == ":" ? .capture(String(text.dropFirst())) : .literal(String(text))
        }
    }
}

/// An operation that many share.
private final class DescribedOperation: Sendable {
    let operation: Operation

    init(_ operation: Operation) {
        self.operation = operation
    }
}

extension Route: CustomStringConvertible {
    public var description: String { "\(method.rawValue) \(path) (\(place))" }
}
