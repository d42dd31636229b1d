extension Validator where Value: Comparable & Sendable {
    /// Not less than `bound`. (Not a number is never enough.)
    public static func min(_ bound: Value) -> Validator<Value> {
        Validator("min", arguments: ["\(bound)"]) { $0 >= bound }
    }

    /// Not more than `bound`.
    public static func max(_ bound: Value) -> Validator<Value> {
        Validator("max", arguments: ["\(bound)"]) { $0 <= bound }
    }

    /// Later, or greater, than `bound`.
    public static func isAfter(_ bound: Value) -> Validator<Value> {
        Validator("isAfter", arguments: ["\(bound)"]) { $0 > bound }
    }

    /// Earlier, or less, than `bound`.
    public static func isBefore(_ bound: Value) -> Validator<Value> {
        Validator("isBefore", arguments: ["\(bound)"]) { $0 < bound }
    }
}

extension Validator where Value: Equatable & Sendable {
    /// One of these values.
    public static func isIn(_ values: [Value]) -> Validator<Value> {
        Validator("isIn", arguments: values.map { "\($0)" }) { values.contains($0) }
    }

    /// None of these values.
    public static func notIn(_ values: [Value]) -> Validator<Value> {
        Validator("notIn", arguments: values.map { "\($0)" }) { !values.contains($0) }
    }

    /// This value and no other.
    public static func equals(_ other: Value) -> Validator<Value> {
        Validator("equals", arguments: ["\(other)"]) { $0 == other }
    }
}
