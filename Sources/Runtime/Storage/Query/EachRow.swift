/// The rows of a query, one after another.
public struct EachRow<M: Model>: AsyncSequence, Sendable {
    let batches: Batches<M>

    public func makeAsyncIterator() -> Iterator { Iterator(batches: batches.makeAsyncIterator()) }

    /// Hands out the rows of one batch, then reads the next.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var batches: Batches<M>.Iterator
        private var rows: ArraySlice<M> = []

        fileprivate init(batches: Batches<M>.Iterator) {
            self.batches = batches
        }

        /// The next row, nil when there are no more.
        public mutating func next() async throws -> M? {
            if rows.isEmpty { rows = try await batches.next()?[...] ?? [] }
            return rows.popFirst()
        }
    }
}
