#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value of a column, in words that no engine owns: what is bound to a statement and what a default is.
///
/// Each engine writes it in its own form (SQLite keeps a date as text, a boolean as 0 or 1).
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case double(Double)
    case boolean(Bool)
    case text(String)
    case blob([UInt8])
    case date(Date)
    case dateOnly(DateOnly)
    case time(TimeOfDay)
    case uuid(UUID)
    case decimal(Decimal)

    /// The value of anything a column can hold.
    public init(_ value: some ColumnValue) {
        self = value.value
    }

    /// What sort of value this is; errors say it instead of the value itself.
    public var kind: ValueKind {
        switch self {
        case .null: .null
        case .integer: .integer
        case .double: .double
        case .boolean: .boolean
        case .text: .text
        case .blob: .blob
        case .date: .date
        case .dateOnly: .dateOnly
        case .time: .time
        case .uuid: .uuid
        case .decimal: .decimal
        }
    }
}

/// The sort of a value, for messages that must not show the value.
public enum ValueKind: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case null, integer, double, boolean, text, blob, date, dateOnly, time, uuid, decimal

    public var description: String { rawValue }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(nilLiteral: ()) { self = .null }
}
