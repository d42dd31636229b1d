/// A type that a column can hold.
///
/// The runtime's own: `Int`, `Int64`, `Int32`, `Int16`, `Double`, `Float`, `Bool`, `String`, `Date`, `DateOnly`, `TimeOfDay`,
/// `UUID`, `Decimal`, `[UInt8]`, `Data`, enumerations and optionals of all of these. A type of the app's own joins by
/// leaning on one of them:
///
/// ```swift
/// struct Slug: ColumnValue {
///     var text: String
///     var value: Value { .text(text) }
///     static func decode(_ row: Row, at index: Int) throws -> Slug { Slug(text: try row[index]) }
/// }
/// ```
public protocol ColumnValue: PrimaryKeyValue {
    /// The type without its optional: what a comparison takes.
    associatedtype Wrapped: ColumnValue = Self

    /// Reads the value at a position of a row.
    ///
    /// - Throws: ``ColumnDecodingError`` when the cell holds something else.
    static func decode(_ row: Row, at index: Int) throws -> Self

    /// What is bound to a statement.
    var value: Value { get }
}

extension Optional: ColumnValue, PrimaryKeyValue where Wrapped: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Wrapped? {
        row.isNull(index) ? nil : try Wrapped.decode(row, at: index)
    }

    public var value: Value {
        switch self {
        case .none: .null
        case .some(let wrapped): wrapped.value
        }
    }
}
