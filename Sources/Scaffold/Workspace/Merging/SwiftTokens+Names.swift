/// Names in code, as a rename needs them: those in strings and comments do not count.
extension SwiftTokens {
    /// Every identifier of a text, without backticks.
    static func identifiers(in text: [UInt8]) -> Set<String> {
        Set(SwiftTokens(text).tokens.filter { $0.kind == .identifier }.map { name($0, in: text) })
    }

    /// A text with other names in it.
    ///
    /// - Parameters:
    ///   - names: the new name of each.
    ///   - isGuess: the text is not generated, so that a name which is an ordinary word may be another thing there: it is
    ///     only changed behind a point.
    static func renaming(_ text: [UInt8], _ names: [String: String], isGuess: Bool = false) -> [UInt8] {
        guard !names.isEmpty else { return text }
        var result: [UInt8] = []
        var end = 0
        var isMember = false
        for token in SwiftTokens(text).tokens {
            defer { isMember = token.kind == .symbol && text[token.range.upperBound - 1] == UInt8(ascii: ".") }
            guard token.kind == .identifier else { continue }
            let name = name(token, in: text)
            guard let new = names[name], !isGuess || isMember || name.contains(where: \.isUppercase) else { continue }
            result += text[end..<token.range.lowerBound]
            result += text[token.range].first == UInt8(ascii: "`") ? Array("`\(new)`".utf8) : Array(new.utf8)
            end = token.range.upperBound
        }
        return result + text[end...]
    }

    private static func name(_ token: Token, in text: [UInt8]) -> String {
        let name = String(decoding: text[token.range], as: UTF8.self)
        return name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name
    }
}
