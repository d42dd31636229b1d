/// A named part of a query, kept beside the model: `static let active = Scope<User> { $0.where { $0.isActive == true } }`.
///
/// A scope with parameters is a function that returns one.
public struct Scope<M: Model>: Sendable {
    let apply: @Sendable (inout Query<M>) -> Void

    /// A scope of conditions, orders and includes; they are worked out anew in each query.
    public init(_ build: @escaping @Sendable (inout Query<M>) -> Void) {
        apply = build
    }
}
