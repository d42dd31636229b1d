/// What is added to the numbers of a row, attribute by attribute: `$0.views += 1; $0.stock -= 2`.
@dynamicMemberLookup
public struct Increments<M: Model> {
    private var values: [Int: Value] = [:]

    init() {}

    /// What is added to an attribute; a negative number is taken away.
    public subscript<V>(dynamicMember column: KeyPath<M.Columns, Column<M, V>>) -> V.Wrapped
    where V.Wrapped: Numeric {
        get {
            guard let value = values[M.columns[keyPath: column].index] else { return 0 }
            return (try? V.Wrapped.decode(Row(values: [value]), at: 0)) ?? 0
        }
        set { values[M.columns[keyPath: column].index] = newValue.value }
    }

    /// The columns in their order, so that the same ones make the same statement.
    var sums: [Sum] { values.sorted { $0.key < $1.key }.map { Sum(column: $0.key, number: $0.value) } }
}
