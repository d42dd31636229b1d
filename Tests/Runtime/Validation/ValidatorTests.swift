import ScaffoldValidation
import Testing

@Suite struct ValidatorTests {
    private func isValid<Value>(_ value: Value, _ rule: Validator<Value>) throws -> Bool {
        try rule.problem(with: value, path: "field") == nil
    }

    @Test func `the message is Sequelize's, and says which rule with which arguments`() throws {
        let item = try #require(try Validator<String>.len(2, 4).problem(with: "a", path: "title"))
        #expect(item.message == "Validation len on title failed")
        #expect(item.validatorKey == "len")
        #expect(item.validatorArgs == ["2", "4"])
        #expect(item.path == "title")
        #expect(item.type.rawValue == "Validation error")
    }

    @Test func `a rule can have a sentence of its own`() throws {
        let item = try Validator<String>.isEmail.message("That is no address").problem(with: "a", path: "email")
        #expect(item?.message == "That is no address")
        #expect(item?.validatorKey == "isEmail")
    }

    @Test func `a null is named as Sequelize names it`() {
        #expect(ValidationErrorItem.notNull("title", model: "Post").message == "Post.title cannot be null")
    }

    @Test func `a rule of one's own is asked and may throw`() throws {
        struct Unavailable: Error {}
        #expect(try isValid(4, Validator("isEven") { $0 % 2 == 0 }))
        #expect(
            try Validator<Int>("isEven") { $0 % 2 == 0 }.problem(with: 3, path: "n")?.message
                == "Validation isEven on n failed")
        #expect(throws: Unavailable.self) { try isValid(1, Validator("throws") { _ in throw Unavailable() }) }
    }

    @Test(arguments: [
        ("1", false), ("12", true), ("1234", true), ("12345", false), ("éé", true), ("👩‍👩‍👧", false), ("", false),
    ])
    func `len counts characters`(text: String, expected: Bool) throws {
        #expect(try isValid(text, .len(2, 4)) == expected)
    }

    @Test func `len has one end or two`() throws {
        #expect(try isValid("", .len(max: 3)))
        #expect(try !isValid("abcd", .len(max: 3)))
        #expect(try isValid("abcd", .len(min: 3)))
        #expect(try !isValid("ab", .len(min: 3)))
    }

    @Test(arguments: [
        ("a", Validator<String>.is("[a-z]", "i"), true), ("0", .is("[a-z]", "i"), false),
        ("a", .not("[a-z]", "i"), false),
        ("0", .not("[a-z]", "i"), true), ("a", .isEmail, false), ("abc", .isIP, false), ("129.89.23.1", .isIP, true),
        ("129.89.23.1", .isIPv4, true), ("129.89.23.1", .isIPv6, false),
        ("fe80:0000:0000:0000:0204:61ff:fe9d:f156", .isIPv6, true),
        ("::1", .isIPv4, false), ("1.2.3.4\u{0}", .isIP, false), ("1.2.3", .isIP, false), ("01.2.3.4", .isIPv4, false),
        ("012", .isAlpha, false), ("abC", .isAlpha, true), ("", .isAlpha, false), ("abc019", .isAlphanumeric, true),
        ("abc_", .isAlphanumeric, false), ("abc", .isNumeric, false), ("-1.5", .isNumeric, true),
        ("1.", .isNumeric, false),
        ("", .isNumeric, false), ("9.2", .isInt, false), ("-9", .isInt, true), ("+", .isInt, false),
        ("AB", .isLowercase, false),
        ("ab", .isLowercase, true), ("ab", .isUppercase, false), ("ÄB", .isUppercase, true), ("a", .isDecimal, false),
        ("0.2", .isDecimal, true), ("9.2", .isFloat, true), ("1e3", .isFloat, true), ("1e", .isFloat, false),
        (".", .isFloat, false),
        ("abcdef", .contains("cd"), true), ("abcdef", .contains("x"), false), ("abc", .notContains("b"), false),
        ("  \t\n", .notEmpty, false), ("", .notEmpty, false), (" a ", .notEmpty, true), ("a", .equals("a"), true),
        ("b", .equals("a"), false),
        ("ghij", .isIn(["ghij", "x"]), true), ("ghik", .isIn(["ghij"]), false), ("ghij", .notIn(["ghij"]), false),
        ("ghik", .notIn(["ghij"]), true),
        ("f47ac10b-58cc-4372-a567-0e02b2c3d479", .isUUID(4), true),
        ("f47ac10b-58cc-4372-a567-0e02b2c3d479", .isUUID(7), false),
        ("F47AC10B-58CC-4372-A567-0E02B2C3D479", .isUUID(4), true),
        ("f47ac10b-58cc-4372-7567-0e02b2c3d479", .isUUID(4), false),
        ("f47ac10b-58cc-4372-a567-0e02b2c3d479", .isUUID(), true),
        ("f47ac10b58cc4372a5670e02b2c3d479", .isUUID(), false),
        ("f47ac10b-58cc-4372-a567-0e02b2c3d47g", .isUUID(), false),
        ("f47ac10b-58cc-4372-a567-0e02b2c3d4799", .isUUID(), false),
    ])
    func `the rules for texts`(text: String, rule: Validator<String>, expected: Bool) throws {
        #expect(try isValid(text, rule) == expected, "\(rule.key) \(text)")
    }

    @Test func `the rules for what can be ordered`() throws {
        #expect(try isValid(23, .max(23)))
        #expect(try !isValid(24, .max(23)))
        #expect(try isValid(23, .min(23)))
        #expect(try !isValid(22, .min(23)))
        #expect(try !isValid(Double.nan, .min(0)))
        #expect(try !isValid(Double.nan, .max(0)))
    }

    @Test func `a pattern that cannot be read is the programmer's error, not the user's`() {
        #expect(throws: PatternError.self) { try isValid("a", .is("(")) }
    }
}
