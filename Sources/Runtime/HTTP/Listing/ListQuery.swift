public import ScaffoldStorage

/// What a request asks of a list, read and checked: ``Request/query(_:)`` makes one.
///
/// ```swift
/// let query = try request.query(Post.listing)
/// let posts = try await Post.findAndCountAll(as: PostListView.self) { try $0.list(query) }
/// return try .json(posts, for: query)
/// ```
public struct ListQuery<M: Model>: Sendable {
    /// The page that is asked for, by number; nil in a list with cursors or without pages.
    public internal(set) var page: Pagination?
    /// How many rows the page holds; nil in a list without pages.
    public internal(set) var limit: Int?
    /// The mark at which the page begins, in a list with cursors.
    var cursor: Cursor?
    /// Conditions and order.
    var query = Query<M>()
    /// What is shown of each row; nil for everything.
    var members: ChosenMembers?
    /// How the list is asked for anew.
    let address: ListAddress
}

extension Request {
    /// What the request asks of a list.
    ///
    /// - Parameter listing: What it may ask.
    /// - Throws: ``HTTPProblem`` 400 with every parameter that is wrong or not known, and the nearest one that is.
    public func query<M: Model>(_ listing: Listing<M>) throws(HTTPProblem) -> ListQuery<M> {
        var reader = ListingReader(listing, self)
        return try reader.read()
    }
}

extension Query {
    /// Asks for the rows and the page that a request asks for, beside what the query asks for already.
    ///
    /// - Parameter query: What the request asks for.
    /// - Throws: ``HTTPProblem`` 400 for a cursor that this list did not give out.
    public mutating func list(_ query: ListQuery<M>) throws {
        add(query.query)
        guard let cursor = query.cursor else { return }
        guard try accepts(cursor) else { throw HTTPProblem.foreignCursor }
        seek(after: cursor)
    }
}

extension HTTPProblem {
    fileprivate static var foreignCursor: HTTPProblem {
        HTTPProblem(
            .badRequest, "The query holds parameters that are not allowed",
            errors: [FieldProblem(path: "cursor", message: "cursor \(ListingMistake.cursor)", validator: "cursor")])
    }
}

/// Messages that are said in two places.
enum ListingMistake {
    static let cursor = "is none that this list gave out: begin with the first page"
}
