/// The tables of a database, found by name at once, in the order in which they were made.
struct TableSet: Sendable {
    private var tables: [String: Table] = [:]
    private var places: [String: Int] = [:]
    private var nextPlace = 0
    /// The tables that refer to a table, or have referred to it.
    private var referrers: [String: Set<String>] = [:]

    /// - Parameter tables: of two that have one name the first counts.
    init(_ tables: [Table] = []) {
        for table in tables where self.tables[table.name] == nil { insert(table) }
    }

    var all: [Table] {
        tables.values.sorted { (places[$0.name] ?? 0) < (places[$1.name] ?? 0) }
    }

    subscript(name: String) -> Table? { tables[name] }

    /// The columns of any table that refer to this one, itself included.
    func references(to table: String) -> [(table: String, column: Table.Column)] {
        (referrers[table] ?? []).sorted().flatMap { holder in
            (tables[holder]?.columns ?? []).filter { $0.reference?.table == table }.map { (holder, $0) }
        }
    }

    mutating func insert(_ table: Table) {
        places[table.name] = nextPlace
        nextPlace += 1
        tables[table.name] = table
        note(table)
    }

    mutating func remove(_ name: String) {
        tables[name] = nil
        places[name] = nil
    }

    mutating func update(_ name: String, _ change: (inout Table) throws -> Void) rethrows {
        guard var table = tables.removeValue(forKey: name) else { return }
        defer {
            tables[name] = table
            note(table)
        }
        try change(&table)
    }

    /// Gives a table another name; what refers to it follows.
    mutating func rename(_ name: String, to newName: String) {
        guard var table = tables.removeValue(forKey: name) else { return }
        places[newName] = places.removeValue(forKey: name)
        table.name = newName
        tables[newName] = table
        note(table)
        for holder in referrers.removeValue(forKey: name) ?? [] {
            update(holder == name ? newName : holder) { $0.follow(name, to: newName) }
        }
    }

    /// Gives a column another name; indexes, and what refers to it, follow.
    mutating func rename(_ column: String, of table: String, to newName: String) {
        update(table) { $0.rename(column, to: newName) }
        for (holder, referring) in references(to: table) where referring.reference?.column == column {
            update(holder) { table in
                for place in table.columns.indices where table.columns[place].name == referring.name {
                    table.columns[place].reference?.column = newName
                }
            }
        }
    }

    private mutating func note(_ table: Table) {
        for column in table.columns {
            if let reference = column.reference { referrers[reference.table, default: []].insert(table.name) }
        }
    }
}

extension Table {
    /// A table that is referred to has another name now.
    fileprivate mutating func follow(_ name: String, to newName: String) {
        for place in columns.indices where columns[place].reference?.table == name {
            columns[place].reference?.table = newName
        }
    }

    fileprivate mutating func rename(_ column: String, to newName: String) {
        for place in columns.indices where columns[place].name == column { columns[place].name = newName }
        for place in indexes.indices {
            for field in indexes[place].fields.indices where indexes[place].fields[field].name == column {
                indexes[place].fields[field].name = newName
            }
            for field in indexes[place].conditions.indices where indexes[place].conditions[field].attribute == column {
                indexes[place].conditions[field].attribute = newName
            }
        }
    }
}
