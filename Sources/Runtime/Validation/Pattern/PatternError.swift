/// A regular expression that cannot be read, with the place and the reason.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The whole expression.
    public let pattern: String

    /// How many characters stand before the place.
    public let offset: Int

    /// What is wrong there.
    public let reason: String

    /// `the pattern "(a" cannot be read at character 3: …`
    public var description: String {
        "the pattern \"\(pattern)\" cannot be read at character \(offset + 1): \(reason)"
    }
}
