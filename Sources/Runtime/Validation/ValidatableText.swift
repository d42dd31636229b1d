/// A value whose text the rules for texts can look at.
public protocol ValidatableText: Sendable {
    /// The text to look at; nil where there is none to see, as of a password that is a hash already: it keeps all rules.
    var validatedText: String? { get }
}

extension String: ValidatableText {
    /// The string itself.
    public var validatedText: String? { self }
}

extension Validator where Value: ValidatableText {
    /// A rule over the text of a value.
    package static func text(
        _ key: String, _ arguments: [String] = [], check: @escaping @Sendable (String) throws -> Bool
    ) -> Validator<Value> {
        .named(key, arguments) { value in
            guard let text = value.validatedText else { return true }
            return try check(text)
        }
    }
}
