/// Where files stood, and what names in them were, before models or attributes got other names. ``Planner`` takes the
/// base and the user's text from there, with the new names in them, and merges what is generated now into that: so edits
/// move along.
struct FileMoves: Equatable, Sendable {
    /// The path before, by the path now.
    var origins: [String: String] = [:]
    /// What became of identifiers, by the path now.
    var names: [String: [String: String]] = [:]

    var isEmpty: Bool { origins.isEmpty && names.isEmpty }
}
