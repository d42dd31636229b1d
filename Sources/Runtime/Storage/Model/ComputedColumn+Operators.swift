// The operators of Column.

extension ComputedColumn where Value.Wrapped: Equatable {
    /// It holds this value.
    public static func == (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .equal, .value(value.value)))
    }

    /// It holds another value; a row where it is null is not found, as SQL has it.
    public static func != (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .notEqual, .value(value.value)))
    }
}

extension ComputedColumn where Value.Wrapped: Comparable {
    /// It holds less than this value.
    public static func < (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .less, .value(value.value)))
    }

    /// It holds at most this value.
    public static func <= (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .lessOrEqual, .value(value.value)))
    }

    /// It holds more than this value.
    public static func > (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .greater, .value(value.value)))
    }

    /// It holds at least this value.
    public static func >= (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.compared(column.term, .greaterOrEqual, .value(value.value)))
    }
}

extension ComputedColumn where Value: NullableValue {
    /// It is null.
    public static func == (column: Self, nothing: _OptionalNilComparisonType) -> Condition<Owner> {
        Condition(.isNull(column.term))
    }

    /// It is not null.
    public static func != (column: Self, nothing: _OptionalNilComparisonType) -> Condition<Owner> {
        Condition(.not(.isNull(column.term)))
    }
}
