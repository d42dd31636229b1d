/// A mistake in the routes of an app.
public struct RouteProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, with the places of the routes.
    public var description: String
}

/// Every mistake in the routes of an app, one a line.
public struct RouteProblems: Error, Equatable, Sendable, CustomStringConvertible {
    public var problems: [RouteProblem]

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
