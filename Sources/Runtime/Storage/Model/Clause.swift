/// What a condition says, without the types that made sure of it; columns are positions in the table at hand.
indirect enum Clause: Sendable {
    case comparison(Int, Comparison, Value)
    case null(Int)
    case list(Int, [Value], isNegated: Bool)
    case between(Int, Value, Value)
    case text(Int, TextRelation, String)
    case like(Int, String, folding: Bool)
    case and([Clause])
    case or([Clause])
    case not(Clause)
    /// A row exists at the other end of a relation, for which the condition holds.
    case related(Relation, Clause?)
    /// A table between ties the column to an owner with this key.
    case linked(Relation.Through, to: Value, on: Int)

    /// How a column stands to a value; the raw value is SQL's sign.
    enum Comparison: String, Sendable {
        case equal = " = "
        case notEqual = " <> "
        case less = " < "
        case lessOrEqual = " <= "
        case greater = " > "
        case greaterOrEqual = " >= "
    }

    /// Both conditions, or the one that there is.
    static func all(_ conditions: [Clause]) -> Clause? {
        conditions.count < 2 ? conditions.first : .and(conditions)
    }
}
