import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every rule as `scaffold` writes it, on every type that takes it; the tool's tests look for their lines here.
struct GeneratedRules: Model {
    static let validations = Validations<GeneratedRules> {
        $0.validate(
            \.text, .is("^a"), .not("b", "i"), .regex("^a"), .notRegex("b"), .notEmpty, .len(2, 10), .isEmail, .isUrl,
            .isIP, .isIPv4, .isIPv6, .isAlpha, .isAlphanumeric, .isNumeric, .isInt, .isFloat, .isDecimal, .isLowercase,
            .isUppercase, .isNull, .equals("a"), .contains("a"), .notContains("b"), .isIn(["a", "b"]), .notIn(["c"]),
            .isUUID(4), .isDate, .isAfter("2011-11-05"), .isBefore("2031-11-05T09:30:00Z"), .isCreditCard, .isImmutable)
        $0.validate(
            \.code, .notNull.message("say it"), .isJSON, .isISO8601, .isHexColor, .isHexadecimal, .isBase64, .isMongoId,
            .isJWT, .isSlug, .isPort, .isMACAddress, .isSemVer, .isLocale, .isLatLong, .isFQDN,
            .isStrongPassword().message("weak"), .isUUID())
        $0.validate(\.count, .min(1), .max(23), .isIn([1, 2]), .isDivisibleBy(2), .isPort)
        $0.validate(\.size, .min(0.5), .isInt)
        $0.validate(\.list, .isArray, .isImmutable)
        $0.validate(\.at, .isAfter("2011-11-05"), .isBefore("2031-11-05").message("late"))
        $0.validate(\.day, .isAfter("2011-11-05"))
        $0.validate(\.time, .isBefore("18:30"))
        $0.validate(\.secret, .isStrongPassword(), .len(8, 72), .notContains("a"))
        $0.validate(\.link, .isUrl(protocols: ["https"], requireProtocol: true, requireTLD: false))
        $0.validate(\.site, .isUrl(requireTLD: false).message("no link"))
    }

    static let table = TableDefinition("rules", model: "GeneratedRules") {
        for name in ["text", "code"] { $0.column(name, .text) }
        $0.column("count", .integer)
        $0.column("size", .double)
        $0.column("list", .json)
        $0.column("at", .date)
        $0.column("day", .dateonly)
        $0.column("time", .time)
        $0.column("secret", .password)
        for name in ["link", "site"] { $0.column(name, .string) }
    }

    struct Columns: Sendable {
        let text = Column<GeneratedRules, String?>(0)
        let code = Column<GeneratedRules, String>(1)
        let count = Column<GeneratedRules, Int?>(2)
        let size = Column<GeneratedRules, Double?>(3)
        let list = Column<GeneratedRules, JSON?>(4)
        let at = Column<GeneratedRules, Date?>(5)
        let day = Column<GeneratedRules, DateOnly?>(6)
        let time = Column<GeneratedRules, TimeOfDay?>(7)
        let secret = Column<GeneratedRules, Password?>(8)
        let link = Column<GeneratedRules, String?>(9)
        let site = Column<GeneratedRules, String?>(10)
    }

    static let columns = Columns()

    init(row: Row) throws {}

    func encode(to values: inout Values) {}
}
