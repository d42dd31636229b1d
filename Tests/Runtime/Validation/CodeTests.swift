import ScaffoldValidation
import Testing

/// The rules that are validator.js's, beyond those that Sequelize names.
@Suite struct CodeTests {
    private static let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"

    @Test(arguments: [
        ("#a1b2c3", Validator<String>.isHexColor, true), ("fff", .isHexColor, true), ("#ffff", .isHexColor, true),
        ("#", .isHexColor, false), ("#12345", .isHexColor, false), ("#ggg", .isHexColor, false),
        ("##fff", .isHexColor, false), ("0aF", .isHexadecimal, true), ("", .isHexadecimal, false),
        ("0x1", .isHexadecimal, false), ("507f1f77bcf86cd799439011", .isMongoId, true),
        ("507f1f77bcf86cd79943901", .isMongoId, false), ("507f1f77bcf86cd79943901z", .isMongoId, false),
        ("aGVsbG8=", .isBase64, true), ("aGVsbA==", .isBase64, true), ("", .isBase64, true),
        ("aGVsbG8", .isBase64, false), ("aGVs=G8=", .isBase64, false), ("a===", .isBase64, false),
        ("aGVs-_8=", .isBase64, false), (token, .isJWT, true), ("a.b", .isJWT, false), ("..", .isJWT, false),
        ("abcd.abcd.abcd.abcd", .isJWT, false), ("abcde.abcd.abcd", .isJWT, false), ("abcd.ab=d.abcd", .isJWT, false),
        ("my-first_post-2", .isSlug, true), ("-a", .isSlug, false), ("a-", .isSlug, false), ("a--b", .isSlug, false),
        ("A", .isSlug, false), ("", .isSlug, false), ("ä", .isSlug, false), ("0", .isPort, true),
        ("65535", .isPort, true), ("65536", .isPort, false), ("", .isPort, false), ("-1", .isPort, false),
        ("00:1b:44:11:3a:b7", .isMACAddress, true), ("00-1B-44-11-3A-B7", .isMACAddress, true),
        ("001b.4411.3ab7", .isMACAddress, true), ("001b44113ab7", .isMACAddress, true),
        ("00:1b-44:11:3a:b7", .isMACAddress, false), ("00a1b:44:11:3a:b7", .isMACAddress, false),
        ("0001b:44:11:3a:b", .isMACAddress, false), ("00:1b:44:11:3a", .isMACAddress, false),
        ("00:1b:44:11:3a:bg", .isMACAddress, false), ("4111 1111 1111 1111", .isCreditCard, true),
        ("378282246310005", .isCreditCard, true), ("4111111111111112", .isCreditCard, false),
        ("0000000000000", .isCreditCard, false), ("4111-1111", .isCreditCard, false), ("", .isCreditCard, false),
        (String(repeating: "0", count: 20), .isCreditCard, false), ("4111x111111111111", .isCreditCard, false),
        ("1.4.0-rc.1+build.5", .isSemVer, true), ("0.0.0", .isSemVer, true), ("1.0", .isSemVer, false),
        ("01.0.0", .isSemVer, false), ("1.0.0-", .isSemVer, false), ("1.0.0-01", .isSemVer, false),
        ("en", .isLocale, true), ("zh_Hant_TW", .isLocale, true), ("en-", .isLocale, false),
        ("english!", .isLocale, false), ("52.5,13.4", .isLatLong, true), ("(-90, 180.0)", .isLatLong, true),
        ("91,0", .isLatLong, false), ("0,181", .isLatLong, false), ("(1,1", .isLatLong, false),
        ("example.com", .isFQDN, true), ("localhost", .isFQDN, false),
        ("Passw0rd!", .isStrongPassword(), true), ("password", .isStrongPassword(), false),
        ("Pw0!", .isStrongPassword(), false),
        (
            "password",
            .isStrongPassword(
                minUppercase: 0, minNumbers: 0, minSymbols: 0), true
        ),
        ("http://localhost:3000/a", .isUrl(requireTLD: false), true), ("http://localhost", .isUrl(), false),
        ("http://", .isUrl(requireTLD: false), false), ("example.com", .isUrl(requireProtocol: true), false),
        ("http://example.com", .isUrl(protocols: ["https"]), false),
        ("HTTPS://example.com", .isUrl(protocols: ["https"]), true), ("a", .isNull, false), ("a", .notNull, true),
        ("0", .notRegex("[a-z]", "i"), true), ("0", .regex("[a-z]", "i"), false),
    ])
    func `codes and forms`(text: String, rule: Validator<String>, expected: Bool) throws {
        #expect(try (rule.problem(with: text, path: "field") == nil) == expected, "\(rule.key) \(text)")
    }

    @Test func `numbers have rules of their own`() throws {
        func isValid<Value>(_ value: Value, _ rule: Validator<Value>) throws -> Bool {
            try rule.problem(with: value, path: "field") == nil
        }
        #expect(try isValid(2.0, .isInt))
        #expect(try !isValid(2.5, .isInt))
        #expect(try !isValid(Double.infinity, .isInt))
        #expect(try isValid(80, .isPort))
        #expect(try !isValid(65536, .isPort))
        #expect(try !isValid(-1, .isPort))
        #expect(try isValid(9, .isDivisibleBy(3)))
        #expect(try !isValid(10, .isDivisibleBy(3)))
        #expect(try !isValid(1, .isDivisibleBy(0)))
        #expect(try isValid(Int.min, .isDivisibleBy(-1)))
    }

    @Test func `an item says which of Sequelize's rules it was, and not of one's own`() throws {
        let named = try Validator<String>.isSlug.problem(with: "A", path: "slug")
        #expect(named?.validatorKey == "isSlug")
        #expect(named?.validatorName == "isSlug")
        #expect(named?.origin.rawValue == "FUNCTION")
        let own = try Validator<String>("isNice") { _ in false }.problem(with: "A", path: "slug")
        #expect(own?.validatorKey == "isNice")
        #expect(own?.validatorName == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `a text of megabytes costs no more than looking at it once`() throws {
        let long = String(repeating: "1", count: 2_000_000)
        for rule in [
            Validator<String>.isHexColor, .isBase64, .isJWT, .isSlug, .isMACAddress, .isCreditCard, .isSemVer,
            .isLocale, .isLatLong, .isStrongPassword(), .isFQDN, .isUrl(requireTLD: false),
        ] {
            _ = try rule.problem(with: long, path: "text")
            _ = try rule.problem(with: long + "-" + long, path: "text")
        }
    }
}
