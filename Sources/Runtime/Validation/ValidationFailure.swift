/// What a rule of a model's own throws: the sentence for people, and where it belongs.
///
/// ```swift
/// $0.validate("bothCoordsOrNone") { place in
///     if (place.latitude == nil) != (place.longitude == nil) {
///         throw ValidationFailure("Either both latitude and longitude, or neither!")
///     }
/// }
/// ```
///
/// It is reported as an item of a ``ValidationError``, together with everything else that is wrong. Any other error
/// that a rule throws goes to the caller of `create` or `update` as it is.
public struct ValidationFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence for people.
    public var message: String

    /// The attribute it is about; nil for the one that the rule was added for, or the rule's own name.
    public var path: String?

    /// Creates a failure.
    ///
    /// - Parameters:
    ///   - message: the sentence for people.
    ///   - path: the attribute it is about, where the rule's own is not meant.
    public init(_ message: String, path: String? = nil) {
        self.message = message
        self.path = path
    }

    /// The sentence.
    public var description: String { message }
}
