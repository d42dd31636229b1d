/// The rows at the other end of a relation that a condition or a term means. Destroyed ones are none of them unless
/// asked for.
struct RelatedRows: Sendable {
    let relation: Relation
    var condition: Clause?
    /// What must hold for the row of the table between.
    var through: Clause?
    var withDestroyed = false
}
