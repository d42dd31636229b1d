/// Puts tables together from the rows of a catalog, which come kind by kind: all columns, then all indexes.
struct TableCollector {
    private var tables: [TableDescription] = []
    private var places: [String: Int] = [:]

    /// - Parameter names: the tables there are; those of our own are left out.
    init(_ names: [String]) {
        for name in names.sorted() where !OwnTables.names.contains(name) {
            places[name] = tables.count
            tables.append(TableDescription(name: name))
        }
    }

    /// Changes a table; nothing happens for one that is left out.
    mutating func with(_ name: String, _ change: (inout TableDescription) throws -> Void) rethrows {
        guard let place = places[name] else { return }
        try change(&tables[place])
    }

    /// Changes every table.
    mutating func withEach(_ change: (inout TableDescription) throws -> Void) rethrows {
        for place in tables.indices { try change(&tables[place]) }
    }

    /// The tables, what they hold in an order that does not depend on names that a server made.
    func finished() -> [TableDescription] {
        tables.map { table in
            var table = table
            table.indexes.sort { Self.order($0) < Self.order($1) }
            table.foreignKeys.sort { Self.order($0) < Self.order($1) }
            table.checks.sort { Self.order($0) < Self.order($1) }
            table.triggers.sort { $0.name < $1.name }
            return table
        }
    }

    private static func order(_ name: ConstraintName) -> String { name.isGiven ? "1\(name.text)" : "0" }

    private static func order(_ index: IndexDescription) -> String {
        let fields = index.fields.map { "\($0.column ?? $0.expression ?? "")\($0.descending)" }
            .joined(separator: "\u{0}")
        return "\(order(index.name))\u{0}\(fields)\u{0}\(index.unique)\u{0}\(index.condition ?? "")"
    }

    private static func order(_ key: ForeignKeyDescription) -> String {
        "\(key.columns.joined(separator: "\u{0}"))\u{0}\(key.table)\u{0}\(key.keys.joined(separator: "\u{0}"))"
            + "\u{0}\(order(key.name))"
    }

    private static func order(_ check: CheckDescription) -> String { "\(check.expression)\u{0}\(order(check.name))" }
}
