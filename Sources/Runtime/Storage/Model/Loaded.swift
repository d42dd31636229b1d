/// What a model holds of an association: nothing yet, or what was read with `include`.
///
/// ```swift
/// let post = try await Post.findByPk(1) { $0.include(\.author) }
/// let name = try post?.author.get().firstName
/// ```
public enum Loaded<Value: Sendable>: Sendable {
    /// It was not asked for.
    case notLoaded
    /// What was read. (Indirect, since two models may hold each other.)
    indirect case loaded(Value)

    /// What was read.
    ///
    /// - Throws: ``AssociationNotLoadedError`` when it was not asked for; it never stops the program.
    public func get() throws -> Value {
        guard case .loaded(let value) = self else {
            throw AssociationNotLoadedError(type: "\(Value.self)")
        }
        return value
    }

    /// What was read, nil when it was not asked for.
    public var value: Value? {
        guard case .loaded(let value) = self else { return nil }
        return value
    }

    /// Whether it was read.
    public var isLoaded: Bool { value != nil }
}
