#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The standard library's and Foundation's types as columns.

extension Int: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Int { try row.integer(at: index, as: Int.self) }
    public var value: Value { .integer(Int64(self)) }
}

extension Int64: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Int64 { try row.integer(at: index, as: Int64.self) }
    public var value: Value { .integer(self) }
}

extension Int32: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Int32 { try row.integer(at: index, as: Int32.self) }
    public var value: Value { .integer(Int64(self)) }
}

extension Int16: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Int16 { try row.integer(at: index, as: Int16.self) }
    public var value: Value { .integer(Int64(self)) }
}

extension Double: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Double {
        try row.cells.double(at: row.offset + index)
    }
    public var value: Value { .double(self) }
}

extension Float: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Float {
        Float(try row.cells.double(at: row.offset + index))
    }
    public var value: Value { .double(Double(self)) }
}

extension Bool: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Bool {
        try row.cells.boolean(at: row.offset + index)
    }
    public var value: Value { .boolean(self) }
}

extension String: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> String {
        try row.cells.text(at: row.offset + index)
    }
    public var value: Value { .text(self) }
}

extension Date: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Date {
        try row.cells.date(at: row.offset + index)
    }
    public var value: Value { .date(self) }
}

extension DateOnly: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> DateOnly {
        try row.cells.dateOnly(at: row.offset + index)
    }
    public var value: Value { .dateOnly(self) }
}

extension TimeOfDay: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> TimeOfDay {
        try row.cells.time(at: row.offset + index)
    }
    public var value: Value { .time(self) }
}

extension UUID: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> UUID {
        try row.cells.uuid(at: row.offset + index)
    }
    public var value: Value { .uuid(self) }
}

extension Decimal: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Decimal {
        try row.cells.decimal(at: row.offset + index)
    }
    public var value: Value { .decimal(self) }
}

extension Data: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> Data {
        Data(try row.cells.blob(at: row.offset + index))
    }
    public var value: Value { .blob([UInt8](self)) }
}
