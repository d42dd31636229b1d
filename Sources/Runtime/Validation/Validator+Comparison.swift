extension Validator where Value: Comparable & Sendable {
    /// Not less than `bound`. (Not a number is never enough.)
    public static func min(_ bound: Value) -> Validator<Value> {
        .named("min", ["\(bound)"]) { $0 >= bound }
    }

    /// Not more than `bound`.
    public static func max(_ bound: Value) -> Validator<Value> {
        .named("max", ["\(bound)"]) { $0 <= bound }
    }
}

extension Validator where Value: Equatable & Sendable {
    /// One of these values.
    public static func isIn(_ values: [Value]) -> Validator<Value> {
        .named("isIn", values.map { "\($0)" }) { values.contains($0) }
    }

    /// None of these values.
    public static func notIn(_ values: [Value]) -> Validator<Value> {
        .named("notIn", values.map { "\($0)" }) { !values.contains($0) }
    }

    /// This value and no other.
    public static func equals(_ other: Value) -> Validator<Value> {
        .named("equals", ["\(other)"]) { $0 == other }
    }
}
