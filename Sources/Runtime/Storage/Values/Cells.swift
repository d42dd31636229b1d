#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The cells of the row at hand, read in place: an engine's statement, or values in memory.
///
/// Every accessor throws ``ColumnDecodingError`` when the cell is null, holds another kind, or does not exist;
/// how an engine keeps a date, a boolean or a decimal is known here and nowhere above.
package protocol Cells: AnyObject {
    var count: Int { get }
    func name(at index: Int) -> String
    func kind(at index: Int) -> ValueKind
    func isNull(at index: Int) -> Bool
    func integer(at index: Int) throws -> Int64
    func double(at index: Int) throws -> Double
    func boolean(at index: Int) throws -> Bool
    func text(at index: Int) throws -> String
    func blob(at index: Int) throws -> [UInt8]
    func date(at index: Int) throws -> Date
    func dateOnly(at index: Int) throws -> DateOnly
    func time(at index: Int) throws -> TimeOfDay
    func uuid(at index: Int) throws -> UUID
    func decimal(at index: Int) throws -> Decimal
    /// The cell as a value of its own, to keep beyond the row.
    func value(at index: Int) throws -> Value
}

extension Cells {
    /// The error for a cell that holds something else than was asked for.
    package func mismatch(at index: Int, expected: String) -> ColumnDecodingError {
        ColumnDecodingError(column: name(at: index), expected: expected, found: kind(at: index))
    }
}
