/// The name of a thing in the schema, as people write it: `Post`, `Post.title`, `Post.status.draft`.
struct SchemaPath: Equatable, Hashable, Sendable {
    var model: String
    /// An attribute, or an association.
    var member: String?
    /// A value of an attribute that is an enum.
    var value: String?

    init(_ model: String, _ member: String? = nil, value: String? = nil) {
        (self.model, self.member, self.value) = (model, member, value)
    }

    /// - Throws: ``Diagnostic`` for a text that is no such name.
    init(parsing text: String) throws(Diagnostic) {
        // A value may have points itself.
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty }), !text.isEmpty else {
            throw Diagnostic(
                message: "'\(Shown.text(text))' is neither a model nor something of one",
                suggestion: "write Post, Post.title, or Post.status.draft for a value of an enum")
        }
        self.init(parts[0], parts.count > 1 ? parts[1] : nil, value: parts.count > 2 ? parts[2] : nil)
    }
}

extension SchemaPath: CustomStringConvertible {
    var description: String { [model, member, value].compactMap(\.self).joined(separator: ".") }
}
