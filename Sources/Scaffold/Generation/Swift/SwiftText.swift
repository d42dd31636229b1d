/// Text of the schema on its way into Swift source: whatever it holds, it stays a name, a literal or a comment.
enum SwiftText {
    /// `text` as a string literal with its quotes: backslashes, quotes and all that is not printable are escaped.
    static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\0": literal += "\\0"
            case let hidden where hidden.isHidden: literal += "\\u{\(String(hidden.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// A whole number with its digits grouped from seven on, as the formatter wants them.
    static func literal(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count >= 7 else { return String(number) }
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { grouped += "_" }
            grouped.append(digit)
        }
        return number < 0 ? "-" + grouped : grouped
    }

    /// `text` on one line, for a comment.
    static func comment(_ text: String) -> String {
        let words = text.unicodeScalars.split { $0.isHidden || $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Control characters, and the invisible ones that reorder or join what a reader sees.
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        case .format: self != "\u{200D}"  // joins emoji
        default: false
        }
    }
}
