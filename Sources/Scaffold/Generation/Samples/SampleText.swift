extension Attribute {
    /// A text that keeps the attribute's rules, such as `Title` for a title.
    func sampleText(_ place: Int, isNumbered: Bool) -> SampleValue? {
        if let allowed = validations.first(where: { $0.name == "isIn" })?.arguments, !allowed.isEmpty {
            return SampleValue(SwiftText.literal(allowed[place % allowed.count].text))
        }
        if let only = arguments(of: "equals").first { return SampleValue(SwiftText.literal(only.text)) }
        let number = isUnique || isPrimaryKey ? (isNumbered ? "\\(number)" : "\(place + 1)") : (place == 0 ? "" : "\(place + 1)")
        for candidate in candidates(place) {
            let (head, tail) = candidate
            // Judged with one digit in place of the number, written with the number itself.
            let shown = fitted(head, number: number.isEmpty ? "" : "1", tail)
            guard let shown, keepsRules(shown.head + (number.isEmpty ? "" : "1") + shown.tail) else { continue }
            let literal = SwiftText.literal(shown.head).dropLast() + number + SwiftText.literal(shown.tail).dropFirst()
            return SampleValue(String(literal), isNumbered: number.hasPrefix("\\"))
        }
        return nil
    }

    /// Texts to try, each as what stands before and behind a number.
    private func candidates(_ place: Int) -> [(String, String)] {
        let word = NameStyle.phrase(name)
        let plain = String(word.filter { $0.isASCII && $0.isLetter })
        if has("isEmail") { return [("someone", "@example.com")] }
        if has("isUrl") { return [("https://example.com/", "")] }
        if has("isIP") || has("isIPv4") { return [("192.0.2.", place == 0 ? "" : "")] }
        if has("isIPv6") { return [("2001:db8::", "")] }
        if has("isUUID") { return [("00000000-0000-4000-8000-00000000000", "")] }
        if has("isNumeric") || has("isInt") || has("isDecimal") || has("isFloat") { return [("1", "")] }
        let contained = arguments(of: "contains").map(\.text).joined()
        let start = lowercase || has("isLowercase") ? word : word.capitalizedFirst
        let usual = [start + contained, plain + contained, plain.uppercased() + contained]
        let odd = ["a", "A", "1", "abc", "ABC", "AB", "ABCD", "123", "12345", "a-b", "a_b", "+491234567", "#a1b2c3", "en", "en-US", "2026-01-31", "10:30"]
        return (usual + (has("is") ? odd : [])).map { ($0, "") }
    }

    /// Lengthened or cut to the lengths that are allowed; nil where the number does not fit in.
    private func fitted(_ head: String, number: String, _ tail: String) -> (head: String, tail: String)? {
        let (least, most) = lengths
        let count = head.count + number.count + tail.count
        guard least <= most, least < 2_000 else { return nil }
        if count < least { return (head + String(repeating: "a", count: least - count), tail) }
        guard count > most else { return (head, tail) }
        guard tail.isEmpty, most > number.count else { return nil }
        return (String(head.prefix(most - number.count)), tail)
    }

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
            case "is": return matches(text, arguments.first)
            case "not": return !matches(text, arguments.first)
            default: return true
            }
        }
    }

    private func matches(_ text: String, _ pattern: String?) -> Bool {
        guard let pattern, let expression = try? Regex(pattern) else { return false }
        return text.contains(expression)
    }
}
