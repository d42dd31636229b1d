/// What is done to a text before it is validated and written: `trim` and `lowercase` of schema.yml.
public struct TextRules: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// White space at both ends is dropped.
    public static let trim = TextRules(rawValue: 1)

    /// Capital letters become small ones.
    public static let lowercase = TextRules(rawValue: 2)

    /// The text as the rules leave it.
    public func apply(to text: String) -> String {
        let trimmed = contains(.trim) ? Self.trimmed(text) : text
        return contains(.lowercase) ? trimmed.lowercased() : trimmed
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        // most texts begin and end with ASCII, and Unicode's table of properties need not be asked
        guard bytes[first] < 0x80, bytes[last] < 0x80 else { return trimmed(text.unicodeScalars) }
        if first == bytes.startIndex, bytes.index(after: last) == bytes.endIndex { return text }
        return String(Substring(bytes[first...last]))
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        let start = scalars.drop { $0.properties.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
