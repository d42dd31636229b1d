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

    /// The path's pieces between slashes.
    var segments: [Segment] { path.split(separator: "/").map(Segment.init) }

    /// One piece of a path.
    enum Segment: Equatable {
        case literal(String)
        case capture(String)

        init(_ text: Substring) {
            self = text.first == ":" ? .capture(String(text.dropFirst())) : .literal(String(text))
        }
    }
}

extension Route: CustomStringConvertible {
    public var description: String { "\(method.rawValue) \(path) (\(place))" }
}
