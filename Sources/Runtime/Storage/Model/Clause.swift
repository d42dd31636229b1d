/// What a condition says, without the types that made sure of it; columns are positions in the table at hand.
indirect enum Clause: Sendable {
    case compared(Term, Comparison, Term)
    case isNull(Term)
    case isIn(Term, [Value], isNegated: Bool)
    case isBetween(Term, Value, Value)
    case text(Term, TextRelation, String)
    case like(Term, String, folding: Bool)
    case regexp(Term, String, folding: Bool)
    /// JSON has all that is in this JSON text.
    case jsonContains(Term, String)
    /// A JSON array shares an element with that of this JSON text.
    case jsonOverlaps(Term, String)
    case and([Clause])
    case or([Clause])
    case not(Clause)
    /// There is such a row at the other end of a relation.
    case exists(RelatedRows)
    /// A table between ties the column to an owner with this key, by a row for which the condition holds.
    case linked(Relation.Through, to: Value, on: Int, where: Clause?)

    /// How two terms stand to each other; the raw value is SQL's sign.
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

// Long chains of them stay flat: each depth costs stack.
extension Clause {
    func and(_ other: Clause) -> Clause {
        guard case .and(let conditions) = self, !conditions.isEmpty else { return .and([self, other]) }
        return .and(conditions + [other])
    }

    func or(_ other: Clause) -> Clause {
        guard case .or(let conditions) = self, !conditions.isEmpty else { return .or([self, other]) }
        return .or(conditions + [other])
    }
}

// What is said of a column of the table at hand.
extension Clause {
    /// A column stands so to a value.
    static func comparison(_ column: Int, _ comparison: Comparison, _ value: Value) -> Clause {
        .compared(.column(column), comparison, .value(value))
    }

    /// A column is null.
    static func null(_ column: Int) -> Clause { .isNull(.column(column)) }

    /// A column holds one of these values, or none of them.
    static func list(_ column: Int, _ values: [Value], isNegated: Bool) -> Clause {
        .isIn(.column(column), values, isNegated: isNegated)
    }
}
