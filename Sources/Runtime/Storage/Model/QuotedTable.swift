import Synchronization

/// The names of a table in the quotes of one engine, ready to be put into statements.
final class QuotedTable: Sendable {
    /// The table's name.
    let name: String
    /// The columns' names.
    let columns: [String]
    /// All columns behind the first aliases: `t0."id", t0."title"`.
    private let lists: [String]

    init(_ table: TableDefinition, _ dialect: any Dialect) {
        name = dialect.quote(table.name)
        let columns = table.attributes.map { dialect.quote($0.field) }
        self.columns = columns
        lists = (0..<4).map { Self.list(columns, Alias.name($0)) }
    }

    /// All columns behind an alias.
    func list(_ alias: Int) -> String {
        lists.indices.contains(alias) ? lists[alias] : Self.list(columns, Alias.name(alias))
    }

    private static func list(_ columns: [String], _ alias: String) -> String {
        columns.map { "\(alias).\($0)" }.joined(separator: ", ")
    }
}

/// The names of one table for each engine that has been met; an app meets one, tests a few.
final class QuotedTableCache: Sendable {
    private let tables = Mutex<[ObjectIdentifier: QuotedTable]>([:])

    func table(for dialect: any Dialect, make: () -> QuotedTable) -> QuotedTable {
        let key = ObjectIdentifier(type(of: dialect))
        return tables.withLock { tables in
            if let known = tables[key] { return known }
            let made = make()
            tables[key] = made
            return made
        }
    }
}

/// The names that tables have in a statement: `t0`, `t1`, …
enum Alias {
    private static let first = (0..<16).map { "t\($0)" }

    static func name(_ number: Int) -> String {
        first.indices.contains(number) ? first[number] : "t\(number)"
    }
}
