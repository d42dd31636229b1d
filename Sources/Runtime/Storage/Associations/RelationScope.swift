/// Columns with one value each by which rows belong to an association (Sequelize's `scope`): they are conditions where
/// the association is read, and are set where a row is created for it or added to it.
struct RelationScope: Sendable {
    private let values: [(column: Int, value: Value)]

    /// The columns by their names, in the order of the table.
    ///
    /// - Parameter position: finds a column by its name.
    init(_ values: [String: Value], _ position: (String) -> Int) {
        self.values = values.map { (position($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    }

    var isEmpty: Bool { values.isEmpty }

    /// Whether its conditions bind values.
    var bindsValues: Bool { values.contains { $0.value != .null } }

    /// What holds for the rows.
    var conditions: [Clause] {
        values.map { $0.value == .null ? .null($0.column) : .comparison($0.column, .equal, $0.value) }
    }

    /// A condition that holds for rows of the association only.
    func narrowing(_ condition: Clause?) -> Clause? {
        isEmpty ? condition : Clause.all(conditions + (condition.map { [$0] } ?? []))
    }

    /// Makes a row belong to the association.
    func apply(to draft: inout Draft) {
        for (column, value) in values { draft.set(column, value) }
    }

    /// Makes a row belong to the association.
    func apply(to row: inout [Value]) {
        for (column, value) in values { row[column] = value }
    }
}
