import ScaffoldValidation

/// The rules of a text column, as checks.
struct FakeRules: Sendable {
    private let checks: [Validator<String>]
    private let patterns: [(pattern: Pattern, mustMatch: Bool)]
    /// How many characters a text may have at least and at most.
    let room: ClosedRange<Int>
    /// A text of a rule that asks for one part: `contains`.
    let parts: [String]
    /// Whether texts are written in small or capital letters.
    let letters: LetterCase?

    enum LetterCase: Sendable { case small, capital }

    /// - Parameter length: how many characters the column has room for.
    /// - Returns: nil for rules that no text keeps.
    init?(_ facts: ColumnFacts, length: Int) {
        var least = facts.has("notEmpty") ? 1 : 0
        var most = length
        if let lengths = facts.arguments(of: "len") {
            // `len(3, 20)`, or one bound by its name.
            for (place, word) in lengths.enumerated() {
                let value = word.split(separator: "=").last.flatMap { Int($0) }
                guard let value else { continue }
                if word.hasPrefix("max=") || (place == 1 && !word.hasPrefix("min=")) {
                    most = min(most, value)
                } else {
                    least = max(least, value)
                }
            }
        }
        guard least <= most else { return nil }
        room = least...most
        checks = facts.rules.compactMap(Self.check)
        patterns = facts.rules.compactMap(Self.pattern)
        parts = facts.arguments(of: "contains") ?? []
        letters =
            facts.has("isLowercase") || facts.has("lowercase") ? .small : facts.has("isUppercase") ? .capital : nil
    }

    var isEmpty: Bool { checks.isEmpty && patterns.isEmpty && room.lowerBound == 0 }

    func keeps(_ text: String) -> Bool {
        guard room.contains(text.unicodeScalars.count) else { return false }
        guard checks.allSatisfy({ (try? $0.problem(with: text, path: "")) == .some(nil) }) else { return false }
        return patterns.allSatisfy { $0.pattern.matches(text) == $0.mustMatch }
    }

    private static func pattern(_ rule: [String]) -> (pattern: Pattern, mustMatch: Bool)? {
        guard rule.count > 1, let word = rule.first, ["is", "regex", "not", "notRegex"].contains(word) else {
            return nil
        }
        guard let pattern = try? Pattern(rule[1], flags: rule.count > 2 ? rule[2] : "") else { return nil }
        return (pattern, word == "is" || word == "regex")
    }

    private static func check(_ rule: [String]) -> Validator<String>? {
        let words = Array(rule.dropFirst())
        return switch rule.first {
        case "isEmail": .isEmail
        case "isUrl": .isUrl
        case "isIn": .isIn(words)
        case "notIn": .notIn(words)
        case "equals": words.first.map { .equals($0) }
        case "contains": words.first.map { .contains($0) }
        case "notContains": words.first.map { .notContains($0) }
        case "isAlpha": .isAlpha
        case "isAlphanumeric": .isAlphanumeric
        case "isNumeric": .isNumeric
        case "isInt": .isInt
        case "isFloat": .isFloat
        case "isDecimal": .isDecimal
        case "isLowercase": .isLowercase
        case "isUppercase": .isUppercase
        case "isUUID": .isUUID(words.first.flatMap { Int($0) })
        case "isIP": .isIP
        case "isIPv4": .isIPv4
        case "isIPv6": .isIPv6
        case "isFQDN": .isFQDN
        case "isCreditCard": .isCreditCard
        case "isHexColor": .isHexColor
        case "isHexadecimal": .isHexadecimal
        case "isBase64": .isBase64
        case "isMongoId": .isMongoId
        case "isJWT": .isJWT
        case "isSlug": .isSlug
        case "isPort": .isPort
        case "isMACAddress": .isMACAddress
        case "isSemVer": .isSemVer
        case "isLocale": .isLocale
        case "isLatLong": .isLatLong
        case "isStrongPassword": .isStrongPassword()
        default: nil
        }
    }
}
