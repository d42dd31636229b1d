public import ScaffoldStorage

extension Query {
    /// Asks for a page.
    ///
    /// - Parameter page: Which one, as ``QueryParameters/page(limit:maximum:)`` reads it.
    public mutating func page(_ page: Pagination) {
        limit(page.limit, offset: page.offset)
    }
}
