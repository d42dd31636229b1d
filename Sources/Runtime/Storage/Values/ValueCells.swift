#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Cells backed by values in memory.
final class ValueCells: Cells {
    private let values: [Value]
    private let table: TableDefinition?

    /// - Parameter table: the table whose columns they are, for errors to name the attribute.
    init(_ values: [Value], of table: TableDefinition? = nil) {
        self.values = values
        self.table = table
    }

    var count: Int { values.count }

    func name(at index: Int) -> String {
        guard let attributes = table?.attributes, attributes.indices.contains(index) else { return "column \(index)" }
        return attributes[index].name
    }

    func kind(at index: Int) -> ValueKind { cell(index).kind }

    func isNull(at index: Int) -> Bool { cell(index) == .null }

    func value(at index: Int) throws -> Value {
        guard values.indices.contains(index) else { throw mismatch(at: index, expected: "a value") }
        return values[index]
    }

    private func cell(_ index: Int) -> Value {
        values.indices.contains(index) ? values[index] : .null
    }

    func integer(at index: Int) throws -> Int64 {
        switch cell(index) {
        case .integer(let number): return number
        case .double(let number):
            if let exact = Int64(exactly: number) { return exact }
        default: break
        }
        throw mismatch(at: index, expected: "an integer")
    }

    func double(at index: Int) throws -> Double {
        switch cell(index) {
        case .double(let number): return number
        case .integer(let number): return Double(number)
        default: throw mismatch(at: index, expected: "a number")
        }
    }

    func boolean(at index: Int) throws -> Bool {
        switch cell(index) {
        case .boolean(let flag): return flag
        case .integer(0): return false
        case .integer(1): return true
        default: throw mismatch(at: index, expected: "a boolean")
        }
    }

    func text(at index: Int) throws -> String {
        guard case .text(let text) = cell(index) else { throw mismatch(at: index, expected: "text") }
        return text
    }

    func blob(at index: Int) throws -> [UInt8] {
        switch cell(index) {
        case .blob(let bytes): return bytes
        case .text(let text): return Array(text.utf8)
        default: throw mismatch(at: index, expected: "a blob")
        }
    }

    func date(at index: Int) throws -> Date {
        switch cell(index) {
        case .date(let date): return date
        case .text(let text):
            if let date = DateText.parse(text) { return date }
        default: break
        }
        throw mismatch(at: index, expected: "a date")
    }

    func dateOnly(at index: Int) throws -> DateOnly {
        switch cell(index) {
        case .dateOnly(let date): return date
        case .text(let text):
            if let date = DateOnly(text) { return date }
        default: break
        }
        throw mismatch(at: index, expected: "a date without a time")
    }

    func time(at index: Int) throws -> TimeOfDay {
        switch cell(index) {
        case .time(let time): return time
        case .text(let text):
            if let time = TimeOfDay(text) { return time }
        default: break
        }
        throw mismatch(at: index, expected: "a time of day")
    }

    func uuid(at index: Int) throws -> UUID {
        switch cell(index) {
        case .uuid(let uuid): return uuid
        case .text(let text):
            if let uuid = UUID(uuidString: text) { return uuid }
        default: break
        }
        throw mismatch(at: index, expected: "a UUID")
    }

    func decimal(at index: Int) throws -> Decimal {
        switch cell(index) {
        case .decimal(let number): return number
        case .integer(let number): return Decimal(number)
        case .double(let double):
            // A default such as 0.5: the shortest text that means this number.
            if let number = DecimalText.parse("\(double)") { return number }
        case .text(let text):
            if let number = DecimalText.parse(text) { return number }
        default: break
        }
        throw mismatch(at: index, expected: "a decimal")
    }
}
