/// A statement written by hand: a literal, whose interpolations are bound and never become part of its text.
///
/// ```swift
/// let rows = try await database.query(
///     "SELECT id, title FROM posts WHERE userId = \(user.id) AND status IN \(statuses)", as: PostRow.self)
/// ```
///
/// | interpolation | becomes |
/// |---|---|
/// | `\(value)` | a mark, to which the value is bound; null for nil |
/// | `\(values)` | `(…)` with a mark for each value of an array |
/// | `\(value: labels)` | one mark for a whole array, the value of a column of type `array` |
/// | `\(identifier: name)` | a name in the quotes of the engine |
/// | `\(sql)` | another statement, or a part of one, with its values |
/// | `\(raw: text)` | the text as it is: never anything that came from outside |
///
/// A `String` in a variable is no statement: whoever must run one says so with `SQL(raw: text)`.
public struct SQL: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case identifier(String)
        case value(Value)
        case list([Value])
    }

    private(set) var parts: [Part]

    /// A text that is a statement, or a part of one, already.
    public init(raw text: String) {
        parts = [.text(text)]
    }

    /// Puts parts together: `query + " LIMIT 10"`.
    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    /// Adds a part at the end.
    public static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
    }
}

extension SQL: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init(raw: text)
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        parts = interpolation.parts
    }

    /// What stands between the quotes of a statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        /// Binds a value.
        @_disfavoredOverload
        public mutating func appendInterpolation<V: ColumnValue>(_ value: V) {
            parts.append(.value(value.value))
        }

        /// Binds a value, or NULL. (With the form above, the compiler would warn of the optional.)
        @_disfavoredOverload
        public mutating func appendInterpolation<V: ColumnValue>(_ value: V?) {
            parts.append(.value(value.value))
        }

        /// Binds values, as a list in parentheses: `id IN \(ids)`. With none the condition holds for no row.
        public mutating func appendInterpolation<V: ColumnValue>(_ values: [V]) {
            parts.append(.list(values.map(\.value)))
        }

        /// Binds an array as the value of one column of type `array`: `labels = \(value: labels)`.
        public mutating func appendInterpolation<V: ColumnValue>(value: V) {
            parts.append(.value(value.value))
        }

        /// Writes the name of a table or column.
        public mutating func appendInterpolation(identifier: String) {
            parts.append(.identifier(identifier))
        }

        /// Puts another statement, or a part of one, in. (Disfavored, so that a literal is a value and not SQL.)
        @_disfavoredOverload
        public mutating func appendInterpolation(_ sql: SQL) {
            parts += sql.parts
        }

        /// Writes a text as it is.
        public mutating func appendInterpolation(raw text: String) {
            parts.append(.text(text))
        }
    }
}
