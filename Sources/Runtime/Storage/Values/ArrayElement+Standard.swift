#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The elements that the schema language knows. Each is read strictly: a number is not a text, and what is out of range
// is no element.

extension String: JSONArrayElement {
    public static var kindOfElement: String { "texts" }

    public init?(json: JSON) {
        guard let text = json.string else { return nil }
        self = text
    }
}

extension Int: JSONArrayElement {
    public static var kindOfElement: String { "whole numbers" }

    public init?(json: JSON) {
        guard let number = json.int else { return nil }
        self = number
    }
}

extension Double: JSONArrayElement {
    public static var kindOfElement: String { "numbers" }

    public init?(json: JSON) {
        guard let number = json.double else { return nil }
        self = number
    }
}

extension Bool: JSONArrayElement {
    public static var kindOfElement: String { "true or false" }

    public init?(json: JSON) {
        guard let flag = json.bool else { return nil }
        self = flag
    }
}

extension Date: JSONArrayElement {
    public static var kindOfElement: String { "dates with a time" }

    public init?(json: JSON) {
        guard let date = json.string.flatMap(ISO8601.date) else { return nil }
        self = date
    }
}

extension DateOnly: JSONArrayElement {
    public static var kindOfElement: String { "dates" }

    public init?(json: JSON) {
        guard let date = json.string.flatMap(DateOnly.init) else { return nil }
        self = date
    }
}

extension TimeOfDay: JSONArrayElement {
    public static var kindOfElement: String { "times of day" }

    public init?(json: JSON) {
        guard let time = json.string.flatMap(TimeOfDay.init) else { return nil }
        self = time
    }
}

extension UUID: JSONArrayElement {
    public static var kindOfElement: String { "UUIDs" }

    public init?(json: JSON) {
        guard let uuid = json.string.flatMap(UUID.init(uuidString:)) else { return nil }
        self = uuid
    }
}

extension Decimal: JSONArrayElement {
    public static var kindOfElement: String { "decimal numbers" }

    /// As text, or as a number while that is exact.
    public init?(json: JSON) {
        let number: Decimal? =
            switch json {
            case .string(let text): DecimalText.parse(text)
            case .integer(let number): Decimal(number)
            case .double(let number) where (DecimalText.significantDigits(number.description) ?? 16) <= 15:
                DecimalText.parse(number.description)
            default: nil
            }
        guard let number else { return nil }
        self = number
    }
}
