/// What a hook knows beside the model.
public struct HookContext<M: Model>: Sendable {
    /// Whether the row is a new one.
    public let isNew: Bool
    let values: [Value]
    let before: [Value]?

    /// Whether this operation changes an attribute, by what was said before the hook began; in a new row, whether the
    /// attribute has a value.
    public func changed<V>(_ column: KeyPath<M.Columns, Column<M, V>>) -> Bool {
        isChanged(M.columns[keyPath: column].index)
    }

    /// The names of all attributes that this operation changes.
    public var changed: [String] {
        M.table.attributes.indices.filter(isChanged).map { M.table.attributes[$0].name }
    }

    /// What an attribute held before; nil for null, and in a new row.
    public func previous<V>(_ column: KeyPath<M.Columns, Column<M, V>>) -> V.Wrapped? {
        let index = M.columns[keyPath: column].index
        guard let before, before.indices.contains(index), before[index] != .null else { return nil }
        return try? V.Wrapped.decode(Row(values: Values(before)), at: index)
    }

    private func isChanged(_ index: Int) -> Bool {
        guard values.indices.contains(index) else { return false }
        return values[index] != (before?[index] ?? .null)
    }
}
