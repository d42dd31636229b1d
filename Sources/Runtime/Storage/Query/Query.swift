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
    var conditions: [Clause] = []
    var includes: [Include<M>] = []
    var orders: [Order] = []
    var limit: Int?
    var offset: Int?
    var seek: Seek?
    var isDistinct = false
    var groups: [Term] = []
    var having: [Clause] = []
    var readsAggregates = false
    var lock: RowLocking?
    /// What must hold for the row of the table between.
    var through: [ThroughCondition] = []
    var isUnscoped = false
    var withDestroyed = false
    /// The models whose default scopes led to this query.
    var scopes: [String] = []
    /// What was asked for and makes no sense, told when the query runs.
    var problem: (any Error)?

    /// A query of all rows.
    public init() {}

    /// A query as the closure builds it.
    public init(_ build: (inout Query<M>) throws -> Void) rethrows {
        try build(&self)
    }

    init(scopes: [String]) {
        self.scopes = scopes
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
        conditions.append(.exists(M.rows(at: association, where: try condition(A.Target.columns).condition)))
    }

    /// Asks for so many rows at most.
    ///
    /// Rows that are equal in the order are then told apart by the primary key, so that no page repeats one. Inside of
    /// an `include` it counts for each owner: the last three comments of every post.
    ///
    /// - Parameters:
    ///   - limit: how many, not negative.
    ///   - offset: how many to pass over first, not negative.
    public mutating func limit(_ limit: Int, offset: Int = 0) {
        if limit < 0 || offset < 0 { refuse("a limit and an offset are not negative") }
        self.limit = limit
        self.offset = offset > 0 ? offset : nil
    }

    /// Passes over so many rows first.
    public mutating func offset(_ offset: Int) {
        if offset < 0 { refuse("an offset is not negative") }
        self.offset = offset
    }

    /// Adds what a scope asks for.
    public mutating func scope(_ scope: Scope<M>) {
        scope.apply(&self)
    }

    /// Leaves out what the model's default scope asks for.
    public mutating func unscoped() {
        isUnscoped = true
    }

    /// Says whether destroyed rows are left out, as they are unless this says no: `$0.paranoid(false)`. It means the
    /// rows of this model only; what is included says it for itself.
    public mutating func paranoid(_ isParanoid: Bool) {
        withDestroyed = !isParanoid
    }

    mutating func add(_ condition: Clause) {
        conditions.append(condition)
    }

    /// Asks for one row, without an order of its own.
    mutating func takeFirst() {
        limit = 1
    }

    mutating func refuse(_ reason: String) {
        problem = problem ?? QueryError(reason)
    }
}
