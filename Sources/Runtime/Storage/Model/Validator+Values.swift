public import ScaffoldValidation

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value of the calendar or the clock, which rules may name as text: `.isAfter("2011-11-05")`.
public protocol CalendarValue: Comparable, Sendable {
    /// The value that a text names; nil for none.
    static func calendarValue(of text: String) -> Self?
}

extension Date: CalendarValue {
    /// Reads a day or a moment in ISO 8601; without a zone it is UTC.
    public static func calendarValue(of text: String) -> Date? { DateText.parse(text) }
}

extension DateOnly: CalendarValue {
    /// Reads `2026-11-20`.
    public static func calendarValue(of text: String) -> DateOnly? { DateOnly(text) }
}

extension TimeOfDay: CalendarValue {
    /// Reads `09:30` or `09:30:00`.
    public static func calendarValue(of text: String) -> TimeOfDay? { TimeOfDay(text) }
}

extension Validator where Value: CalendarValue {
    /// Later than `bound`.
    public static func isAfter(_ bound: Value) -> Validator<Value> {
        .named("isAfter", ["\(bound)"]) { $0 > bound }
    }

    /// Earlier than `bound`.
    public static func isBefore(_ bound: Value) -> Validator<Value> {
        .named("isBefore", ["\(bound)"]) { $0 < bound }
    }

    /// Later than the day or time that a text names. A text that names none throws a ``ModelDefinitionError`` when the first
    /// value is checked.
    public static func isAfter(_ text: String) -> Validator<Value> {
        let bound = Value.calendarValue(of: text)
        return .named("isAfter", [text]) { try $0 > known(bound, text) }
    }

    /// Earlier than the day or time that a text names; see `isAfter`.
    public static func isBefore(_ text: String) -> Validator<Value> {
        let bound = Value.calendarValue(of: text)
        return .named("isBefore", [text]) { try $0 < known(bound, text) }
    }
}

extension Validator where Value == String {
    /// A day or a moment in ISO 8601 that is later than the one that `bound` names.
    public static func isAfter(_ bound: String) -> Validator<String> {
        let date = Date.calendarValue(of: bound)
        return .named("isAfter", [bound]) { text in
            let bound = try known(date, bound)
            return Date.calendarValue(of: text).map { $0 > bound } ?? false
        }
    }

    /// A day or a moment in ISO 8601 that is earlier than the one that `bound` names.
    public static func isBefore(_ bound: String) -> Validator<String> {
        let date = Date.calendarValue(of: bound)
        return .named("isBefore", [bound]) { text in
            let bound = try known(date, bound)
            return Date.calendarValue(of: text).map { $0 < bound } ?? false
        }
    }

    /// A day, or a day and a time, in ISO 8601: `2026-11-20`, `2026-11-20T09:30:00Z`.
    public static var isDate: Validator<String> { .named("isDate") { Date.calendarValue(of: $0) != nil } }

    /// `isDate` by validator.js's name.
    public static var isISO8601: Validator<String> { .named("isISO8601") { Date.calendarValue(of: $0) != nil } }

    /// A JSON object or array as text.
    public static var isJSON: Validator<String> {
        .named("isJSON") { text in
            guard let json = try? JSON(parsing: text) else { return false }
            return json.array != nil || json.object != nil
        }
    }
}

extension Validator where Value == JSON {
    /// An array.
    public static var isArray: Validator<JSON> { .named("isArray") { $0.array != nil } }
}

extension Validator where Value == UUID {
    /// A UUID of a version.
    public static func isUUID(_ version: Int) -> Validator<UUID> {
        .named("isUUID", ["\(version)"]) { Int($0.uuid.6 >> 4) == version && $0.uuid.8 >> 6 == 2 }
    }
}

/// What a rule's text named.
private func known<Value>(_ value: Value?, _ text: String) throws -> Value {
    guard let value else { throw ModelDefinitionError("a rule names '\(text)', which is no date") }
    return value
}
