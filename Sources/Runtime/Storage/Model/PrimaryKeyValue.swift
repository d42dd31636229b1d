/// What tells one row of a model from all others: the value of its key column, or one value for each column of a
/// composite key.
///
/// Everything that a column can hold is a key; a model with several key columns has a struct of its own:
///
/// ```swift
/// struct Key: PrimaryKeyValue {
///     var userId: Int
///     var bookId: Int
///     var keyValues: [Value] { [Value(userId), Value(bookId)] }
/// }
/// ```
public protocol PrimaryKeyValue: Sendable {
    /// The values of the key's columns, in the order of the table.
    var keyValues: [Value] { get }
}

extension ColumnValue {
    /// The value alone.
    public var keyValues: [Value] { [value] }
}
