/// The words of a Swift text with their places, read as tolerantly as an edited file needs: every byte that is not
/// white space is in one of them, whatever the text is.
///
/// A string with interpolations is several tokens: `"a \(b) c"` is `"a \(`, `b` and `) c"`. So names are found in code
/// that stands in a string, and nowhere else in it.
struct SwiftTokens: Sendable {
    enum Kind: Sendable {
        /// Also keywords, `$0` and names in backticks.
        case identifier
        /// `@Test`
        case attribute
        /// `#expect`, `#selector`
        case macro
        /// `#if`, `#elseif`, `#else`, `#endif` with the rest of their line.
        case directive
        case number
        /// A literal or the part of one between interpolations.
        case string
        case regex
        case lineComment
        case blockComment
        /// `(`, `[`, `{`
        case open
        case close
        /// Operators, a run of their characters each, and `,` `;` `:` and whatever else, a character each.
        case symbol
    }

    struct Token: Sendable {
        var kind: Kind
        /// Its bytes.
        var range: Range<Int>
    }

    private(set) var tokens: [Token] = []
    /// Whether every string and comment is closed.
    private(set) var isClosed = true

    private let bytes: [UInt8]
    private var place = 0
    /// The strings whose interpolation is being read, with the brackets that are open in it.
    private var interpolations: [(delimiter: StringDelimiter, depth: Int)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while place < bytes.count {
            if bytes[place].isWhiteSpace { place += 1 } else { readToken() }
        }
        if !interpolations.isEmpty { isClosed = false }
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        place + offset < bytes.count ? bytes[place + offset] : 0
    }

    private mutating func add(_ kind: Kind, to end: Int) {
        tokens.append(Token(kind: kind, range: place..<end))
        place = end
    }

