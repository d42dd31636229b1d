import ScaffoldStorage

/// Which page of a list is asked for, by number.
public struct Pagination: Equatable, Sendable {
    /// The number of the page, counted from 1.
    public var page: Int
    /// How many records a page holds.
    public var limit: Int

    /// The greatest number that a request may name: what stands far behind is asked for by filters, or by cursors.
    static let lastPage = 1_000_000_000

    /// - Parameters:
    ///   - page: The number of the page; less than 1 counts as 1.
    ///   - limit: How many records a page holds; less than 1 counts as 1.
    public init(page: Int = 1, limit: Int = 20) {
        self.page = max(1, page)
        self.limit = max(1, limit)
    }

    /// How many records stand before the page; as many as an `Int` holds where there would be more.
    public var offset: Int {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: limit)
        return overflow ? .max : offset
    }

    /// How many pages there are of so many records.
    public func pages(of total: Int) -> Int {
        total / limit + (total % limit > 0 ? 1 : 0)
    }

    func encode(total: Int, to json: inout JSONWriter) {
        let pages = pages(of: total)
        json.member("total", total)
        json.member("page", page)
        json.member("limit", limit)
        json.member("totalPages", pages)
        json.member("hasMore", page < pages)
    }
}
