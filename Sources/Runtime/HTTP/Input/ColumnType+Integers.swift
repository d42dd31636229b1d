import ScaffoldStorage

extension ColumnType {
    /// The numbers that a column of integers holds; nil for other types.
    var integers: ClosedRange<Int64>? {
        switch self {
        case .smallint: Int64(Int16.min)...Int64(Int16.max)
        case .integer: Int64(Int32.min)...Int64(Int32.max)
        case .bigint: .min ... .max
        default: nil
        }
    }
}
