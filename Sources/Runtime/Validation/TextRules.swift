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
        if let first = text.utf8.first, let last = text.utf8.last, isVisible(first), isVisible(last) { return text }
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return text }
        guard isWhitespace(first) || isWhitespace(last) else { return text }
        let start = scalars.drop(while: isWhitespace)
        guard let end = start.lastIndex(where: { !isWhitespace($0) }) else { return "" }
        return String(start[...end])
    }

    /// Whether a byte is a visible sign of ASCII, as most texts begin and end with.
    private static func isVisible(_ byte: UInt8) -> Bool { (33...126).contains(byte) }

    /// Unicode's table of properties is asked only for what is not ASCII.
    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }
}
