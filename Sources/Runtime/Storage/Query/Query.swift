/// A query of a model's rows: conditions, order, what to read along, how many.
///
/// It is built in a closure and is a value, so that parts of it can be kept and passed around.
///
/// ```swift
/// let posts = try await Post.findAll {
///     $0.where { $0.status == .published && $0.title.contains(search) }
///     $0.include(\.author)
///     $0.order(by: \.createdAt, .descending)
///     $0.limit(20, offset: 40)
/// }
/// ```
public struct Query<M: Model>: Sendable {
    private(set) var conditions: [Clause] = []
    private(set) var includes: [Include<M>] = []
    private(set) var orders: [Order] = []
    private(set) var limit: Int?
    private(set) var offset: Int?
    /// What was asked for and makes no sense, told when the query runs.
    private(set) var problem: QueryError?

    /// A query of all rows.
    public init() {}

    /// A query as the closure builds it.
    public init(_ build: (inout Query<M>) throws -> Void) rethrows {
        try build(&self)
    }

    /// Asks for rows for which a condition holds; all of several must hold.
    public mutating func `where`(_ condition: (M.Columns) throws -> Condition<M>) rethrows {
        conditions.append(try condition(M.columns).condition)
    }

    /// Asks for rows that have a row at the other end of an association for which a condition holds. What `include`
    /// loads of that association is not narrowed by it.
    public mutating func `where`<A: Association>(
        _ association: KeyPath<M.Associations, A>, _ condition: (A.Target.Columns) throws -> Condition<A.Target>
    ) rethrows where A.Owner == M {
        let relation = M.associations[keyPath: association].relation
        conditions.append(.related(relation, try condition(A.Target.columns).condition))
    }

    /// Reads the other end of an association along.
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - required: whether rows without any at the other end are left out; unless said, they are when `build` has
    ///     conditions.
    ///   - build: conditions and order of what is loaded, and what to read along with that.
    public mutating func include<A: Association>(
        _ association: KeyPath<M.Associations, A>, required: Bool? = nil,
        _ build: (inout Query<A.Target>) -> Void = { _ in }
    ) where A.Owner == M {
        let association = M.associations[keyPath: association]
        let query = Query<A.Target>(build)
        problem = problem ?? query.problem ?? query.problemAsIncluded
        includes.append(association.include(query))
        if required ?? !query.conditions.isEmpty {
            conditions.append(.related(association.relation, Clause.all(query.conditions)))
        }
    }

    /// Orders by a column, within equals of the columns named before.
    public mutating func order<V>(
        by column: KeyPath<M.Columns, Column<M, V>>, _ direction: Direction = .ascending
    ) {
        orders.append(Order(column: M.columns[keyPath: column].index, direction: direction))
    }

    /// Asks for so many rows at most.
    ///
    /// Rows that are equal in the order are then told apart by the primary key, so that no page repeats one.
    ///
    /// - Parameters:
    ///   - limit: how many, not negative.
    ///   - offset: how many to pass over first, not negative.
    public mutating func limit(_ limit: Int, offset: Int = 0) {
        if limit < 0 || offset < 0 { problem = QueryError("a limit and an offset are not negative") }
        self.limit = limit
        self.offset = offset > 0 ? offset : nil
    }

    /// Passes over so many rows first.
    public mutating func offset(_ offset: Int) {
        if offset < 0 { problem = QueryError("an offset is not negative") }
        self.offset = offset
    }

    /// Adds what a scope asks for.
    public mutating func scope(_ scope: Scope<M>) {
        scope.apply(&self)
    }

    mutating func add(_ condition: Clause) {
        conditions.append(condition)
    }

    /// Asks for one row, without an order of its own.
    mutating func takeFirst() {
        limit = 1
    }

    private var problemAsIncluded: QueryError? {
        limit == nil && offset == nil
            ? nil : QueryError("a limit inside of include is not supported yet: load the association by its get method")
    }
}

/// A column to order by.
struct Order: Sendable {
    let column: Int
    let direction: Direction
}

/// The direction of an order.
public enum Direction: Sendable, Hashable {
    /// Small before great, A before Z.
    case ascending
    /// Great before small, Z before A.
    case descending
}
