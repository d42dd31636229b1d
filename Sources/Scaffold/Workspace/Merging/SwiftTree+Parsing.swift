extension SwiftTree {
    /// - Returns: nil where brackets, strings or comments do not close, so that nothing is known of what holds what.
    init?(_ bytes: [UInt8], numbers: inout TreeNumbers) {
        let words = SwiftTokens(bytes)
        guard words.isClosed, let partners = SwiftTree.partners(of: words.tokens, in: bytes) else { return nil }
        let tokens = words.tokens
        let tokenNumbers = tokens.map { numbers.token(bytes[$0.range]) }
        let lines = TreeWords(bytes: bytes, tokens: tokens, partners: partners, numbers: tokenNumbers)
        var parser = TreeParser(words: lines, numbers: numbers)
        let items = parser.codeItems(in: 0..<tokens.count, depth: 0)
        numbers = parser.numbers
        self.bytes = bytes
        self.tokens = tokens
        self.numbers = tokenNumbers
        root = Group(kind: .code, opening: 0, open: -1, close: tokens.count, items: items)
    }

    /// For each token that opens the one that closes.
    private static func partners(of tokens: [SwiftTokens.Token], in bytes: [UInt8]) -> [Int: Int]? {
        var partners: [Int: Int] = [:]
        var open: [(token: Int, close: UInt8)] = []
        for (index, token) in tokens.enumerated() {
            let text = bytes[token.range]
            switch (token.kind, text.first) {
            case (.open, UInt8(ascii: "(")): open.append((index, UInt8(ascii: ")")))
            case (.open, UInt8(ascii: "[")): open.append((index, UInt8(ascii: "]")))
            case (.open, _): open.append((index, UInt8(ascii: "}")))
            case (.directive, _) where text.starts(with: "#if".utf8): open.append((index, UInt8(ascii: "#")))
            case (.directive, _) where !text.starts(with: "#endif".utf8):
                guard open.last?.close == UInt8(ascii: "#") else { return nil }
            case (.close, let close), (.directive, let close):
                guard let last = open.popLast(), last.close == close else { return nil }
                partners[last.token] = index
            default: break
            }
        }
        return open.isEmpty ? partners : nil
    }
}
