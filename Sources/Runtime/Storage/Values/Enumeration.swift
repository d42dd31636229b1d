/// An attribute of type `enum`: a Swift enumeration whose raw values are what the column holds.
///
/// ```swift
/// enum PostStatus: String, Enumeration {
///     case draft
///     case published
/// }
/// ```
public protocol Enumeration: ColumnValue, JSONEncodable, RawRepresentable, CaseIterable, Hashable
where RawValue == String, Wrapped == Self {}

extension Enumeration {
    /// Reads the case whose raw value the cell holds.
    ///
    /// - Throws: ``ColumnDecodingError`` when it is none of them.
    @inlinable
    public static func decode(_ row: Row, at index: Int) throws -> Self {
        guard let found = Self(rawValue: try row.text(at: index)) else {
            throw row.mismatch(at: index, expected: "one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return found
    }

    public var value: Value { .text(rawValue) }
}
