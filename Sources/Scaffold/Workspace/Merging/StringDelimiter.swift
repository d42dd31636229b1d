/// How a string literal is fenced in: `"`, `"""`, `#"`, `##"""`.
struct StringDelimiter: Sendable {
    let pounds: Int
    let isMultiline: Bool

    /// - Parameter place: of the first pound or quote.
    init(at place: Int, in bytes: [UInt8]) {
        let pounds = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
        self.pounds = pounds
        let quotes = bytes[(place + pounds)...].prefix { $0 == UInt8(ascii: "\"") }.count
        // `""` is an empty string; with pounds `#"""#` is a quote in a string.
        let isOneQuote =
            pounds > 0 && quotes == 3
            && StringDelimiter.hasPounds(pounds, at: place + pounds + 3, in: bytes)
        isMultiline = quotes >= 3 && !isOneQuote
    }

    /// Of the opening.
    var length: Int { pounds + (isMultiline ? 3 : 1) }

    enum Segment {
        case closed(Int)
        /// The end lies behind the bracket that opens.
        case interpolation(Int)
        case unclosed(Int)
    }

    /// Where the text of the string that goes on at `start` stops.
    func segment(from start: Int, in bytes: [UInt8]) -> Segment {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where StringDelimiter.hasPounds(pounds, at: index + 1, in: bytes):
                let escaped = index + 1 + pounds
                if escaped < bytes.count, bytes[escaped] == UInt8(ascii: "(") { return .interpolation(escaped + 1) }
                // A line end stays: it ends a string that is not closed.
                index = escaped < bytes.count && bytes[escaped] == newline ? escaped : escaped + 1
            case UInt8(ascii: "\"") where closes(at: index, in: bytes):
                return .closed(index + (isMultiline ? 3 : 1) + pounds)
            case newline where !isMultiline:
                return .unclosed(index)
            default: index += 1
            }
        }
        return .unclosed(bytes.count)
    }

    private func closes(at index: Int, in bytes: [UInt8]) -> Bool {
        guard isMultiline else { return StringDelimiter.hasPounds(pounds, at: index + 1, in: bytes) }
        return bytes[index...].prefix(3).elementsEqual(Array("\"\"\"".utf8))
            && StringDelimiter.hasPounds(pounds, at: index + 3, in: bytes)
    }

    private static func hasPounds(_ count: Int, at index: Int, in bytes: [UInt8]) -> Bool {
        guard index <= bytes.count else { return false }
        return bytes[index...].prefix(count).count { $0 == UInt8(ascii: "#") } == count
    }
}

extension UInt8 {
    var isWhiteSpace: Bool { self == 32 || (9...13).contains(self) || self == 0 }
    var isDigit: Bool { (48...57).contains(self) }
    var isNamePart: Bool {
        self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 128 || isDigit
            || (65...90).contains(self) || (97...122).contains(self)
    }
    var isOperator: Bool { "/=-+!*%<>&|^~?.".utf8.contains(self) }
}
