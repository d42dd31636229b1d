/// `defaultValue: {sql: …}`: one expression, which cannot end the statement that it stands in.
enum SQLExpression {
    /// What is wrong with an expression, as the end of a sentence.
    static func problem(_ text: String) -> String? {
        guard !text.isEmpty, text.utf8.count <= 1024 else { return "has to have from 1 to 1024 bytes" }
        guard !text.unicodeScalars.contains(where: Shown.isHidden) else { return "has to stand on one line" }
        var depth = 0
        var quote: Character?
        var last: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
                if character == "\\" { return "cannot hold a backslash within quotes" }
            } else {
                switch (last, character) {
                case ("-", "-"), ("/", "*"), (_, "#"): return "cannot hold a comment"
                case (_, ";"): return "cannot hold a semicolon"
                case (_, "'"), (_, "\""), (_, "`"): quote = character
                case (_, "$"): return "cannot hold a dollar sign"
                case (_, "("): depth += 1
                case (_, ")"): depth -= 1
                default: break
                }
            }
            if depth < 0 { return "closes a bracket that it does not open" }
            last = character
        }
        if quote != nil { return "does not close a quote" }
        return depth == 0 ? nil : "does not close a bracket"
    }
}
