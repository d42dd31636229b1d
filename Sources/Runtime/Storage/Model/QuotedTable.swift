/// The names of a table in the quotes of one engine, ready to be put into statements.
final class QuotedTable: Sendable {
    /// The table's name.
    let name: String
    /// The columns' names.
    let columns: [String]
    /// Under its own name.
    let bare: NamedTable
    /// Under the first aliases.
    private let aliased: [NamedTable]
    /// `SELECT …`: the row with a primary key that is bound, unless it is a destroyed one.
    let selectByKey: String
    /// Statements for one row.
    let texts = StatementTexts()

    init(_ table: TableDefinition, _ dialect: any Dialect) {
        let name = dialect.quote(table.name)
        let columns = table.attributes.map { dialect.quote($0.field) }
        self.name = name
        self.columns = columns
        bare = NamedTable(columns, alias: name, definition: name)
        aliased = (0..<4).map { Self.named(name, columns, $0) }
        let first = aliased[0]
        var conditions = table.primaryKey.enumerated().map { "\(first.columns[$1]) = \(dialect.placeholder($0 + 1))" }
        if let deletedAt = table.deletedAt { conditions.append("\(first.columns[deletedAt]) IS NULL") }
        selectByKey =
            "SELECT \(first.allColumns) FROM \(first.definition) WHERE \(conditions.joined(separator: " AND "))"
    }

    /// The table under an alias.
    func named(_ alias: Int) -> NamedTable {
        aliased.indices.contains(alias) ? aliased[alias] : Self.named(name, columns, alias)
    }

    private static func named(_ name: String, _ columns: [String], _ alias: Int) -> NamedTable {
        let alias = Alias.name(alias)
        return NamedTable(columns, alias: alias, definition: "\(name) AS \(alias)")
    }
}

/// A table under a name in a statement.
final class NamedTable: Sendable {
    /// `t0`
    let alias: String
    /// `"posts" AS t0`
    let definition: String
    /// Each column: `t0."title"`
    let columns: [String]
    /// `t0."id", t0."title"`
    let allColumns: String

    init(_ columns: [String], alias: String, definition: String) {
        self.alias = alias
        self.definition = definition
        self.columns = columns.map { "\(alias).\($0)" }
        allColumns = self.columns.joined(separator: ", ")
    }
}

/// The names of one table for each engine that has been met; an app meets one, tests a few.
final class QuotedTableCache: Sendable {
    private let tables = Locked<[(dialect: ObjectIdentifier, table: QuotedTable)]>([])

    func table(for dialect: any Dialect, make: () -> QuotedTable) -> QuotedTable {
        let key = ObjectIdentifier(type(of: dialect))
        return tables.withLock { tables in
            for known in tables where known.dialect == key { return known.table }
            let made = make()
            tables.append((key, made))
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
