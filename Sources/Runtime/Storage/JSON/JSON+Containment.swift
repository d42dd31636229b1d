// How PostgreSQL's `@>` and MySQL's JSON_OVERLAPS compare, as far as they agree.
extension JSON {
    /// Whether this has all that is in another one: the members of objects and the elements of arrays, at any depth.
    /// An array has a single value too.
    func contains(_ other: JSON) -> Bool {
        if case .array(let elements) = self, other.array == nil, other.object == nil {
            return elements.contains { $0.isSame(as: other) }
        }
        return has(other)
    }

    /// Whether this array and another one share an element.
    func overlaps(_ other: JSON) -> Bool {
        guard case .array(let elements) = self, case .array(let others) = other else { return false }
        return elements.contains { element in others.contains { $0.isSame(as: element) } }
    }

    private func has(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.object(let members), .object(let others)):
            others.allSatisfy { member in members[member.name]?.has(member.value) ?? false }
        case (.array(let elements), .array(let others)):
            others.allSatisfy { other in elements.contains { $0.has(other) } }
        default: isSame(as: other)
        }
    }

    /// Equal, with `1` and `1.0` the same number.
    private func isSame(as other: JSON) -> Bool {
        switch (self, other) {
        case (.integer, .double), (.double, .integer): double == other.double
        case (.array(let elements), .array(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { $0.isSame(as: $1) }
        case (.object(let members), .object(let others)):
            members.count == others.count
                && members.allSatisfy { member in others[member.name]?.isSame(as: member.value) ?? false }
        default: self == other
        }
    }
}
