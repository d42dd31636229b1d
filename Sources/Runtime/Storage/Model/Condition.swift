/// A condition on the rows of a model, made of columns and values: `$0.status == .published && $0.userId == 3`.
public struct Condition<M: Model>: Sendable {
    let condition: Clause

    init(_ condition: Clause) {
        self.condition = condition
    }

    /// Both hold.
    public static func && (left: Condition, right: Condition) -> Condition {
        Condition(left.condition.and(right.condition))
    }

    /// One of them holds, or both.
    public static func || (left: Condition, right: Condition) -> Condition {
        Condition(left.condition.or(right.condition))
    }

    /// It does not hold.
    public static prefix func ! (condition: Condition) -> Condition {
        Condition(.not(condition.condition))
    }

    /// All of them hold; without any, every row does.
    public static func and(_ conditions: [Condition]) -> Condition {
        Condition(.and(conditions.map(\.condition)))
    }

    /// One of them holds at least; without any, no row does.
    public static func or(_ conditions: [Condition]) -> Condition {
        Condition(.or(conditions.map(\.condition)))
    }

    /// There is at least one row at the other end of an association.
    ///
    /// ```swift
    /// $0.where { $0.userId == 3 || .exists(\.tags) { $0.name == "news" } }
    /// ```
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - condition: what that row must be; left out, any will do.
    public static func exists<A: Association>(
        _ association: KeyPath<M.Associations, A>, _ condition: (A.Target.Columns) -> Condition<A.Target>
    ) -> Condition where A.Owner == M {
        Condition(.exists(M.rows(at: association, where: condition(A.Target.columns).condition)))
    }

    /// There is at least one row at the other end of an association.
    public static func exists<A: Association>(_ association: KeyPath<M.Associations, A>) -> Condition
    where A.Owner == M {
        Condition(.exists(M.rows(at: association)))
    }
}
