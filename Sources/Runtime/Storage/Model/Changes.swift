/// Partial input for a model, attribute by attribute: what `create` and `update` take beside whole models.
///
/// ```swift
/// var changes = Changes<Post>()
/// changes.title = .value("New title")
/// changes.title.value            // "New title"
/// try await post.update(changes)
/// ```
@dynamicMemberLookup
public struct Changes<M: Model>: ChangeSet {
    /// The named columns and their new values, null included; sorted by column for `update` to write the same
    /// statement for the same columns.
    package private(set) var values: [Int: Value] = [:]

    /// No changes yet.
    public init() {}

    /// What is said of an attribute.
    public subscript<V>(dynamicMember column: KeyPath<M.Columns, Column<M, V>>) -> Change<V.Wrapped> {
        get {
            let index = M.columns[keyPath: column].index
            guard let value = values[index] else { return .absent }
            let row = Row(values: Values([value]))
            guard value != .null, let typed = try? V.Wrapped.decode(row, at: 0) else { return .null }
            return .value(typed)
        }
        set { set(M.columns[keyPath: column], newValue) }
    }

    /// Says something of an attribute, or with `.absent` takes back what was said.
    public mutating func set<V>(_ column: Column<M, V>, _ change: Change<V.Wrapped>) {
        switch change {
        case .absent: values[column.index] = nil
        case .null: values[column.index] = .null
        case .value(let value): values[column.index] = value.value
        }
    }

    /// Says something of an attribute by its position, as whoever reads a request does.
    ///
    /// - Parameters:
    ///   - index: the position in the model's table; one that the table does not have is passed over.
    ///   - value: a value of the column's type, or null.
    public mutating func set(index: Int, _ value: Value) {
        guard M.table.attributes.indices.contains(index) else { return }
        values[index] = value
    }

    /// Takes back what was said of an attribute.
    package mutating func forget(index: Int) {
        values[index] = nil
    }

    /// Whether nothing is said of any attribute.
    public var isEmpty: Bool { values.isEmpty }

    /// The changes themselves.
    public var changes: Changes<M> { self }
}
