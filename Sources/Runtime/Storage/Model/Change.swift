/// What a partial input says of one attribute: nothing, null, or a value.
public enum Change<Value: Sendable>: Sendable {
    /// Nothing: the attribute stays as it is, or gets its default.
    case absent
    /// Null.
    case null
    /// This value.
    case value(Value)

    /// The value, nil for the other two.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Whether the input says nothing of the attribute.
    public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}

extension Change: Equatable where Value: Equatable {}
