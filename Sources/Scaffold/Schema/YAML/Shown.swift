/// Text of a user on its way into a message: cut to a readable length, and without what would garble a terminal.
enum Shown {
    /// `text` with control characters and line breaks escaped, cut after 60 characters.
    static func text(_ text: some StringProtocol) -> String {
        var shown = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < 60 else { return shown + "…" }
            switch scalar {
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case _ where isHidden(scalar): shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
            count += 1
        }
        return shown
    }

    /// Control characters and the invisible ones that reorder what a reader sees.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20..<0x7F).contains(scalar.value) { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    /// The name of a character that cannot stand where it stands, such as `a line break`.
    static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": "a line break"
        case "\t": "a tab"
        case "\0": "a NUL character"
        case _ where isHidden(scalar): "the invisible character U+\(String(scalar.value, radix: 16, uppercase: true))"
        default: "'\(scalar)'"
        }
    }
}
