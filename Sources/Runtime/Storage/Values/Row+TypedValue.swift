extension Row {
    /// The value at a position as models hold it. What an engine keeps a type as (a UUID as text, a date as text) is
    /// left behind, so that it compares with the values of models.
    func value(at index: Int, as type: ColumnType) throws -> Value {
        guard !isNull(index) else { return .null }
        let cell = offset + index
        return switch type {
        case .uuid: .uuid(try cells.uuid(at: cell))
        case .date: .date(try cells.date(at: cell))
        case .dateonly: .dateOnly(try cells.dateOnly(at: cell))
        case .time: .time(try cells.time(at: cell))
        case .boolean: .boolean(try cells.boolean(at: cell))
        case .decimal: .decimal(try cells.decimal(at: cell))
        case .float, .double: .double(try cells.double(at: cell))
        case .string, .text, .char, .smallint, .integer, .bigint, .enumeration, .json, .blob, .password:
            try cells.value(at: cell)
        }
    }
}
