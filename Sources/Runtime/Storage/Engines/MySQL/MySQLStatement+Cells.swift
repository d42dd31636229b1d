#if MySQL
    import CMySQL

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    // Values out of the row at hand, decoded where they were received.
    extension MySQLStatement: Cells {
        var count: Int { forms.count }

        func name(at index: Int) -> String {
            guard forms.indices.contains(index), let handle, let fields = mariadb_stmt_fetch_fields(handle),
                let name = fields[index].name
            else { return "column \(index)" }
            return String(cString: name)
        }

        func kind(at index: Int) -> ValueKind { isNull(at: index) ? .null : forms[index].kind }

        func isNull(at index: Int) -> Bool { cell(index) == nil }

        func integer(at index: Int) throws -> Int64 {
            if let number = number(at: index) { return number }
            throw mismatch(at: index, expected: "an integer")
        }

        func double(at index: Int) throws -> Double {
            if let double = floating(at: index) { return double }
            switch form(index) {
            case .integer(8, false): if let number = unsigned(at: index) { return Double(number) }
            case .integer, .bits: if let number = number(at: index) { return Double(number) }
            case .decimal: if let text = string(at: index), let number = Double(text) { return number }
            default: break
            }
            throw mismatch(at: index, expected: "a number")
        }

        func boolean(at index: Int) throws -> Bool {
            switch form(index) {
            case .integer, .bits:
                if let number = number(at: index), number == 0 || number == 1 { return number == 1 }
            default: break
            }
            throw mismatch(at: index, expected: "a boolean")
        }

        func text(at index: Int) throws -> String {
            if form(index) == .text, let text = string(at: index) { return text }
            throw mismatch(at: index, expected: "text in UTF-8")
        }

        func blob(at index: Int) throws -> [UInt8] {
            switch form(index) {
            case .blob, .text, .bits: if let bytes = bytes(at: index) { return [UInt8](bytes) }
            default: break
            }
            throw mismatch(at: index, expected: "a blob")
        }

        func date(at index: Int) throws -> Date {
            switch form(index) {
            case .date, .dateTime: if let date = civil(at: index)?.date { return date }
            case .text: if let bytes = bytes(at: index), let date = DateText.parse(bytes) { return date }
            default: break
            }
            throw mismatch(at: index, expected: "a date (2026-11-20 09:30:00.000)")
        }

        func dateOnly(at index: Int) throws -> DateOnly {
            switch form(index) {
            case .date:
                if let civil = civil(at: index),
                    let day = DateOnly(year: civil.year, month: civil.month, day: civil.day)
                {
                    return day
                }
            case .text: if let day = string(at: index).flatMap(DateOnly.init) { return day }
            default: break
            }
            throw mismatch(at: index, expected: "a date without a time (2026-11-20)")
        }

        func time(at index: Int) throws -> TimeOfDay {
            switch form(index) {
            case .time: if let time = clock(at: index) { return time }
            case .text: if let time = string(at: index).flatMap(TimeOfDay.init) { return time }
            default: break
            }
            throw mismatch(at: index, expected: "a time of day (09:30:00)")
        }

        func uuid(at index: Int) throws -> UUID {
            guard form(index) == .text, let uuid = string(at: index).flatMap(UUID.init(uuidString:)) else {
                throw mismatch(at: index, expected: "a UUID")
            }
            return uuid
        }

        func decimal(at index: Int) throws -> Decimal {
            switch form(index) {
            case .decimal, .text: if let number = string(at: index).flatMap(DecimalText.parse) { return number }
            case .integer(8, false): if let number = unsigned(at: index) { return Decimal(number) }
            case .integer: if let number = number(at: index) { return Decimal(number) }
            // The shortest text that means this number.
            case .float:
                if let number = floating(at: index), let found = DecimalText.parse("\(Float(number))") { return found }
            case .double:
                if let number = floating(at: index), let found = DecimalText.parse("\(number)") { return found }
            default: break
            }
            throw mismatch(at: index, expected: "a decimal")
        }

        func value(at index: Int) throws -> Value {
            guard !isNull(at: index) else { return .null }
            switch form(index) {
            case .integer, .bits: return try number(at: index).map(Value.integer) ?? .decimal(decimal(at: index))
            case .float, .double: return .double(try double(at: index))
            case .decimal: return .decimal(try decimal(at: index))
            case .text: return .text(try text(at: index))
            case .blob: return .blob(try blob(at: index))
            case .date: return .dateOnly(try dateOnly(at: index))
            case .dateTime: return .date(try date(at: index))
            case .time: return .time(try time(at: index))
            case .null: return .null
            }
        }
    }
#endif
