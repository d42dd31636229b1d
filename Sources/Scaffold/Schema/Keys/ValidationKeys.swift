/// The rules of `validate:`, by Sequelize's names, and those of validator.js that are used every week.
enum ValidationKey: String, SchemaKey {
    case len, notEmpty, isEmail, isUrl, isIn, notIn, min, max, equals, contains, notContains
    case `is`, not, regex, notRegex
    case isAlpha, isAlphanumeric, isNumeric, isInt, isFloat, isDecimal, isLowercase, isUppercase
    case isUUID, isIP, isIPv4, isIPv6, isDate, isAfter, isBefore, isCreditCard, isArray
    case notNull, isNull, isImmutable, type
    case isJSON, isISO8601, isHexColor, isHexadecimal, isBase64, isMongoId, isJWT, isSlug, isPort, isMACAddress
    case isSemVer, isLocale, isLatLong, isFQDN, isStrongPassword, isDivisibleBy
    case isMobilePhone, isPostalCode

    static let noun = "validation"

    var entry: KeyEntry {
        guard let form else { return .later("A list that every country changes; 'is' takes a pattern") }
        return switch form {
        case .flag where self == .type:
            KeyEntry(.map(.anything), "{msg: …}: what is told of a value of another type")
        case .flag: KeyEntry(.either([.flag, .map(.anything)]), "\(rawValue): true, or {msg: …}")
        case .range: KeyEntry(.either([.list(.anything), .map(.anything)]), "From and to: [8, 72]")
        case .list: KeyEntry(.either([.list(.anything), .map(.anything)]), "The values: [a, b]")
        case .address:
            KeyEntry(
                .either([.flag, .map(.anything)]),
                "true, or {protocols: [https], require_protocol: true, require_tld: false}")
        case .version: KeyEntry(.anything, "A version, or true for any")
        case .value, .number: KeyEntry(.anything, "A value, or {args: …, msg: …}")
        case .moment: KeyEntry(.anything, "A day or a time: '2026-11-20', '2026-11-20T09:30:00Z', '09:30'")
        case .pattern: KeyEntry(.anything, "A regular expression: '^[a-z]+$', /^[a-z]+$/i or [pattern, flags]")
        }
    }

    /// What a rule takes.
    enum Form: Equatable, Sendable { case flag, range, list, value, number, moment, version, pattern, address }

    /// Nil for a rule that this version does not carry.
    var form: Form? {
        switch self {
        case .len: .range
        case .isIn, .notIn: .list
        case .min, .max, .isDivisibleBy: .number
        case .equals, .contains, .notContains: .value
        case .isAfter, .isBefore: .moment
        case .is, .not, .regex, .notRegex: .pattern
        case .isUUID: .version
        case .isUrl: .address
        case .isMobilePhone, .isPostalCode: nil
        default: .flag
        }
    }

    /// Whether values of a type can be asked that.
    func fits(_ type: AttributeType) -> Bool {
        switch self {
        case .notNull, .isNull, .isImmutable, .type: true
        case .min, .max: type.isInteger || type.isFraction
        case .isDivisibleBy: type.isInteger
        case .isIn, .notIn, .equals: type.isWriting || type.isInteger || type.isFraction
        case .isInt: type.isWriting || type == .float || type == .double
        case .isPort: type.isWriting || type.isInteger
        case .isArray: type == .json
        case .isAfter, .isBefore: type.isWriting || type == .date || type == .dateonly || type == .time
        case .len, .is, .not, .regex, .notRegex, .contains, .notContains, .notEmpty, .isStrongPassword:
            type.isWriting || type == .password
        default: type.isWriting
        }
    }

    /// Whether values of a type can be nothing else, so that the rule has but a sentence to say of others.
    func isImplied(by type: AttributeType) -> Bool {
        switch (self, type) {
        case (.isInt, _), (.isNumeric, _): type.isInteger || (self == .isNumeric && type.isFraction)
        case (.isFloat, .float), (.isFloat, .double), (.isUUID, .uuid), (.isJSON, .json), (.isIn, .enum): true
        case (.isDate, .date), (.isDate, .dateonly), (.isISO8601, .date), (.isISO8601, .dateonly): true
        case (.isDecimal, _): type.isFraction
        default: false
        }
    }
}
