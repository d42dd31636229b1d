/// What a parser asks of the tokens of a text.
struct TreeWords: Sendable {
    let bytes: [UInt8]
    let tokens: [SwiftTokens.Token]
    /// For each token that opens the one that closes.
    let partners: [Int: Int]
    /// The number of each token's text.
    let numbers: [Int]

    func isSymbol(_ index: Int, _ text: String) -> Bool {
        tokens[index].kind == .symbol && bytes[tokens[index].range].elementsEqual(text.utf8)
    }

    func isComment(_ index: Int) -> Bool {
        tokens[index].kind == .lineComment || tokens[index].kind == .blockComment
    }

    func firstByte(of index: Int) -> UInt8 { bytes[tokens[index].range.lowerBound] }

    func word(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

    private func space(before index: Int) -> ArraySlice<UInt8> {
        bytes[(index > 0 ? tokens[index - 1].range.upperBound : 0)..<tokens[index].range.lowerBound]
    }

    func startsLine(_ index: Int) -> Bool { space(before: index).contains(newline) }

    /// Whether a statement or declaration ends before the token.
    func startsItem(_ index: Int, after parts: [SwiftTree.Part]) -> Bool {
        let last = index - 1
        if isSymbol(last, ";") { return true }
        let space = space(before: index)
        guard space.contains(newline) else { return false }
        if parts.allSatisfy({ isComment($0.tokens.lowerBound) }) {
            // A comment belongs to what follows, unless there is a line between.
            return tokens[index].kind == .directive || space.count { $0 == newline } > 1
        }
        if tokens[index].kind == .directive || tokens[last].kind == .directive { return true }
        return !isContinued(last) && !continues(index) && !isOnlyBeginning(parts)
    }

    /// Whether the line cannot end with this token.
    private func isContinued(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .symbol:
            let text = word(index)
            if text == "," || text == ":" || text == "=" || text == "->" || text == "." { return true }
            // `a +` goes on, `a!` and `Loaded<Profile?>` do not.
            return text.utf8.allSatisfy(\.isOperator) && !space(before: index).isEmpty
        default: return false
        }
    }

    /// Whether a line that starts with this token belongs to the one before.
    private func continues(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .open: return firstByte(of: index) == UInt8(ascii: "{")
        case .symbol:
            let text = word(index)
            if text == "." || text == "?." || text == "," || text == ":" || text == "?" { return true }
            let hasSpaceBehind = index + 1 < tokens.count && !space(before: index + 1).isEmpty
            return text.utf8.allSatisfy(\.isOperator) && hasSpaceBehind
        case .identifier:
            return [
                "else", "catch", "where", "as", "is", "async", "throws", "rethrows",
            ].contains(word(index))
        default: return false
        }
    }

    /// Whether there are only attributes and modifiers so far.
    private func isOnlyBeginning(_ parts: [SwiftTree.Part]) -> Bool {
        var isAfterAttribute = false
        return parts.allSatisfy { part in
            let first = part.tokens.lowerBound
            if part.group != nil { return isAfterAttribute && tokens[first].kind == .open }
            isAfterAttribute = tokens[first].kind == .attribute || isAfterAttribute && isSymbol(first, ".")
            if tokens[first].kind == .attribute || isComment(first) { return true }
            guard tokens[first].kind == .identifier, ItemKeys.modifiers.contains(word(first)) else { return false }
            isAfterAttribute = true  // `private(set)`
            return true
        }
    }
}
