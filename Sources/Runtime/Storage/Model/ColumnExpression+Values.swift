extension ColumnExpression where Value.Wrapped: Equatable {
    /// It holds one of these values; with none of them, no row is found.
    public func `in`(_ values: [Value.Wrapped]) -> Condition<Owner> {
        Condition(.isIn(term, values.map(\.value), isNegated: false))
    }

    /// It holds none of these values; a row where it is null is not found, unless there are no values.
    public func notIn(_ values: [Value.Wrapped]) -> Condition<Owner> {
        Condition(.isIn(term, values.map(\.value), isNegated: true))
    }
}

extension ColumnExpression where Value.Wrapped: Comparable {
    /// It holds a value from `low` to `high`, both included.
    public func between(_ low: Value.Wrapped, _ high: Value.Wrapped) -> Condition<Owner> {
        Condition(.isBetween(term, low.value, high.value))
    }

    /// It holds a value below `low` or above `high`.
    public func notBetween(_ low: Value.Wrapped, _ high: Value.Wrapped) -> Condition<Owner> {
        Condition(.not(.isBetween(term, low.value, high.value)))
    }
}

extension ColumnExpression where Value: NullableValue {
    /// It is null.
    public var isNull: Condition<Owner> { Condition(.isNull(term)) }
}
