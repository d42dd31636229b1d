import ScaffoldPasswords
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads JSON values as the types of columns, strictly: a number is not a text, and what is out of range is refused
/// and never cut.
enum InputValue {
    /// Why a value was refused.
    struct Refusal: Error, Equatable {
        /// What the value must be: `a string`, `one of draft, published`.
        var expected: String
        var validator = "type"
    }

    /// The value of an attribute: an enumeration with numbers is said by number.
    static func read(_ json: JSON, for attribute: TableDefinition.Attribute) -> Result<Value, Refusal> {
        guard let numbers = attribute.numbers, !json.isNull else { return read(json, as: attribute.type) }
        let place = json.int.flatMap(numbers.firstIndex(of:))
        let value = place.flatMap { place -> Value? in
            guard case .enumeration(let words) = attribute.type else { return .integer(Int64(numbers[place])) }
            return words.indices.contains(place) ? .text(words[place]) : nil
        }
        return found(value, "one of \(numbers.map(String.init).joined(separator: ", "))", "isIn")
    }

    static func read(_ json: JSON, as type: ColumnType) -> Result<Value, Refusal> {
        if json.isNull { return .success(.null) }
        switch type {
        case .string, .text, .char: return text(json).map(Value.text)
        case .password: return text(json).map { Password($0).value }
        case .smallint, .integer, .bigint: return integer(json, type.integers ?? .min ... .max)
        case .float, .double: return found(json.double.map(Value.double), "a number")
        case .decimal: return decimal(json)
        case .boolean: return found(json.bool.map(Value.boolean), "true or false")
        case .date:
            return found(
                json.string.flatMap(ISO8601.date).map(Value.date), "a date such as 2026-11-20T09:30:00Z", "isDate")
        case .dateonly:
            return found(json.string.flatMap(DateOnly.init).map(Value.dateOnly), "a date such as 2026-11-20", "isDate")
        case .time:
            return found(json.string.flatMap(TimeOfDay.init).map(Value.time), "a time such as 09:30:00", "isTime")
        case .uuid: return found(json.string.flatMap(UUID.init(uuidString:)).map(Value.uuid), "a UUID", "isUUID")
        case .enumeration(let words):
            let word = json.string.flatMap { words.contains($0) ? $0 : nil }
            return found(word.map(Value.text), "one of \(words.joined(separator: ", "))", "isIn")
        case .json(let element): return element.map { array(json, of: $0) } ?? .success(json.value)
        case .blob:
            return found(json.string.flatMap { Data(base64Encoded: $0) }.map { .blob([UInt8]($0)) }, "bytes in Base64")
        }
    }

    private static func found(_ value: Value?, _ expected: String, _ validator: String = "type") -> Result<
        Value, Refusal
    > {
        value.map(Result.success) ?? .failure(Refusal(expected: expected, validator: validator))
    }

    /// An array whose elements are all of one type; it is kept as it was sent.
    private static func array(_ json: JSON, of type: ColumnType) -> Result<Value, Refusal> {
        guard let elements = json.array else { return .failure(Refusal(expected: "a list")) }
        for element in elements {
            let read = element.isNull ? .failure(Refusal(expected: "a value")) : read(element, as: type)
            if case .failure(let refusal) = read {
                return .failure(
                    Refusal(expected: "a list, each element \(refusal.expected)", validator: refusal.validator))
            }
        }
        return .success(json.value)
    }

    /// A text without the character NUL, which not every database can store.
    private static func text(_ json: JSON) -> Result<String, Refusal> {
        guard let text = json.string else { return .failure(Refusal(expected: "a string")) }
        return text.utf8.contains(0)
            ? .failure(Refusal(expected: "a string without the character NUL")) : .success(text)
    }

    private static func integer(_ json: JSON, _ range: ClosedRange<Int64>) -> Result<Value, Refusal> {
        guard let number = json.int else { return .failure(Refusal(expected: "an integer")) }
        guard range.contains(Int64(number)) else {
            return number < 0
                ? .failure(Refusal(expected: "at least \(range.lowerBound)", validator: "min"))
                : .failure(Refusal(expected: "at most \(range.upperBound)", validator: "max"))
        }
        return .success(.integer(Int64(number)))
    }

    /// A decimal comes as text, or as a number while that is exact: a double keeps 15 digits whatever they are.
    private static func decimal(_ json: JSON) -> Result<Value, Refusal> {
        let number: Decimal? =
            switch json {
            case .string(let text): DecimalText.parse(text)
            case .integer(let number): Decimal(number)
            case .double(let number) where (DecimalText.significantDigits(number.description) ?? 16) <= 15:
                DecimalText.parse(number.description)
            default: nil
            }
        return found(number.map(Value.decimal), "a decimal number such as \"12.50\"", "isDecimal")
    }
}
