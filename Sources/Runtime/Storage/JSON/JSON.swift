/// A JSON value: what a request's body holds before anybody knows its shape, and what tests look into.
///
/// ```swift
/// let post: JSON = ["title": "Hello", "tags": ["swift", "sql"], "author": nil]
/// post["title"].string      // "Hello"
/// post["tags"][1]           // "sql"
/// post["nothing"]["here"]   // null: looking for what is not there never traps
/// ```
public enum JSON: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

extension JSON {
    /// The member of this name; ``null`` where this is no object or has no such member.
    public subscript(name: String) -> JSON {
        guard case .object(let object) = self else { return .null }
        return object[name] ?? .null
    }

    /// The element at this place, counted from 0; ``null`` where this is no array or is shorter.
    public subscript(index: Int) -> JSON {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return .null }
        return elements[index]
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The boolean, if this is one.
    public var bool: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    /// The integer, if this is a number without a fraction: `1.0` and `1e3` are integers too.
    public var int: Int? {
        switch self {
        case .integer(let value): value
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The number, if this is one.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// The string, if this is one.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements, if this is an array.
    public var array: [JSON]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members, if this is an object.
    public var object: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// What kind of value this is, in words for people: `a string`, `an object`, `null`.
    public var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer, .double: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSON: CustomStringConvertible {
    /// The value as JSON text, on one line.
    public var description: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }
}
