import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A row of one cell that holds text from a URL: so whatever a column can hold can be asked for in one, enumerations
/// and types of the app's own included.
final class TextCells: Cells {
    private let text: String
    private let name: String

    init(_ text: String, name: String) {
        self.text = text
        self.name = name
    }

    var count: Int { 1 }
    func name(at index: Int) -> String { name }
    func kind(at index: Int) -> ValueKind { .text }
    func isNull(at index: Int) -> Bool { false }
    func value(at index: Int) -> Value { .text(text) }
    func text(at index: Int) -> String { text }
    func blob(at index: Int) -> [UInt8] { Array(text.utf8) }

    func integer(at index: Int) throws -> Int64 {
        // `+7` and `007` are no numbers of ours: one record has one URL.
        guard let number = Int64(text), String(number) == text else {
            throw mismatch(at: index, expected: "an integer")
        }
        return number
    }

    func double(at index: Int) throws -> Double {
        guard DecimalText.significantDigits(text) != nil, let number = Double(text), number.isFinite else {
            throw mismatch(at: index, expected: "a number")
        }
        return number
    }

    func boolean(at index: Int) throws -> Bool {
        switch text {
        case "true", "1": true
        case "false", "0": false
        default: throw mismatch(at: index, expected: "true or false")
        }
    }

    func date(at index: Int) throws -> Date {
        try found(ISO8601.date(from: text), index, "a date in ISO 8601, such as 2026-11-20T09:30:00Z")
    }

    func dateOnly(at index: Int) throws -> DateOnly {
        try found(DateOnly(text), index, "a date such as 2026-11-20")
    }

    func time(at index: Int) throws -> TimeOfDay {
        try found(TimeOfDay(text), index, "a time such as 09:30:00")
    }

    func uuid(at index: Int) throws -> UUID {
        try found(UUID(uuidString: text), index, "a UUID")
    }

    func decimal(at index: Int) throws -> Decimal {
        try found(DecimalText.parse(text), index, "a decimal number")
    }

    private func found<T>(_ value: T?, _ index: Int, _ expected: String) throws -> T {
        guard let value else { throw mismatch(at: index, expected: expected) }
        return value
    }
}
