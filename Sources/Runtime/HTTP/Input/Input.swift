public import ScaffoldStorage
public import ScaffoldValidation

/// What a request's body says of a model: some attributes, and what was wrong with others.
///
/// ```swift
/// let input = try await request.input(for: Post.self)
/// input.title                                // Change<String>: absent, null or a value
/// let post = try await Post.create(input)    // tells what is wrong here together with what validation finds
/// ```
@dynamicMemberLookup
public struct Input<Record: Model>: ChangeSet {
    public internal(set) var changes = Changes<Record>()
    public internal(set) var problems: [ValidationErrorItem] = []
    var lists: [String: [String]] = [:]

    /// What the body says of an attribute. Of one that is wrong it says nothing.
    public subscript<V>(dynamicMember column: KeyPath<Record.Columns, Column<Record, V>>) -> Change<V.Wrapped> {
        get { changes[dynamicMember: column] }
        set { changes[dynamicMember: column] = newValue }
    }

    /// The list of texts that the body holds beside the attributes; nil if it does not say.
    ///
    /// - Parameter name: The name, one of ``InputModel/assigns``.
    public func assigned(_ name: String) -> [String]? { lists[name] }

    /// Ends here if something is wrong, for actions that do not create or update a record of this model.
    ///
    /// - Throws: `ValidationError` with everything that is wrong.
    public func check() throws(ValidationError) {
        guard problems.isEmpty else { throw ValidationError(items: problems) }
    }
}
