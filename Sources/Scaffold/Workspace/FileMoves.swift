/// Where files stood, and what names in them were, before models or attributes got other names. ``Planner`` takes the
/// base and the user's text from there, with the new names in them, and merges what is generated now into that: so edits
/// move along.
struct FileMoves: Equatable, Sendable {
    /// The path before, by the path now.
    var origins: [String: String] = [:]
    /// What became of identifiers of generated code, by the path now.
    var names: [String: [String: String]] = [:]
    /// What became of identifiers that no generated code says any more.
    var everywhere: [String: String] = [:]

    /// A text with the names that it has now.
    ///
    /// - Parameter path: where it stands now.
    func renamed(_ text: [UInt8], at path: String) -> [UInt8] {
        guard path.hasSuffix(".swift") else { return text }
        return SwiftTokens.renaming(SwiftTokens.renaming(text, names[path] ?? [:]), everywhere, isGuess: true)
    }
}
