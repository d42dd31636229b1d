public import ScaffoldStorage

/// What a list may be asked, and how it is ordered and cut into pages: what a request's query is read by, what the SQL is
/// made of, and what the API document says.
///
/// ```swift
/// static let listing = Listing<Post> {
///     $0.filter("status", \.status)
///     $0.filter("tag", through: \.tags) { $0.name }
///     $0.search { [$0.title, $0.content] }
///     $0.order(by: \.createdAt, .descending)
///     $0.sort(\.createdAt, \.title)
///     $0.limit(20)
/// }
/// ```
///
/// A request is read with ``Request/query(_:)``.
public struct Listing<M: Model>: Sendable {
    /// Shared by all copies, since every request passes it around.
    private final class Content: Sendable {
        let filters: [ListFilter<M>]
        let places: [String: Int]
        let searches: [@Sendable (String) -> Condition<M>]
        let order: Query<M>
        let sorts: [ListSort]
        let limit: Int?
        let maximum: Int
        let pages: ListPages?
        let fields: [String]
        let includes: [String]
        let words: [String]

        init(_ builder: ListingBuilder<M>) {
            filters = builder.conditions.filters.filter { !$0.column.operators.isEmpty }
            places = Dictionary(filters.enumerated().map { ($1.name, $0) }) { first, _ in first }
            searches = builder.conditions.searches
            var order = builder.order
            if !builder.isOrdered {
                for key in M.table.primaryKey { order.order(byColumn: key, .ascending) }
            }
            self.order = order
            sorts = builder.sorts
            limit = builder.limit
            maximum = builder.maximum
            pages = builder.limit == nil ? nil : builder.pages
            fields = builder.fields
            includes = builder.includes
            words = ListWord.allCases.filter { $0.isKnown(to: builder) }.map(\.rawValue)
        }
    }

    private let content: Content

    /// A listing as the closure describes it.
    public init(_ build: (inout ListingBuilder<M>) -> Void) {
        var builder = ListingBuilder<M>()
        build(&builder)
        content = Content(builder)
    }

    var filters: [ListFilter<M>] { content.filters }
    /// The place of each filter, by its name.
    var places: [String: Int] { content.places }
    var searches: [@Sendable (String) -> Condition<M>] { content.searches }
    /// The order, as a query that asks for nothing else.
    var order: Query<M> { content.order }
    var sorts: [ListSort] { content.sorts }
    /// How many rows a page holds where the request does not say; nil for all rows at once.
    public var limit: Int? { content.limit }
    /// How many rows a page may hold.
    public var maximum: Int { content.maximum }
    /// How a request names a page; nil for a list of all rows at once.
    public var pages: ListPages? { content.pages }
    /// What `fields` may name.
    public var fields: [String] { content.fields }
    /// What `include` may name.
    public var includes: [String] { content.includes }
    /// The parameters besides the filters.
    var words: [String] { content.words }
}

/// The parameters that lists understand besides their filters.
enum ListWord: String, CaseIterable {
    case search, sort, fields, include, page, cursor, limit

    func isKnown<M: Model>(to builder: ListingBuilder<M>) -> Bool {
        switch self {
        case .search: !builder.conditions.searches.isEmpty
        case .sort: !builder.sorts.isEmpty
        case .fields: !builder.fields.isEmpty
        case .include: !builder.includes.isEmpty
        case .page: builder.limit != nil && builder.pages == .number
        case .cursor: builder.limit != nil && builder.pages == .cursor
        case .limit: builder.limit != nil
        }
    }
}
