import ScaffoldStorage
import ScaffoldValidation

/// Sequelize's cases of rules (test/unit/model/validation.test.js), in our spelling.
enum SequelizeValidatorCases {
    /// Whether a rule takes the value of the case.
    typealias Check = @Sendable () throws -> Bool

    // Why some are different:
    private static let noLocale = "letters are those from A to Z, whatever the language: the rule takes no locale"
    private static let lists = "the values are a list; a text would be asked for its parts"
    private static let numbers = "a number is compared as a number; a text has no `max`"

    private static func text(_ value: String, _ rule: Validator<String>) -> Check {
        { try rule.problem(with: value, path: "field") == nil }
    }

    private static func number(_ value: Int, _ rule: Validator<Int>) -> Check {
        { try rule.problem(with: value, path: "field") == nil }
    }

    static let all: [SequelizeCase<Check>] = [
        .init(
            id: "x0001", question: "is: [\"[a-z]\", \"i\"] of \"a\"", sequelize: ["default": "valid"],
            input: text("a", .is("[a-z]", "i"))),
        .init(
            id: "x0002", question: "not: [\"[a-z]\", \"i\"] of \"a\"", sequelize: ["default": "invalid"],
            input: text("a", .not("[a-z]", "i"))),
        .init(
            id: "x0003", question: "not: [\"[a-z]\", \"i\"] of \"0\"", sequelize: ["default": "valid"],
            input: text("0", .not("[a-z]", "i"))),
        .init(
            id: "x0004", question: "isEmail: true of \"a\"", sequelize: ["default": "invalid"],
            input: text("a", .isEmail)),
        .init(
            id: "x0008", question: "isIP: true of \"abc\"", sequelize: ["default": "invalid"],
            input: text("abc", .isIP)),
        .init(
            id: "x0011", question: "isIPv4: true of \"129.89.23.1\"", sequelize: ["default": "valid"],
            input: text("129.89.23.1", .isIPv4)),
        .init(
            id: "x0014", question: "isAlpha: \"en-GB\" of \"012\"", sequelize: ["default": "invalid"],
            input: text("012", .isAlpha), reason: noLocale),
        .init(
            id: "x0017", question: "isAlphanumeric: \"en-GB\" of \"abc019\"", sequelize: ["default": "valid"],
            input: text("abc019", .isAlphanumeric), reason: noLocale),
        .init(
            id: "x0018", question: "isNumeric: true of \"abc\"", sequelize: ["default": "invalid"],
            input: text("abc", .isNumeric)),
        .init(
            id: "x0020", question: "isInt: true of \"9.2\"", sequelize: ["default": "invalid"],
            input: text("9.2", .isInt)),
        .init(
            id: "x0021", question: "isInt: true of \"-9\"", sequelize: ["default": "valid"],
            input: text("-9", .isInt)),
        .init(
            id: "x0022", question: "isLowercase: true of \"AB\"", sequelize: ["default": "invalid"],
            input: text("AB", .isLowercase)),
        .init(
            id: "x0023", question: "isLowercase: true of \"ab\"", sequelize: ["default": "valid"],
            input: text("ab", .isLowercase)),
        .init(
            id: "x0024", question: "isUppercase: true of \"ab\"", sequelize: ["default": "invalid"],
            input: text("ab", .isUppercase)),
        .init(
            id: "x0026", question: "isDecimal: true of \"a\"", sequelize: ["default": "invalid"],
            input: text("a", .isDecimal)),
        .init(
            id: "x0027", question: "isDecimal: true of \"0.2\"", sequelize: ["default": "valid"],
            input: text("0.2", .isDecimal)),
        .init(
            id: "x0029", question: "isFloat: true of \"9.2\"", sequelize: ["default": "valid"],
            input: text("9.2", .isFloat)),
        .init(
            id: "x0040", question: "regex: [\"[a-z]\", \"i\"] of \"0\"", sequelize: ["default": "invalid"],
            input: text("0", .regex("[a-z]", "i"))),
        .init(
            id: "x0043", question: "notRegex: [\"[a-z]\", \"i\"] of \"0\"", sequelize: ["default": "valid"],
            input: text("0", .notRegex("[a-z]", "i"))),
        .init(
            id: "x0044", question: "len: [2, 4] of \"1\"", sequelize: ["default": "invalid"],
            input: text("1", .len(2, 4))),
        .init(
            id: "x0046", question: "len: [2, 4] of \"12\"", sequelize: ["default": "valid"],
            input: text("12", .len(2, 4))),
        .init(
            id: "x0049", question: "len: [2, 4] of \"1\"", sequelize: ["default": "invalid"],
            input: text("1", .len(2, 4))),
        .init(
            id: "x0050", question: "len: [2, 4] of \"12345\"", sequelize: ["default": "invalid"],
            input: text("12345", .len(2, 4))),
        .init(
            id: "x0051", question: "len: [2, 4] of \"12\"", sequelize: ["default": "valid"],
            input: text("12", .len(2, 4))),
        .init(
            id: "x0053", question: "len: [2, 4] of \"1234\"", sequelize: ["default": "valid"],
            input: text("1234", .len(2, 4))),
        .init(
            id: "x0055", question: "isUUID: 4 of \"f47ac10b-58cc-4372-a567-0e02b2c3d479\"",
            sequelize: ["default": "valid"],
            input: text("f47ac10b-58cc-4372-a567-0e02b2c3d479", .isUUID(4))),
        .init(
            id: "x0056", question: "isDate: true of \"not a date\"", sequelize: ["default": "invalid"],
            input: text("not a date", .isDate)),
        .init(
            id: "x0059", question: "isAfter: \"2011-11-05\" of \"2011-11-06\"", sequelize: ["default": "valid"],
            input: text("2011-11-06", .isAfter("2011-11-05"))),
        .init(
            id: "x0061", question: "isBefore: \"2011-11-05\" of \"2011-11-04\"", sequelize: ["default": "valid"],
            input: text("2011-11-04", .isBefore("2011-11-05"))),
        .init(
            id: "x0063", question: "isIn: \"abcdefghijk\" of \"ghij\"", sequelize: ["default": "valid"],
            input: text("ghij", .isIn(["ghij", "abc"])), reason: lists),
        .init(
            id: "x0064", question: "notIn: \"abcdefghijk\" of \"ghij\"", sequelize: ["default": "invalid"],
            input: text("ghij", .notIn(["ghij", "abc"])), reason: lists),
        .init(
            id: "x0065", question: "notIn: \"abcdefghijk\" of \"ghik\"", sequelize: ["default": "valid"],
            input: text("ghik", .notIn(["ghij", "abc"])), reason: lists),
        .init(
            id: "x0066", question: "max: 23 of \"24\"", sequelize: ["default": "invalid"],
            input: number(24, .max(23)), reason: numbers),
        .init(
            id: "x0068", question: "max: 23 of \"24\"", sequelize: ["default": "invalid"],
            input: number(24, .max(23)), reason: numbers),
        .init(
            id: "x0069", question: "max: 23 of \"23\"", sequelize: ["default": "valid"],
            input: number(23, .max(23)), reason: numbers),
        .init(
            id: "x0071", question: "min: 23 of \"23\"", sequelize: ["default": "valid"],
            input: number(23, .min(23)), reason: numbers),
        .init(
            id: "x0072", question: "min: 23 of \"22\"", sequelize: ["default": "invalid"],
            input: number(22, .min(23)), reason: numbers),
        .init(
            id: "x0073", question: "min: 23 of \"23\"", sequelize: ["default": "valid"],
            input: number(23, .min(23)), reason: numbers),
    ]
}
