import CSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Values out of the row at hand.
extension SQLiteStatement: Cells {
    var count: Int { Int(sqlite3_column_count(handle)) }

    func name(at index: Int) -> String {
        guard let handle, let name = sqlite3_column_name(handle, column(index)) else { return "column \(index)" }
        return String(cString: name)
    }

    func kind(at index: Int) -> ValueKind {
        switch sqlite3_value_type(cell(index)) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .double
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    func isNull(at index: Int) -> Bool { sqlite3_value_type(cell(index)) == SQLITE_NULL }

    func integer(at index: Int) throws -> Int64 {
        let cell = cell(index)
        switch sqlite3_value_type(cell) {
        case SQLITE_INTEGER: return sqlite3_value_int64(cell)
        case SQLITE_FLOAT:
            if let exact = Int64(exactly: sqlite3_value_double(cell)) { return exact }
        default: break
        }
        throw mismatch(at: index, expected: "an integer")
    }

    func double(at index: Int) throws -> Double {
        let cell = cell(index)
        let type = sqlite3_value_type(cell)
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw mismatch(at: index, expected: "a number") }
        return sqlite3_value_double(cell)
    }

    func boolean(at index: Int) throws -> Bool {
        let cell = cell(index)
        if sqlite3_value_type(cell) == SQLITE_INTEGER {
            let number = sqlite3_value_int64(cell)
            if number == 0 || number == 1 { return number == 1 }
        }
        throw mismatch(at: index, expected: "a boolean")
    }

    func text(at index: Int) throws -> String {
        guard let bytes = textBytes(index), let text = Self.text(bytes) else {
            throw mismatch(at: index, expected: "text in UTF-8")
        }
        return text
    }

    /// `String(validating:)` is generic over its bytes and several times slower; it is left for text with NUL.
    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let quick = bytes.withMemoryRebound(to: CChar.self) {
            $0.baseAddress.flatMap(String.init(validatingCString:))
        }
        return quick?.utf8.count == bytes.count ? quick : String(validating: bytes, as: UTF8.self)
    }

    func blob(at index: Int) throws -> [UInt8] {
        let cell = cell(index)
        let type = sqlite3_value_type(cell)
        guard type == SQLITE_BLOB || type == SQLITE_TEXT else { throw mismatch(at: index, expected: "a blob") }
        guard let start = sqlite3_value_blob(cell) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(cell))))
    }

    func date(at index: Int) throws -> Date {
        guard let bytes = textBytes(index), let date = DateText.parse(bytes) else {
            throw mismatch(at: index, expected: "a date (2026-11-20 09:30:00.000 +00:00)")
        }
        return date
    }

    func dateOnly(at index: Int) throws -> DateOnly {
        guard let date = DateOnly(try text(at: index)) else {
            throw mismatch(at: index, expected: "a date without a time (2026-11-20)")
        }
        return date
    }

    func time(at index: Int) throws -> TimeOfDay {
        guard let time = TimeOfDay(try text(at: index)) else {
            throw mismatch(at: index, expected: "a time of day (09:30:00)")
        }
        return time
    }

    func uuid(at index: Int) throws -> UUID {
        guard let uuid = UUID(uuidString: try text(at: index)) else { throw mismatch(at: index, expected: "a UUID") }
        return uuid
    }

    func decimal(at index: Int) throws -> Decimal {
        let cell = cell(index)
        switch sqlite3_value_type(cell) {
        case SQLITE_INTEGER: return Decimal(sqlite3_value_int64(cell))
        case SQLITE_FLOAT:
            if let number = SQLiteDecimal.decimal(sqlite3_value_double(cell)) { return number }
        case SQLITE_TEXT:
            if let number = DecimalText.parse(try text(at: index)) { return number }
        default: break
        }
        throw mismatch(at: index, expected: "a decimal")
    }

    func value(at index: Int) throws -> Value {
        let cell = cell(index)
        switch sqlite3_value_type(cell) {
        case SQLITE_INTEGER: return .integer(sqlite3_value_int64(cell))
        case SQLITE_FLOAT: return .double(sqlite3_value_double(cell))
        case SQLITE_TEXT: return .text(try text(at: index))
        case SQLITE_BLOB: return .blob(try blob(at: index))
        default: return .null
        }
    }

    /// SQLite takes a column that does not exist for null.
    private func column(_ index: Int) -> Int32 { Int32(exactly: index) ?? -1 }

    /// The cell itself, which is asked for its kind and its bytes: the statement would look for it each time. SQLite lets
    /// only the thread that holds the connection do so, and no other one comes here.
    private func cell(_ index: Int) -> OpaquePointer? { sqlite3_column_value(handle, column(index)) }

    /// The bytes of a text in place; nil when the cell holds something else.
    private func textBytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        let cell = cell(index)
        guard sqlite3_value_type(cell) == SQLITE_TEXT, let start = sqlite3_value_text(cell) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(cell)))
    }
}
