import ScaffoldValidation
import Testing

@testable import scaffold

/// Generated tests and demo rows make values that keep the rules, as the runtime judges them.
@Suite struct SampleOfRuleTests {
    private func attribute(_ type: AttributeType, _ rule: String, _ arguments: scaffold.Validation.Argument...)
        -> Attribute
    {
        Attribute(
            name: "field", swiftName: "field", field: "field", type: type, allowNull: true,
            validations: [.init(name: rule, arguments: arguments)],
            position: SourcePosition(file: "", line: 1, column: 1))
    }

    @Test(arguments: [
        ("isHexColor", Validator<String>.isHexColor), ("isHexadecimal", .isHexadecimal), ("isBase64", .isBase64),
        ("isMongoId", .isMongoId), ("isJWT", .isJWT), ("isSlug", .isSlug), ("isPort", .isPort),
        ("isMACAddress", .isMACAddress), ("isSemVer", .isSemVer), ("isLocale", .isLocale), ("isLatLong", .isLatLong),
        ("isFQDN", .isFQDN), ("isStrongPassword", .isStrongPassword()), ("isCreditCard", .isCreditCard),
    ])
    func `a text of every form keeps its rule`(name: String, rule: Validator<String>) throws {
        for place in 0..<20 {
            let sample = try #require(attribute(.text, name).sample(place))
            let text = sample.swift.filter { $0 != "\"" }
            #expect(try rule.problem(with: text, path: "field") == nil, "\(text)")
        }
    }

    @Test func `a form that takes no number makes one row only where rows differ`() {
        var unique = attribute(.text, "isCreditCard")
        unique.isUnique = true
        #expect(unique.sample(0, isNumbered: false) != nil)
        #expect(unique.sample(1, isNumbered: false) == nil)
        #expect(unique.sample(0) == nil)
    }

    @Test func `a form that does not fit its column has no sample`() {
        #expect(attribute(.string(10), "isMongoId").sample() == nil)
    }

    @Test func `days and numbers keep their rules, and null has no sample`() {
        #expect(attribute(.date, "isAfter", .string("2011-11-05")).sample() != nil)
        #expect(attribute(.date, "isAfter", .string("2999-01-01")).sample() == nil)
        #expect(attribute(.dateonly, "isBefore", .string("2011-11-05")).sample() == nil)
        #expect(attribute(.text, "isNull").sample() == nil)
        #expect(attribute(.integer, "isDivisibleBy", .integer(5)).sample(0)?.swift == "5")
        #expect(attribute(.integer, "isDivisibleBy", .integer(5)).sample(1)?.swift == "10")
    }
}
