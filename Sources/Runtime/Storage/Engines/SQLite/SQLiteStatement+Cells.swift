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
        switch type(index) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .double
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    func isNull(at index: Int) -> Bool { type(index) == SQLITE_NULL }

    func integer(at index: Int) throws -> Int64 {
        switch type(index) {
        case SQLITE_INTEGER: return sqlite3_column_int64(handle, column(index))
        case SQLITE_FLOAT:
            if let exact = Int64(exactly: sqlite3_column_double(handle, column(index))) { return exact }
        default: break
        }
        throw mismatch(at: index, expected: "an integer")
    }

    func double(at index: Int) throws -> Double {
        let type = type(index)
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw mismatch(at: index, expected: "a number") }
        return sqlite3_column_double(handle, column(index))
    }

    func boolean(at index: Int) throws -> Bool {
        if type(index) == SQLITE_INTEGER {
            let number = sqlite3_column_int64(handle, column(index))
            if number == 0 || number == 1 { return number == 1 }
        }
        throw mismatch(at: index, expected: "a boolean")
    }

    func text(at index: Int) throws -> String {
        let text = withText(index) { bytes -> String? in
            // `String(validating:)` is generic over its bytes and several times slower; it is left for text with NUL.
            let quick = bytes.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.flatMap(String.init(validatingCString:))
            }
            return quick?.utf8.count == bytes.count ? quick : String(validating: bytes, as: UTF8.self)
        }
        guard let text, let text else { throw mismatch(at: index, expected: "text in UTF-8") }
        return text
    }

    func blob(at index: Int) throws -> [UInt8] {
        let type = type(index)
        guard type == SQLITE_BLOB || type == SQLITE_TEXT else { throw mismatch(at: index, expected: "a blob") }
        guard let start = sqlite3_column_blob(handle, column(index)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column(index)))))
    }

    func date(at index: Int) throws -> Date {
        guard let date = withText(index, { DateText.parse($0) }), let date else {
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
        switch type(index) {
        case SQLITE_INTEGER: return Decimal(sqlite3_column_int64(handle, column(index)))
        case SQLITE_FLOAT:
            if let number = SQLiteDecimal.decimal(sqlite3_column_double(handle, column(index))) { return number }
        case SQLITE_TEXT:
            if let number = DecimalText.parse(try text(at: index)) { return number }
        default: break
        }
        throw mismatch(at: index, expected: "a decimal")
    }

    func value(at index: Int) throws -> Value {
        switch type(index) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column(index)))
        case SQLITE_FLOAT: .double(sqlite3_column_double(handle, column(index)))
        case SQLITE_TEXT: .text(try text(at: index))
        case SQLITE_BLOB: .blob(try blob(at: index))
        default: .null
        }
    }

    /// SQLite takes a column that does not exist for null.
    private func column(_ index: Int) -> Int32 { Int32(exactly: index) ?? -1 }

    private func type(_ index: Int) -> Int32 { sqlite3_column_type(handle, column(index)) }

    /// The bytes of a text in place; nil when the cell holds something else.
    private func withText<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
        guard type(index) == SQLITE_TEXT, let start = sqlite3_column_text(handle, column(index)) else { return nil }
        return body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column(index)))))
    }
}
