/// A value of a YAML text with the place where it stands. Scalars stay text: what `no` or `1.10` means is decided by
/// the key that it belongs to, not by YAML.
enum YAMLNode: Equatable, Sendable {
    case scalar(Scalar)
    case list([YAMLNode], SourcePosition)
    case map(Map)

    struct Scalar: Equatable, Sendable {
        var text: String
        var position: SourcePosition
        /// Plain means written without quotes: only a plain scalar can be null, a number or a boolean.
        var isPlain: Bool

        /// The place of the character so far behind the beginning; exact for scalars that stand on one line.
        func position(offset: Int) -> SourcePosition {
            var place = position
            place.column += offset + (isPlain ? 0 : 1)
            return place
        }
    }

    struct Map: Equatable, Sendable {
        var entries: [Entry]
        var position: SourcePosition

        func first(_ key: String) -> Entry? { entries.first { $0.key.text == key } }
    }

    struct Entry: Equatable, Sendable {
        var key: Scalar
        var value: YAMLNode
    }

    var position: SourcePosition {
        switch self {
        case .scalar(let scalar): scalar.position
        case .list(_, let position): position
        case .map(let map): map.position
        }
    }

    var scalar: Scalar? {
        guard case .scalar(let scalar) = self else { return nil }
        return scalar
    }

    /// Whether nothing stands here: an empty value, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// `true` and `false`; YAML 1.1's other words (`yes`, `off`) stay words.
    var boolean: Bool? {
        guard case .scalar(let scalar) = self, scalar.isPlain else { return nil }
        switch scalar.text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    var integer: Int? {
        guard case .scalar(let scalar) = self, scalar.isPlain else { return nil }
        return Int(scalar.text)
    }

    /// What kind of thing this is, for messages: `a list`.
    var kind: String {
        switch self {
        case .scalar: isNull ? "nothing" : "'\(scalar.map { Shown.text($0.text) } ?? "")'"
        case .list: "a list"
        case .map: "a mapping"
        }
    }
}
