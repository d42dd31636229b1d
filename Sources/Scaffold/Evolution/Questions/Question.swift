/// Something that must be known before a migration can be written, and that the schema does not say.
struct Question: Equatable, Sendable {
    enum Kind: String, Sendable {
        /// Has it another name now, or is it gone?
        case rename
        /// What do rows that are there get?
        case value
        /// May it be lost?
        case loss
    }

    var kind: Kind
    var subject: SchemaPath
    /// What is asked, one sentence.
    var text: String
    /// Where the schema says what leads to it.
    var position: SourcePosition?
    var answers: [Answer]

    struct Answer: Equatable, Sendable {
        var hint: Hint
        /// What comes of it.
        var meaning: String
        /// Whether the hint is an example, in which a value is to be filled in.
        var isOpen = false
    }
}
