// One overload an operator, as members of the type: global ones would make every wrong comparison a second of
// type-checking and a message about something else.

extension Column where Value.Wrapped: Equatable {
    /// The column holds this value.
    public static func == (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .equal, value.value))
    }

    /// The column holds another value; a row where it is null is not found, as SQL has it.
    public static func != (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .notEqual, value.value))
    }
}

extension Column where Value.Wrapped: Comparable {
    /// The column holds less than this value.
    public static func < (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .less, value.value))
    }

    /// The column holds at most this value.
    public static func <= (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .lessOrEqual, value.value))
    }

    /// The column holds more than this value.
    public static func > (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .greater, value.value))
    }

    /// The column holds at least this value.
    public static func >= (column: Self, value: Value.Wrapped) -> Condition<Owner> {
        Condition(.comparison(column.index, .greaterOrEqual, value.value))
    }
}

extension Column where Value: NullableValue {
    /// The column is null.
    public static func == (column: Self, nothing: _OptionalNilComparisonType) -> Condition<Owner> {
        Condition(.null(column.index))
    }

    /// The column is not null.
    public static func != (column: Self, nothing: _OptionalNilComparisonType) -> Condition<Owner> {
        Condition(.not(.null(column.index)))
    }
}
