/// Takes the types out of expressions that servers write down with a type behind every value:
/// `'draft'::character varying`, `_utf8mb4'draft'`.
enum CastText {
    /// The tokens without what says a type.
    static func stripped(_ tokens: [SQLToken]) -> [SQLToken] {
        var result: [SQLToken] = []
        var rest = tokens[...]
        while let token = rest.popFirst() {
            if token.text == ":", rest.first?.text == ":" {
                rest.removeFirst()
                dropType(&rest)
            } else if token.kind == .word, token.text.hasPrefix("_utf8"), rest.first?.kind == .string {
                continue
            } else {
                result.append(token)
            }
        }
        return result
    }

    private static let followers: Set<String> = ["varying", "precision", "with", "without", "time", "zone"]

    /// A name, in a schema or not, `(10,2)` behind it, words as in `timestamp(3) with time zone`, and `[]`.
    private static func dropType(_ rest: inout ArraySlice<SQLToken>) {
        rest = rest.dropFirst()
        while rest.first?.text == "." { rest = rest.dropFirst(2) }
        dropFollowers(&rest)
        if rest.first?.text == "(", rest.dropFirst().first?.isNumber == true,
            let end = rest.firstIndex(where: { $0.text == ")" })
        {
            rest = rest[(end + 1)...]
            dropFollowers(&rest)
        }
        while rest.first?.text == "[", rest.dropFirst().first?.text == "]" { rest = rest.dropFirst(2) }
    }

    private static func dropFollowers(_ rest: inout ArraySlice<SQLToken>) {
        while let word = rest.first, word.kind == .word, followers.contains(word.text.lowercased()) {
            rest.removeFirst()
        }
    }
}

extension SQLToken {
    /// Whether it is a number without a sign.
    var isNumber: Bool { kind == .word && text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false }
}
