/// A part of a model's attributes and associations, read as a type of its own: never a half-filled model.
///
/// ```swift
/// struct PostSummary: Projection {
///     var id: Int
///     var title: String
///     static let selection = Selection<Post, PostSummary> { $0.columns(\.id, \.title) }
///     init(row: Row) throws { id = try row[0]; title = try row[1] }
/// }
/// let summaries = try await Post.findAll(as: PostSummary.self)
/// ```
public protocol Projection: Sendable {
    /// The model that it is a part of.
    associatedtype Base: Model

    /// What is read.
    static var selection: Selection<Base, Self> { get }

    /// Reads a row whose cells stand in the order in which the selection names them.
    init(row: Row) throws
}
