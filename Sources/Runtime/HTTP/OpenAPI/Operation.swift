/// What the API document says of a route, and the texts of its own that the route answers with.
public struct Operation: Sendable {
    /// Nothing but the route's path.
    public static let undescribed = Operation()

    /// What is said instead of the usual sentence where a request ends with a status, by the status' code.
    public private(set) var texts: [Int: String] = [:]

    /// The same operation, which says this where a request ends with a status: `.text(500, "Failed to get posts")`.
    public func text(_ status: Int, _ text: String) -> Operation {
        var operation = self
        operation.texts[status] = text
        return operation
    }
}
