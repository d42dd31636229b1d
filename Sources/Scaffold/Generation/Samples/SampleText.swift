extension Attribute {
    /// A text that keeps the attribute's rules, such as `Title` for a title; nil where none is found.
    func sampleText(_ place: Int, isNumbered: Bool) -> SampleValue? {
        if let allowed = validations.first(where: { $0.name == "isIn" })?.arguments, !allowed.isEmpty {
            return SampleValue(SwiftText.literal(allowed[place % allowed.count].text))
        }
        if let only = arguments(of: "equals").first { return SampleValue(SwiftText.literal(only.text)) }
        let isCounted = (isUnique || isPrimaryKey) && isNumbered
        let plainMark = isUnique || isPrimaryKey || place > 0 ? "\(place + 1)" : ""
        for candidate in candidates {
            if candidate.isWhole {
                guard !isCounted, (lengths.least...max(lengths.least, lengths.most)).contains(candidate.head.count),
                    !isUnique || place == 0, keepsRules(candidate.head)
                else { continue }
                return SampleValue(SwiftText.literal(candidate.head))
            }
            let mark = candidate.endsInNumber && plainMark.isEmpty ? "1" : plainMark
            // A counted number has more digits in a long run than in a short one.
            guard let fitted = candidate.fitted(to: lengths, digits: isCounted ? 4 : mark.count),
                keepsRules(fitted.head + mark + fitted.tail)
            else { continue }
            guard isCounted else { return SampleValue(SwiftText.literal(fitted.head + mark + fitted.tail)) }
            let head = SwiftText.literal(fitted.head).dropLast()
            return SampleValue(head + "\\(number)" + SwiftText.literal(fitted.tail).dropFirst(), isNumbered: true)
        }
        return nil
    }

    /// Texts to try, the likeliest first.
    private var candidates: [Candidate] {
        if has("isEmail") { return [Candidate(head: "someone", tail: "@example.com")] }
        if has("isUrl") { return [Candidate(head: "https://example.com/")] }
        if has("isIP") || has("isIPv4") { return [Candidate(head: "192.0.2.", endsInNumber: true)] }
        if has("isIPv6") { return [Candidate(head: "2001:db8::", endsInNumber: true)] }
        if has("isUUID") { return [Candidate(head: "00000000-0000-4000-8000-00000000000", endsInNumber: true)] }
        if ["isNumeric", "isInt", "isDecimal", "isFloat"].contains(where: has) { return [Candidate(head: "1")] }
        if let known = Self.knownForms.first(where: { has($0.rule) }) { return [known.sample] }
        let word = NameStyle.phrase(name)
        let letters = word.filter { $0.isASCII && $0.isLetter }
        let contained = arguments(of: "contains").map(\.text).joined()
        let start = lowercase || has("isLowercase") ? word : word.capitalizedFirst
        let usual = [start, letters, letters.uppercased()].map { Candidate(head: $0 + contained) }
        return usual + (has("is") || has("regex") ? Self.oddTexts.map { Candidate(head: $0) } : [])
    }

    /// Texts of a form that no word has.
    private static let knownForms: [(rule: String, sample: Candidate)] = [
        ("isDate", .whole("2026-01-31")), ("isISO8601", .whole("2026-01-31")), ("isAfter", .whole("2026-01-31")),
        ("isBefore", .whole("2026-01-31")), ("isHexColor", .whole("#a1b2c3")), ("isBase64", .whole("aGVsbG8=")),
        ("isMongoId", .whole("507f1f77bcf86cd799439011")), ("isMACAddress", .whole("00:1b:44:11:3a:b7")),
        ("isJWT", .whole("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")), ("isLocale", .whole("en")),
        ("isCreditCard", .whole("4111111111111111")), ("isHexadecimal", Candidate(head: "a")),
        ("isJSON", Candidate(head: "[", tail: "]", endsInNumber: true)), ("isSlug", Candidate(head: "first-steps")),
        ("isPort", Candidate(head: "80")), ("isSemVer", Candidate(head: "1.0.", endsInNumber: true)),
        ("isLatLong", Candidate(head: "52.5,13.", endsInNumber: true)),
        ("isFQDN", Candidate(head: "example", tail: ".com")), ("isStrongPassword", Candidate(head: "Correct-horse-9")),
    ]

    /// What regular expressions ask for.
    private static let oddTexts = [
        "a", "A", "1", "ab", "AB", "abc", "ABC", "ABCD", "12", "123", "1234", "12345", "a-b", "a_b", "+491234567",
        "#a1b2c3",
        "en", "en-US", "2026-01-31", "10:30", "1.0", "1.0.0", "AB-123", "A1",
    ]

    /// Whether a text keeps the rules that are not about its length.
    private func keepsRules(_ text: String) -> Bool {
        validations.allSatisfy { rule in
            let arguments = rule.arguments.map(\.text)
            switch rule.name {
            case "isAlpha": return text.allSatisfy { $0.isASCII && $0.isLetter }
            case "isAlphanumeric": return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            case "isLowercase": return text == text.lowercased()
            case "isUppercase": return text == text.uppercased()
            case "notIn": return !arguments.contains(text)
            case "notContains": return arguments.allSatisfy { !text.contains($0) }
            case "is", "regex": return PatternRules.matches(text, arguments)
            case "not", "notRegex": return !PatternRules.matches(text, arguments)
            default: return true
            }
        }
    }
}

/// A text with a place for a number that tells it from its like.
private struct Candidate {
    var head: String
    var tail = ""
    /// Whether it makes no sense without a number.
    var endsInNumber = false
    /// Whether it takes no number: a digit more and it would keep its rule no longer.
    var isWhole = false

    static func whole(_ text: String) -> Candidate { Candidate(head: text, isWhole: true) }

    /// Lengthened or cut to the lengths that are allowed; nil where a number of so many digits does not fit in.
    func fitted(to lengths: (least: Int, most: Int), digits: Int) -> Candidate? {
        guard lengths.least <= lengths.most, lengths.least < 2_000 else { return nil }
        var fitted = self
        let count = head.count + tail.count
        if count + min(digits, 1) < lengths.least {
            fitted.head += String(repeating: "a", count: lengths.least - count - min(digits, 1))
        }
        let excess = fitted.head.count + tail.count + digits - lengths.most
        guard excess > 0 else { return fitted }
        guard tail.isEmpty, !endsInNumber, fitted.head.count >= excess else { return nil }
        fitted.head.removeLast(excess)
        return fitted
    }
}