    private mutating func readToken() {
        switch byte() {
        case UInt8(ascii: "/"):
            if byte(1) == UInt8(ascii: "/") {
                add(.lineComment, to: endOfLine(from: place))
            } else if byte(1) == UInt8(ascii: "*") {
                readBlockComment()
            } else if let end = endOfRegex() {
                add(.regex, to: end)
            } else {
                readOperator()
            }
        case UInt8(ascii: "\""): readString(from: place, StringDelimiter(at: place, in: bytes))
        case UInt8(ascii: "#"): readPound()
        case UInt8(ascii: "`"): readBackticks()
        case UInt8(ascii: "@"): add(.attribute, to: endOfName(from: place + 1))
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): readOpen()
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): readClose()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case let byte where byte.isNamePart: add(.identifier, to: endOfName(from: place))
        case let byte where byte.isOperator: readOperator()
        default: add(.symbol, to: place + 1)
        }
    }

    private func endOfName(from start: Int) -> Int {
        bytes[start...].firstIndex { !$0.isNamePart } ?? bytes.count
    }

    private func endOfLine(from start: Int) -> Int {
        let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
        return end > start && bytes[end - 1] == carriageReturn ? end - 1 : end
    }

    private mutating func readBackticks() {
        let stop = bytes[(place + 1)...].firstIndex { $0 == UInt8(ascii: "`") || $0 == newline }
        guard let stop, bytes[stop] != newline else { return add(.symbol, to: place + 1) }
        add(.identifier, to: stop + 1)
    }

    private mutating func readNumber() {
        var end = endOfName(from: place)
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
            end = endOfName(from: end + 1)
        }
        add(.number, to: end)
    }

    private mutating func readOperator() {
        var end = place + 1
        while end < bytes.count, bytes[end].isOperator, !startsComment(at: end) { end += 1 }
        add(.symbol, to: end)
    }

    private func startsComment(at place: Int) -> Bool {
        bytes[place] == UInt8(ascii: "/") && place + 1 < bytes.count
            && (bytes[place + 1] == UInt8(ascii: "/") || bytes[place + 1] == UInt8(ascii: "*"))
    }

    private mutating func readBlockComment() {
        var depth = 0
        var end = place
        while end < bytes.count {
            let next = end + 1 < bytes.count ? bytes[end + 1] : 0
            if bytes[end] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                depth += 1
                end += 2
            } else if bytes[end] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
                depth -= 1
                end += 2
                if depth == 0 { return add(.blockComment, to: end) }
            } else {
                end += 1
            }
        }
        isClosed = false
        add(.blockComment, to: bytes.count)
    }

    /// A directive, a raw string, a regex with pounds or a macro.
    private mutating func readPound() {
        var end = place
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        let after = end < bytes.count ? bytes[end] : 0
        if after == UInt8(ascii: "\"") { return readString(from: place, StringDelimiter(at: place, in: bytes)) }
        if after == UInt8(ascii: "/"), let close = endOfRegex(pounds: end - place) { return add(.regex, to: close) }
        end = endOfName(from: place + 1)
        switch String(decoding: bytes[place..<end], as: UTF8.self) {
        case "#if", "#elseif", "#else", "#endif":
            let line = endOfLine(from: place)
            let comment = (place..<line).first { startsComment(at: $0) } ?? line
            let last = bytes[end..<max(end, comment)].lastIndex { !$0.isWhiteSpace }
            add(.directive, to: last.map { $0 + 1 } ?? end)
        default: add(.macro, to: end)
        }
    }

    /// Where a regex literal that starts here ends; nil when this is an operator.
    private func endOfRegex(pounds: Int = 0) -> Int? {
        let start = place + pounds + 1
        if pounds == 0 {
            guard start < bytes.count, !bytes[start].isWhiteSpace, !followsOperand else { return nil }
        }
        var index = start
        // Longer ones there are none; an end of the text that holds nothing but slashes is not looked for at each.
        let limit = min(bytes.count, start + 2000)
        while index < limit {
            // Only one with pounds may go over several lines.
            if pounds == 0, bytes[index] == newline { return nil }
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] == UInt8(ascii: "/"),
                bytes[(index + 1)...].prefix(pounds).count(where: { $0 == UInt8(ascii: "#") }) == pounds
            {
                return index + 1 + pounds
            } else {
                index += 1
            }
        }
        return nil
    }

    /// Whether a slash here divides what stands before it.
    private var followsOperand: Bool {
        guard let last = tokens.last(where: { $0.kind != .lineComment && $0.kind != .blockComment }) else {
            return false
        }
        switch last.kind {
        case .number, .string, .regex, .close, .macro, .attribute: return true
        case .open, .directive, .lineComment, .blockComment: return false
        case .symbol:
            let end = bytes[last.range.upperBound - 1]
            return end == UInt8(ascii: "?") || end == UInt8(ascii: "!")
        case .identifier:
            let word = String(decoding: bytes[last.range], as: UTF8.self)
            return !["return", "in", "case", "if", "while", "where", "try", "await", "else", "guard"].contains(word)
        }
    }

    private mutating func readOpen() {
        if byte() == UInt8(ascii: "("), !interpolations.isEmpty {
            interpolations[interpolations.count - 1].depth += 1
        }
        add(.open, to: place + 1)
    }

    private mutating func readClose() {
        guard byte() == UInt8(ascii: ")"), let last = interpolations.last else { return add(.close, to: place + 1) }
        guard last.depth == 0 else {
            interpolations[interpolations.count - 1].depth -= 1
            return add(.close, to: place + 1)
        }
        interpolations.removeLast()
        readString(from: place + 1, last.delimiter, isInside: true)
    }

    /// Reads a string up to its end or to its next interpolation.
    private mutating func readString(from start: Int, _ delimiter: StringDelimiter, isInside: Bool = false) {
        switch delimiter.segment(from: isInside ? start : start + delimiter.length, in: bytes) {
        case .closed(let end): add(.string, to: end)
        case .interpolation(let end):
            add(.string, to: end)
            interpolations.append((delimiter, 0))
        case .unclosed(let end):
            isClosed = false
            add(.string, to: max(end, place + 1))
        }
    }
}
