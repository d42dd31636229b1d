@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// Columns that a migration neither drops nor writes nor gives another type, by the names before and after it, table by
/// table.
struct KeptColumns {
    let before: [String: [String]]
    let after: [String: [String]]
    /// The tables before by those after.
    let tables: [(old: String, new: String)]

    /// - Parameter written: columns that the migration writes, by table and column after it.
    init(from old: [Table], to new: [Table], renames: Renames = Renames(), written: [String: Set<String>]) {
        var (before, after): ([String: [String]], [String: [String]]) = ([:], [:])
        tables = NameMatch(old, new, renames).pairs
        for pair in tables {
            guard let oldTable = old.first(where: { $0.name == pair.old }),
                let newTable = new.first(where: { $0.name == pair.new })
            else { continue }
            let kept = NameMatch(oldTable, newTable, renames).pairs.filter { column in
                oldTable.column(named: column.old)?.type.structure == newTable.column(named: column.new)?.type.structure
                    && written[pair.new]?.contains(column.new) != true
            }
            before[pair.old] = kept.map(\.old)
            after[pair.new] = kept.map(\.new)
        }
        (self.before, self.after) = (before, after)
    }
}

extension Database {
    /// What the rows of a table hold in some columns, in an order of its own. On a connection that knows nothing of what
    /// the table was before.
    func rows(of table: String, _ columns: [String]) async throws -> [String] {
        let names = columns.isEmpty ? "1" : columns.map(dialect.quote).joined(separator: ", ")
        let sql = "SELECT \(names) FROM \(dialect.quote(table))"
        return try await Database(configuration).read { connection in
            try connection.all(sql) { row in
                try columns.indices.map { "\(try row.value(at: $0))" }.joined(separator: " | ")
            }.sorted()
        }
    }

    /// The same of several tables.
    func rows(of tables: [String: [String]]) async throws -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for (table, columns) in tables { rows[table] = try await self.rows(of: table, columns) }
        return rows
    }

    /// The tables as they are, seen by a connection that knows nothing of what they were.
    func structure() async throws -> [TableDescription] { try await Database(configuration).describe() }
}
