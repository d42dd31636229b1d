#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ColumnType {
    /// What a model shows for an attribute of which nothing is said yet and that cannot be null.
    var blank: Value {
        switch self {
        case .string, .text, .char, .password: .text("")
        case .smallint, .integer, .bigint: .integer(0)
        case .float, .double: .double(0)
        case .decimal: .decimal(0)
        case .boolean: .boolean(false)
        case .date: .date(Date(timeIntervalSince1970: 0))
        case .dateonly: DateOnly(year: 1970, month: 1, day: 1).map(Value.dateOnly) ?? .null
        case .time: TimeOfDay(hour: 0, minute: 0).map(Value.time) ?? .null
        case .uuid: .uuid(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
        case .enumeration(let values): .text(values.first ?? "")
        case .json: .text("null")
        case .blob: .blob([])
        }
    }
}
