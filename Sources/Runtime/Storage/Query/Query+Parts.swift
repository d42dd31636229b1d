// What whoever puts queries together at run time needs, where columns are known by their position only.

extension Query {
    /// Takes over what another query asks for: its conditions and orders behind those that are here, its limit and
    /// offset in the place of these.
    package mutating func add(_ other: Query) {
        conditions += other.conditions
        orders += other.orders
        if other.limit != nil { limit = other.limit }
        if other.offset != nil { offset = other.offset }
        problem = problem ?? other.problem
    }

    /// Asks for rows for which a condition holds.
    package mutating func add(_ condition: Condition<M>) {
        conditions.append(condition.condition)
    }

    /// Orders by a column by its position.
    package mutating func order(byColumn column: Int, _ direction: Direction, nulls: NullsOrder? = nil) {
        orders.append(Order(term: .column(column), direction: direction, nulls: nulls))
    }

    /// Whether a cursor marks a row along the query's order.
    ///
    /// - Throws: ``QueryError`` for an order that cannot be sought along.
    package func accepts(_ cursor: Cursor) throws -> Bool {
        let keys = try ready().seekKeys()
        guard let values = try? cursor.values(along: Self.name(of: keys), keys.map(\.type)) else { return false }
        return zip(keys, values).allSatisfy { $1 != .null || $0.nulls != nil }
    }
}

/// What is asked of a column whose type is known at run time only.
package enum ColumnTest: Sendable {
    case equal(Value)
    case notEqual(Value)
    case less(Value)
    case lessOrEqual(Value)
    case greater(Value)
    case greaterOrEqual(Value)
    case oneOf([Value])
    /// A text has this one in it, in either case.
    case contains(String)
    case isNull, isNotNull
}

extension Condition {
    /// A column by its position passes a test.
    package init(column: Int, _ test: ColumnTest) {
        let clause: Clause =
            switch test {
            case .equal(let value): .comparison(column, .equal, value)
            case .notEqual(let value): .comparison(column, .notEqual, value)
            case .less(let value): .comparison(column, .less, value)
            case .lessOrEqual(let value): .comparison(column, .lessOrEqual, value)
            case .greater(let value): .comparison(column, .greater, value)
            case .greaterOrEqual(let value): .comparison(column, .greaterOrEqual, value)
            case .oneOf(let values): .list(column, values, isNegated: false)
            case .contains(let text): .text(.column(column), .contains, text)
            case .isNull: .null(column)
            case .isNotNull: .not(.null(column))
            }
        self.init(clause)
    }

    /// There is a row at the other end of a relation for which a condition holds.
    package static func exists<Target: Model>(_ relation: Relation, _ condition: Condition<Target>) -> Condition {
        Condition(.exists(RelatedRows(relation: relation, condition: condition.condition)))
    }
}
