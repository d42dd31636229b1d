/// A cell that does not hold what the model expects: the column, what was expected and the kind that was found.
/// The value itself is never part of the message.
public struct ColumnDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The model that was being read, where known.
    public var model: String?
    /// The column's name in the result.
    public var column: String
    /// What the attribute's type takes.
    public var expected: String
    /// What the cell holds.
    public var found: ValueKind

    /// An error for a column; the model is named by whoever reads models.
    public init(model: String? = nil, column: String, expected: String, found: ValueKind) {
        self.model = model
        self.column = column
        self.expected = expected
        self.found = found
    }

    public var description: String {
        let place = model.map { "\($0).\(column)" } ?? column
        return "\(place): expected \(expected), the database holds \(found == .null ? "NULL" : "\(found) that is not")"
    }
}
