/// The values of an enum: `user, admin` or, with numbers, `user=0, admin=1`.
enum EnumValues {
    /// Bytes of one value: what a PostgreSQL label may have.
    static let maximumLength = 63

    /// The cases of these values, each with a name that Swift allows.
    static func cases(_ values: [Located]) throws(GrammarError) -> [EnumCase] {
        var cases: [EnumCase] = []
        for value in values {
            let one = try enumCase(value)
            if let same = cases.first(where: { $0.swiftName == one.swiftName }) {
                throw GrammarError(
                    message: same.value == one.value
                        ? "the value '\(one.value)' stands twice"
                        : "the values '\(same.value)' and '\(one.value)' are both called '\(one.swiftName)' in Swift",
                    offset: value.offset)
            }
            if let number = one.number, cases.contains(where: { $0.number == number }) {
                throw GrammarError(message: "the number \(number) stands twice", offset: value.offset)
            }
            if let first = cases.first, (first.number == nil) != (one.number == nil) {
                throw GrammarError(
                    message: "either every value of an enum has a number or none has", offset: value.offset)
            }
            cases.append(one)
        }
        return cases
    }

    private static func enumCase(_ value: Located) throws(GrammarError) -> EnumCase {
        var text = Substring(value.text)
        var number: Int?
        if let equals = text.lastIndex(of: "=") {
            let digits = text[text.index(after: equals)...].drop { $0 == " " }
            guard let read = Int(digits), Int(Int32.min)...Int(Int32.max) ~= read else {
                throw GrammarError(message: "'\(Shown.text(digits))' is not a whole number", offset: value.offset)
            }
            number = read
            text = text[..<equals]
            while text.last == " " { text.removeLast() }
        }
        if let wrong = text.unicodeScalars.first(where: { !isAllowed($0) }) {
            throw GrammarError(
                message: "\(Shown.name(of: wrong)) cannot stand in an enum's value '\(Shown.text(text))'",
                suggestion: "letters, digits, blanks and - _ . + / : can", offset: value.offset)
        }
        guard !text.isEmpty, text.utf8.count <= maximumLength else {
            throw GrammarError(
                message: text.isEmpty
                    ? "an enum's value is missing" : "an enum's value has at most \(maximumLength) bytes",
                offset: value.offset)
        }
        guard let name = SwiftIdentifier.enumCase(for: String(text)) else {
            throw GrammarError(
                message: "the value '\(Shown.text(text))' has no letter of ASCII and no digit to make a Swift name of",
                offset: value.offset)
        }
        return EnumCase(value: String(text), swiftName: name, number: number)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if "-_.+/: ".unicodeScalars.contains(scalar) { return true }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType == .decimal
            || properties.generalCategory == .nonspacingMark
    }
}
