/// The rules of `validate:`, by Sequelize's names.
enum ValidationKey: String, SchemaKey {
    case len, notEmpty, isEmail, isUrl, isIn, notIn, min, max, equals, contains, notContains
    case `is`, not, isAlpha, isAlphanumeric, isNumeric, isInt, isFloat, isDecimal, isLowercase, isUppercase
    case isUUID, isIP, isIPv4, isIPv6
    case notNull, isDate, isAfter, isBefore, isCreditCard, isArray, isNull, notRegex, isImmutable, isJSON

    static let noun = "validation"

    var entry: KeyEntry {
        guard let form else { return .later("A rule of Sequelize's") }
        return switch form {
        case .flag: KeyEntry(.either([.flag, .map(.anything)]), "\(rawValue): true, or {msg: …}")
        case .range: KeyEntry(.either([.list(.anything), .map(.anything)]), "From and to: [8, 72]")
        case .list: KeyEntry(.list(.anything), "The values: [a, b]")
        case .version: KeyEntry(.anything, "A version, or true for any")
        case .value, .number: KeyEntry(.anything, "A value, or {args: …, msg: …}")
        case .pattern: KeyEntry(.anything, "A regular expression: '^[a-z]+$', /^[a-z]+$/i or [pattern, flags]")
        }
    }

    /// What a rule takes.
    enum Form: Equatable, Sendable { case flag, range, list, value, number, version, pattern }

    /// Nil for a rule that this version does not carry.
    var form: Form? {
        switch self {
        case .len: .range
        case .isIn, .notIn: .list
        case .min, .max: .number
        case .equals, .contains, .notContains: .value
        case .is, .not: .pattern
        case .isUUID: .version
        case .notEmpty, .isEmail, .isUrl, .isAlpha, .isAlphanumeric, .isNumeric, .isInt, .isFloat, .isDecimal,
            .isLowercase,
            .isUppercase, .isIP, .isIPv4, .isIPv6:
            .flag
        case .notNull, .isDate, .isAfter, .isBefore, .isCreditCard, .isArray, .isNull, .notRegex, .isImmutable, .isJSON:
            nil
        }
    }
}
