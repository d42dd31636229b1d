/// The order in which new tables can be made: each behind those that it refers to.
enum TableOrder {
    /// The tables, those that others refer to first, otherwise in the order given.
    ///
    /// Tables that refer to one another in a circle keep the order given: SQLite takes a reference to a table that is
    /// made later.
    static func sorted(_ tables: [Table]) -> [Table] {
        let places = Dictionary(tables.indices.map { (tables[$0].name, $0) }) { first, _ in first }
        var sorted: [Table] = []
        var state = [State](repeating: .untouched, count: tables.count)
        // A stack of its own, since a chain of references may be as long as the schema.
        for root in tables.indices where state[root] == .untouched {
            var stack = [(table: root, next: 0)]
            state[root] = .open
            while let (table, next) = stack.last {
                let references = tables[table].columns.compactMap(\.reference)
                guard next < references.count else {
                    state[table] = .done
                    sorted.append(tables[table])
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                if let target = places[references[next].table], state[target] == .untouched {
                    state[target] = .open
                    stack.append((target, 0))
                }
            }
        }
        return sorted
    }

    private enum State { case untouched, open, done }
}
