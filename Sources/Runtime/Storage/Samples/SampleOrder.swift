/// The order in which tables are filled: those that others refer to first.
struct SampleOrder {
    /// The tables, parents first.
    private(set) var tables: [TableDescription] = []
    /// The foreign keys that are null at first and filled when all tables have rows, by table: those that go round in a
    /// circle, or back to their own table.
    private(set) var late: [String: [ForeignKeyDescription]] = [:]

    init(_ all: [TableDescription]) {
        let names = Set(all.map(\.name))
        var rest = all
        while !rest.isEmpty {
            let waiting = Set(rest.map(\.name))
            func blocking(_ table: TableDescription) -> [ForeignKeyDescription] {
                table.foreignKeys.filter { $0.table != table.name && waiting.contains($0.table) }
            }
            let ready = rest.filter { blocking($0).isEmpty }
            if ready.isEmpty {
                // A circle: it is cut where null is allowed.
                let place =
                    rest.firstIndex { table in blocking(table).allSatisfy { table.mayBeNull($0) } } ?? rest.startIndex
                let table = rest.remove(at: place)
                late[table.name, default: []] += blocking(table)
                tables.append(table)
            } else {
                tables += ready
                rest.removeAll { table in ready.contains { $0.name == table.name } }
            }
        }
        for table in all {
            late[table.name, default: []] += table.foreignKeys.filter { $0.table == table.name }
        }
        // What refers to a table that is not described cannot be filled.
        for table in all {
            late[table.name]?.removeAll { !names.contains($0.table) }
        }
    }
}

extension TableDescription {
    /// Whether a row may do without the key.
    func mayBeNull(_ key: ForeignKeyDescription) -> Bool {
        key.columns.allSatisfy { column($0)?.allowNull ?? false }
    }
}
