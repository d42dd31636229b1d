/// One step into a JSON value.
public enum JSONPathStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A member of an object.
    case member(String)
    /// An element of an array, counted from 0.
    case element(Int)

    public init(stringLiteral value: String) { self = .member(value) }
    public init(integerLiteral value: Int) { self = .element(value) }
}

extension JSONPathStep {
    /// A path as a JSON array: `["address", "lines", 0]`.
    static func text(of path: [JSONPathStep]) -> String {
        let steps = JSON.array(
            path.map { step in
                switch step {
                case .member(let name): .string(name)
                case .element(let index): .integer(index)
                }
            }
        )
        return steps.description
    }
}
