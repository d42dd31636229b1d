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

    /// The error with the names of a model and of its attribute, unless a model is named already.
    @usableFromInline
    func named(by table: TableDefinition) -> ColumnDecodingError {
        guard model == nil else { return self }
        var error = self
        error.model = table.model
        error.column = table.attributes.first { $0.field == column }?.name ?? column
        return error
    }

    public var description: String {
        let place = model.map { "\($0).\(column)" } ?? column
        return "\(place): expected \(expected), the database holds \(found == .null ? "NULL" : "\(found) that is not")"
    }
}
