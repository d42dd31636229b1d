/// Cuts tokens into items. Where one ends is known by where lines end, as in Swift itself.
struct TreeParser {
    private let words: TreeWords
    private(set) var numbers: TreeNumbers

    /// What is nested deeper is one part: nobody writes that, and recursion has an end.
    private let deepest = 60

    init(words: TreeWords, numbers: TreeNumbers) {
        self.words = words
        self.numbers = numbers
    }

    mutating func codeItems(in range: Range<Int>, depth: Int) -> [SwiftTree.Item] {
        var items: [SwiftTree.Item] = []
        var parts: [SwiftTree.Part] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if !parts.isEmpty, words.startsItem(index, after: parts) {
                items.append(item(parts, tail: index..<index))
                parts = []
            }
            let part = part(at: index, depth: depth)
            parts.append(part)
            index = part.tokens.upperBound
        }
        if !parts.isEmpty { items.append(item(parts, tail: index..<index)) }
        return items
    }

    mutating func listItems(in range: Range<Int>, depth: Int) -> [SwiftTree.Item] {
        var items: [SwiftTree.Item] = []
        var parts: [SwiftTree.Part] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if words.isSymbol(index, ",") {
                var end = index + 1
                while end < range.upperBound, words.isComment(end), !words.startsLine(end) { end += 1 }
                items.append(item(parts, tail: index..<end, isElement: true))
                parts = []
                index = end
                continue
            }
            let part = part(at: index, depth: depth)
            parts.append(part)
            index = part.tokens.upperBound
        }
        if !parts.isEmpty { items.append(lastItem(parts, end: index)) }
        return items
    }

    /// Comments behind the last element stand where those behind a comma would.
    private mutating func lastItem(_ parts: [SwiftTree.Part], end: Int) -> SwiftTree.Item {
        var parts = parts
        while parts.count > 1, let last = parts.last, last.group == nil, words.isComment(last.tokens.lowerBound),
            !words.startsLine(last.tokens.lowerBound)
        {
            parts.removeLast()
        }
        return item(parts, tail: (parts.last?.tokens.upperBound ?? end)..<end, isElement: true)
    }

    private mutating func item(
        _ parts: [SwiftTree.Part], tail: Range<Int>, isElement: Bool = false
    ) -> SwiftTree.Item {
        let hasComma = tail.first.map { words.isSymbol($0, ",") } ?? false
        let comments = words.numbers[hasComma ? tail.dropFirst() : tail]
        let identity = numbers.node([0] + parts.map(\.identity) + (comments.isEmpty ? [] : [-1] + comments))
        var keys = ItemKeys(words: words)
        keys.read(parts, isElement: isElement)
        return SwiftTree.Item(
            parts: parts, tail: tail, hasComma: hasComma, identity: identity,
            keys: keys.found.map { numbers.node($0) }, isDeclaration: keys.isDeclaration)
    }

    private mutating func part(at index: Int, depth: Int) -> SwiftTree.Part {
        guard let close = words.partners[index] else {
            return SwiftTree.Part(tokens: index..<(index + 1), identity: words.numbers[index], group: nil)
        }
        let range = index..<(close + 1)
        guard depth < deepest else {
            return SwiftTree.Part(tokens: range, identity: numbers.node([1] + words.numbers[range]), group: nil)
        }
        let opening = words.firstByte(of: index)
        let isCode = opening == UInt8(ascii: "{") || opening == UInt8(ascii: "#")
        let inner = (index + 1)..<close
        let items = isCode ? codeItems(in: inner, depth: depth + 1) : listItems(in: inner, depth: depth + 1)
        let group = SwiftTree.Group(
            kind: isCode ? .code : .list, opening: opening, open: index, close: close, items: items)
        let identity = numbers.node([2, words.numbers[index]] + items.map(\.identity))
        return SwiftTree.Part(tokens: range, identity: identity, group: group)
    }
}
