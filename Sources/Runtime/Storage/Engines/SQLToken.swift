/// A piece of SQL text, as much as is needed to find the parts of a table's definition. All pieces together are the text.
struct SQLToken {
    enum Kind {
        case word, quotedName, string, symbol, blank
    }

    let kind: Kind
    let text: String

    var isBlank: Bool { kind == .blank }

    /// The word in capitals; empty for what is no bare word.
    var keyword: String { kind == .word ? text.uppercased() : "" }

    /// The identifier that this is, in lower case since SQLite compares names so; nil when it is none.
    var name: String? { identifier?.lowercased() }

    /// The identifier that this is, or the text of a string; nil when it is neither.
    var identifier: String? {
        switch kind {
        case .word: return text
        case .quotedName:
            let inner = String(text.dropFirst().dropLast())
            let quote = text.last.map(String.init) ?? ""
            return quote == "]" ? inner : Self.undouble(inner, quote)
        // SQLite takes 'name' for a name where one is expected.
        case .string: return Self.undouble(String(text.dropFirst().dropLast()), "'")
        case .symbol, .blank: return nil
        }
    }

    private static func undouble(_ text: String, _ quote: String) -> String {
        var result = ""
        var skip = false
        for character in text {
            // The second of two is passed over.
            skip = !skip && String(character) == quote
            if skip || String(character) != quote { result.append(character) }
        }
        return result
    }

    /// - Parameter bracketsQuote: whether `[name]` is a name, as SQLite has it, and no place in an array.
    static func tokens(of sql: String, bracketsQuote: Bool = true) -> [SQLToken] {
        var rest = Array(sql.unicodeScalars)[...]
        var tokens: [SQLToken] = []
        while let first = rest.first {
            let (kind, length) = next(rest, first, bracketsQuote)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: rest.prefix(length))
            tokens.append(SQLToken(kind: kind, text: String(text)))
            rest = rest.dropFirst(length)
        }
        return tokens
    }

    private static func next(
        _ rest: ArraySlice<Unicode.Scalar>, _ first: Unicode.Scalar, _ bracketsQuote: Bool
    ) -> (Kind, Int) {
        let second = rest.dropFirst().first
        switch first {
        case "\"", "`": return (.quotedName, quoted(rest, by: first))
        case "'": return (.string, quoted(rest, by: first))
        case "[" where bracketsQuote: return (.quotedName, 1 + rest.dropFirst().prefix { $0 != "]" }.count + 1)
        case "-" where second == "-": return (.blank, rest.prefix { $0 != "\n" }.count)
        case "/" where second == "*": return (.blank, comment(rest))
        case _ where first.properties.isWhitespace:
            return (.blank, rest.prefix { $0.properties.isWhitespace }.count)
        case _ where isWord(first): return (.word, rest.prefix(while: isWord).count)
        default: return (.symbol, 1)
        }
    }

    /// The length up to the closing quote; a doubled one does not close.
    private static func quoted(_ rest: ArraySlice<Unicode.Scalar>, by quote: Unicode.Scalar) -> Int {
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            if rest[index] == quote {
                guard index + 1 < rest.endIndex, rest[index + 1] == quote else { break }
                index += 1
            }
            index += 1
        }
        return min(index + 1, rest.endIndex) - rest.startIndex
    }

    private static func comment(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
        var index = rest.startIndex + 2
        while index < rest.endIndex {
            if rest[index - 1] == "*", rest[index] == "/", index > rest.startIndex + 2 { break }
            index += 1
        }
        return min(index + 1, rest.endIndex) - rest.startIndex
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "$" || !scalar.isASCII || scalar.properties.isAlphabetic
            || ("0"..."9").contains(scalar)
    }
}
