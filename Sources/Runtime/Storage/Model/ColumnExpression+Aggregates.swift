// What many rows have together: `\.views.sum`. An aggregate stands in selections, in `having` and in orders.
extension ColumnExpression {
    /// How many rows there are in which it is not null.
    public var count: ComputedColumn<Owner, Int> { ComputedColumn(.aggregate(.count, term)) }

    /// How many different values there are, null not counted.
    public var distinctCount: ComputedColumn<Owner, Int> { ComputedColumn(.aggregate(.distinctCount, term)) }
}

extension ColumnExpression where Value.Wrapped: Numeric {
    /// All values together; null when there are none.
    public var sum: ComputedColumn<Owner, Value.Wrapped?> { ComputedColumn(.aggregate(.sum, term)) }

    /// The values' mean; null when there are none.
    public var avg: ComputedColumn<Owner, Double?> { ComputedColumn(.aggregate(.avg, term)) }
}

extension ColumnExpression where Value.Wrapped: Comparable {
    /// The least value; null when there are none.
    public var min: ComputedColumn<Owner, Value.Wrapped?> { ComputedColumn(.aggregate(.min, term)) }

    /// The greatest value; null when there are none.
    public var max: ComputedColumn<Owner, Value.Wrapped?> { ComputedColumn(.aggregate(.max, term)) }
}
