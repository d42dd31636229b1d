/// A page of rows, and where the next one begins.
public struct CursorPage<Element: Sendable>: Sendable {
    /// The rows of this page.
    public var rows: [Element]
    /// A mark behind the last of them; nil when no rows follow.
    public var next: Cursor?

    /// A page.
    public init(rows: [Element], next: Cursor?) {
        self.rows = rows
        self.next = next
    }
}

extension Model {
    /// A page along the query's order, and the cursor with which the next one is asked for.
    ///
    /// ```swift
    /// let page = try await Post.findPage {
    ///     $0.order(by: \.createdAt, .descending)
    ///     $0.limit(20)
    ///     if let cursor { $0.seek(after: cursor) }
    /// }
    /// ```
    ///
    /// - Throws: ``QueryError`` for a query without a limit, or with an order that cannot be sought along.
    public static func findPage(
        _ build: (inout Query<Self>) throws -> Void
    ) async throws -> CursorPage<Self> {
        let query = try await Query(build).hooked().ready()
        var page = try await query.page(.model(query.includes))
        page.rows = try await afterFind(page.rows)
        return page
    }

    /// A page of rows read as another type, and the cursor with which the next one is asked for.
    public static func findPage<P: Projection>(
        as type: P.Type, _ build: (inout Query<Self>) throws -> Void
    ) async throws -> CursorPage<P> where P.Base == Self {
        try await Query.partial(build).page(P.shape)
    }

    /// All rows that a query asks for, so many at a time: each batch is a statement of its own that goes on behind the
    /// one before, so memory stays flat and nothing is locked or kept open in between.
    ///
    /// ```swift
    /// for try await posts in Post.findInBatches(of: 500, { $0.where { $0.status == .draft } }) { … }
    /// ```
    ///
    /// - Parameters:
    ///   - size: how many rows a batch has at most, 1 at least.
    ///   - build: conditions, what to read along, and an order that can be sought along; that of the primary key unless
    ///     said otherwise. A limit has no effect. What it throws is thrown when the first batch is read.
    public static func findInBatches(
        of size: Int = 1000, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) -> Batches<Self> {
        var query = Query<Self>()
        do { try build(&query) } catch { query.problem = error }
        return Batches(query: query, size: size)
    }

    /// All rows that a query asks for, one after another, read in batches as ``findInBatches(of:_:)`` does: memory stays
    /// flat, however many there are.
    ///
    /// ```swift
    /// for try await post in Post.findEach({ $0.where { $0.status == .draft } }) { … }
    /// ```
    ///
    /// - Parameters:
    ///   - size: how many rows are read at a time.
    ///   - build: as above.
    public static func findEach(
        inBatchesOf size: Int = 1000, _ build: (inout Query<Self>) throws -> Void = { _ in }
    ) -> EachRow<Self> {
        EachRow(batches: findInBatches(of: size, build))
    }
}

extension Query {
    func page<Record>(_ shape: Shape<Record>) async throws -> CursorPage<Record> {
        guard let limit else { throw QueryError("a page needs a limit: `$0.limit(20)`") }
        try checkWhole()
        var query = try ready()
        // one more, to see whether any follow
        query.limit = limit == .max ? limit : limit + 1
        let (wanted, keys) = (query, try query.seekKeys())
        var (rows, values) = try await wanted.read { try $0.rows(wanted, shape, keys: keys) }
        guard rows.count > limit else { return CursorPage(rows: rows, next: nil) }
        rows.removeLast(rows.count - limit)
        let next = limit > 0 ? Cursor(order: Self.name(of: keys), values: values[limit - 1]) : nil
        return CursorPage(rows: rows, next: next)
    }
}

/// The rows of a query, batch by batch.
public struct Batches<M: Model>: AsyncSequence, Sendable {
    let query: Query<M>
    let size: Int

    public func makeAsyncIterator() -> Iterator { Iterator(query: query, size: size) }

    /// Reads one batch after another.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var query: Query<M>
        fileprivate let size: Int
        private var isAtEnd = false

        fileprivate init(query: Query<M>, size: Int) {
            self.query = query
            self.size = size
        }

        /// The next rows, nil when there are no more.
        public mutating func next() async throws -> [M]? {
            guard size > 0 else { throw QueryError("a batch has one row at least") }
            guard !isAtEnd else { return nil }
            query.limit = size
            // refused now and not with the second batch
            _ = try query.ready().seekKeys()
            let rows = try await M.findAll(query)
            isAtEnd = rows.count < size
            if let last = rows.last { query.seek(after: last) }
            return rows.isEmpty ? nil : rows
        }
    }
}
