import ScaffoldStorage

extension JSONSchema {
    /// Adds what a model's rule asks of a value. A rule that JSON Schema has no words for is left out.
    ///
    /// - Parameter trims: Whether white space at both ends is dropped before the rule is asked.
    mutating func apply(_ rule: NamedRule, trims: Bool) {
        isText ? applyToText(rule, trims: trims) : applyToNumber(rule)
        switch rule.key {
        case "isIn": if let values = values(rule.arguments) { self["enum"] = .array(values) }
        case "notIn": if let values = values(rule.arguments) { require("not", ["enum": .array(values)]) }
        case "equals": if let values = values(rule.arguments), let value = values.first { self["const"] = value }
        case "isUUID": self["format"] = "uuid"
        default: break
        }
    }

    private var types: [JSON] { self["type"]?.array ?? self["type"].map { [$0] } ?? [] }
    private var isText: Bool { types.contains("string") }
    private var isNumber: Bool { types.contains("integer") || types.contains("number") }

    /// Arguments as values of the schema's type; nil where one of them is none, as a case of an enumeration may be.
    private func values(_ arguments: [String]) -> [JSON]? {
        guard isText || isNumber else { return nil }
        let words = self["enum"]?.array
        let values = arguments.compactMap { isText ? JSON.string($0) : Self.number($0) }
        guard values.count == arguments.count, words.map({ values.allSatisfy($0.contains) }) ?? true else { return nil }
        return values
    }

    private static func number(_ text: String) -> JSON? {
        Int(text).map(JSON.integer) ?? Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    }

    private mutating func applyToNumber(_ rule: NamedRule) {
        guard isNumber else { return }
        let bound = rule.arguments.first.flatMap(Self.number)
        switch rule.key {
        case "min": if let bound { narrow("minimum", bound) { $0 > $1 } }
        case "max": if let bound { narrow("maximum", bound) { $0 < $1 } }
        case "isPort":
            narrow("minimum", 0) { $0 > $1 }
            narrow("maximum", 65535) { $0 < $1 }
        case "isInt": self["type"] = types.contains("null") ? ["integer", "null"] : "integer"
        case "isDivisibleBy": if let bound, bound.double.map({ $0 > 0 }) == true { require("multipleOf", bound) }
        default: break
        }
    }

    private mutating func applyToText(_ rule: NamedRule, trims: Bool) {
        let arguments = rule.arguments
        switch rule.key {
        case "len":
            if let least = arguments.first.flatMap({ Int($0) }), least > 0 { atLeast(least, trims) }
            if let most = arguments.dropFirst().first.flatMap({ Int($0) }) {
                narrow("maxLength", .integer(most)) { $0 < $1 }
            }
        case "notEmpty": require("pattern", "\\S")
        case "is", "regex": if arguments.count == 1 { require("pattern", .string(arguments[0])) }
        case "not", "notRegex":
            if arguments.count == 1 { require("not", ["pattern": .string(arguments[0])]) }
        case "contains": if let text = arguments.first { require("pattern", .string(Self.escaped(text))) }
        case "notContains":
            if let text = arguments.first, !text.isEmpty { require("not", ["pattern": .string(Self.escaped(text))]) }
        default:
            if let format = Self.formats[rule.key] { self["format"] = .string(format) }
            if let pattern = Self.patterns[rule.key] { require("pattern", .string(pattern)) }
        }
    }

    /// White space at the ends does not count where it is dropped.
    private mutating func atLeast(_ count: Int, _ trims: Bool) {
        narrow("minLength", .integer(count)) { $0 > $1 }
        if trims { require("pattern", .string(count == 1 ? "\\S" : "\\S[\\s\\S]{\(count - 2),}\\S")) }
    }

    private mutating func narrow(_ keyword: String, _ bound: JSON, _ isNarrower: (Double, Double) -> Bool) {
        guard let new = bound.double else { return }
        if let old = self[keyword]?.double, !isNarrower(new, old) { return }
        self[keyword] = bound
    }

    /// A pattern that finds a text as it stands.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { "^$\\.*+?()[]{}|/".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }

    private static let formats = ["isEmail": "email", "isIPv4": "ipv4", "isIPv6": "ipv6"]

    private static let patterns = [
        "isAlpha": "^[A-Za-z]+$", "isAlphanumeric": "^[A-Za-z0-9]+$", "isHexadecimal": "^[0-9A-Fa-f]+$",
        "isNumeric": "^[-+]?([0-9]+|[0-9]*\\.[0-9]+)$", "isDecimal": "^[-+]?([0-9]+|[0-9]*\\.[0-9]+)$",
        "isInt": "^[-+]?[0-9]+$", "isFloat": "^[-+]?([0-9]+|[0-9]*\\.[0-9]+)([eE][-+]?[0-9]+)?$",
        "isSlug": "^[a-z0-9]+([-_][a-z0-9]+)*$", "isMongoId": "^[0-9A-Fa-f]{24}$",
        "isHexColor": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$",
        "isUrl":
            "^((https?|ftp)://)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}([/?#][!-~]*)?$",
    ]
}
