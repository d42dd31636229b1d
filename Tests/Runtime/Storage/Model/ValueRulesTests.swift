import ScaffoldStorage
import ScaffoldValidation
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Rules for values that only storage knows: dates, JSON, UUIDs.
@Suite struct ValueRulesTests {
    private func isValid<Value>(_ value: Value, _ rule: Validator<Value>) throws -> Bool {
        try rule.problem(with: value, path: "field") == nil
    }

    @Test(arguments: [
        ("2011-11-06", Validator<String>.isAfter("2011-11-05"), true), ("2011-11-05", .isAfter("2011-11-05"), false),
        ("2011-11-04", .isBefore("2011-11-05"), true), ("not a date", .isBefore("2011-11-05"), false),
        ("2011-11-05T01:00:00+02:00", .isBefore("2011-11-05"), true), ("", .isAfter("2011-11-05"), false),
        ("2026-02-28", .isDate, true), ("2026-02-29", .isDate, false), ("2026-02-28T10:00:00Z", .isISO8601, true),
        ("yesterday", .isDate, false), ("2026-02-28\u{0}", .isDate, false), ("[1]", .isJSON, true),
        ("{}", .isJSON, true), ("1", .isJSON, false), ("{", .isJSON, false),
        (String(repeating: "[", count: 100_000), .isJSON, false),
    ])
    func `the rules for texts`(text: String, rule: Validator<String>, expected: Bool) throws {
        #expect(try isValid(text, rule) == expected, "\(rule.key) \(text.prefix(20))")
    }

    @Test func `dates are compared with dates, or with what a text names`() throws {
        let day = try #require(DateOnly("2026-11-20"))
        #expect(try isValid(day, .isAfter("2026-11-19")))
        #expect(try !isValid(day, .isAfter(day)))
        #expect(try isValid(day, .isBefore("2026-11-21")))
        #expect(try isValid(Date(timeIntervalSince1970: 1), .isAfter("1970-01-01")))
        #expect(try !isValid(Date(timeIntervalSince1970: 0), .isAfter("1970-01-01T00:00:00Z")))
        #expect(try isValid(try #require(TimeOfDay("09:30")), .isBefore("10:00")))
        #expect(try isValid(day, .min(day)))
        let item = try Validator<DateOnly>.isAfter("2026-11-21").problem(with: day, path: "day")
        #expect(item?.validatorArgs == ["2026-11-21"])
    }

    @Test func `a rule that names no date is the programmer's error`() {
        #expect(throws: ModelDefinitionError.self) { try isValid("2026-11-20", .isAfter("soon")) }
        #expect(throws: ModelDefinitionError.self) { try isValid(Date.now, .isBefore("soon")) }
    }

    @Test func `JSON may have to be an array, and a UUID of a version`() throws {
        #expect(try isValid(JSON.array([]), .isArray))
        #expect(try !isValid(JSON.string("[]"), .isArray))
        let four = try #require(UUID(uuidString: "f47ac10b-58cc-4372-a567-0e02b2c3d479"))
        #expect(try isValid(four, .isUUID(4)))
        #expect(try !isValid(four, .isUUID(7)))
    }
}
