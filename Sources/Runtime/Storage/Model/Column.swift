/// A column of a model, as conditions and orders name it: `$0.title`.
///
/// It knows its model and the type of its values, so that a comparison with anything else does not compile.
public struct Column<Owner: Model, Value: ColumnValue>: Sendable {
    /// The position in the model's table.
    public let index: Int

    /// A column by its position in the table's definition.
    public init(_ index: Int) {
        self.index = index
    }

    /// The attribute's name.
    public var name: String {
        let attributes = Owner.table.attributes
        return attributes.indices.contains(index) ? attributes[index].name : "column \(index)"
    }
}

/// The types of columns that may be null.
public protocol NullableValue: ColumnValue {}

extension Optional: NullableValue where Wrapped: ColumnValue {}
