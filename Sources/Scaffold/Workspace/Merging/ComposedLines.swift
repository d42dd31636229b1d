/// Lines that a merge has put together of both sides, and that are too long by it: they are broken as generated ones
/// are, lists by one level of indentation.
enum ComposedLines {
    /// - Parameters:
    ///   - text: the merged text, its lines ended by line feeds.
    ///   - sources: the texts that it was made of; what is a line in one of them stays as long as it is.
    static func fitted(_ text: [UInt8], from sources: [[UInt8]]) -> [UInt8] {
        let lines = TextLines(text)
        guard (0..<lines.count).contains(where: { lines.content($0).count > Layout.width }) else { return text }
        let known = Set(
            sources.flatMap { source in
                let lines = TextLines(source)
                return (0..<lines.count).map { lines.content($0).drop { $0.isWhiteSpace } }
            })
        return (0..<lines.count).flatMap { number -> [UInt8] in
            let line = lines.content(number)
            guard line.count > Layout.width, !known.contains(line.drop { $0.isWhiteSpace }),
                let broken = broken(Array(line))
            else { return Array(lines.whole(number)) }
            return broken + lines.whole(number)[line.endIndex...]
        }
    }

    /// A line as several; nil for what is broken nowhere.
    private static func broken(_ line: [UInt8]) -> [UInt8]? {
        let margin = Array(line.prefix { $0 == UInt8(ascii: " ") })
        let tokens = SwiftTokens(line).tokens
        let isPlain = tokens.allSatisfy { token in
            let isBlock = line[token.range].first == UInt8(ascii: "{") && token.range.upperBound < line.count
            return !isBlock && token.kind != .lineComment && token.kind != .blockComment && token.kind != .directive
        }
        guard isPlain, let last = line.last, !line[margin.count...].contains(UInt8(ascii: "\t")) else { return nil }
        let depth = tokens.reduce(0) { $0 + ($1.kind == .open ? 1 : $1.kind == .close ? -1 : 0) }
        if last == UInt8(ascii: ",") || depth < 0 { return filled(line, tokens, margin) }
        guard depth == (last == UInt8(ascii: "{") ? 1 : 0) else { return nil }
        return Array(Layout.fit(String(decoding: line, as: UTF8.self)).utf8)
    }

    /// A line of elements as lines that are as full as may be.
    private static func filled(_ line: [UInt8], _ tokens: [SwiftTokens.Token], _ margin: [UInt8]) -> [UInt8] {
        var (text, current): ([UInt8], [UInt8]) = ([], margin)
        var (depth, start) = (0, margin.count)
        func add(upTo end: Int) {
            let element = line[start..<end].drop { $0.isWhiteSpace }
            if current.count > margin.count, current.count + 1 + element.count > Layout.width {
                text += current + [newline]
                current = margin
            }
            current += (current.count > margin.count ? [UInt8(ascii: " ")] : []) + element
            start = end
        }
        for token in tokens {
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            let isComma = token.kind == .symbol && line[token.range].elementsEqual(",".utf8)
            if isComma, depth == 0 { add(upTo: token.range.upperBound) }
        }
        if start < line.count { add(upTo: line.count) }
        return text + current
    }
}
