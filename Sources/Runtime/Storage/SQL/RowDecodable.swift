/// What a row of a statement written by hand is read as.
///
/// ```swift
/// struct PostRow: RowDecodable {
///     var id: Int
///     var title: String
///     init(row: Row) throws {
///         id = try row[0]              // by position
///         title = try row["title"]     // or by name, which costs a little more
///     }
/// }
/// ```
public protocol RowDecodable: Sendable {
    /// Reads a row, whose cells stand in the order in which the statement names them.
    init(row: Row) throws
}
