#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A type whose arrays a column can hold.
///
/// Bytes are a blob; everything else is an array in JSON, on every engine: `array(string)` in the schema, `[String]`
/// in Swift. A type of the app's own joins by saying how it stands in JSON:
///
/// ```swift
/// extension Slug: JSONArrayElement {
///     init?(json: JSON) { … }
/// }
/// ```
public protocol ArrayElement: Sendable {
    /// What is bound to a statement.
    static func value(of elements: [Self]) -> Value

    /// Reads an array from a cell.
    ///
    /// - Throws: ``ColumnDecodingError`` when the cell holds something else.
    static func elements(_ row: Row, at index: Int) throws -> [Self]
}

extension Array: ColumnValue, PrimaryKeyValue where Element: ArrayElement {
    public typealias Wrapped = [Element]

    public static func decode(_ row: Row, at index: Int) throws -> [Element] {
        try Element.elements(row, at: index)
    }

    public var value: Value { Element.value(of: self) }
}

extension UInt8: ArrayElement {
    public static func value(of elements: [UInt8]) -> Value { .blob(elements) }

    public static func elements(_ row: Row, at index: Int) throws -> [UInt8] {
        try row.cells.blob(at: row.offset + index)
    }
}

/// A type whose arrays are kept as arrays in JSON.
public protocol JSONArrayElement: ArrayElement, JSONEncodable {
    /// What the element is called in an error: `a string`.
    static var kindOfElement: String { get }

    /// Reads an element; nil when the value is none.
    init?(json: JSON)
}

extension JSONArrayElement {
    public static var kindOfElement: String { "of type \(Self.self)" }

    public static func value(of elements: [Self]) -> Value {
        .text(String(decoding: JSONWriter.bytes(of: elements), as: UTF8.self))
    }

    public static func elements(_ row: Row, at index: Int) throws -> [Self] {
        let text = try row.text(at: index)
        guard let array = try? JSON(parsing: text).array else {
            throw row.mismatch(at: index, expected: "an array in JSON")
        }
        return try array.map { json in
            guard let element = Self(json: json) else {
                throw row.mismatch(at: index, expected: "an array in JSON whose elements are \(kindOfElement)")
            }
            return element
        }
    }
}
