#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The tables as the migrations written so far leave them, as a file of the app: one line of JSON for each table,
/// column and index.
///
/// Lines stand for themselves and come in an order that is always the same, so that git merges two branches line by
/// line, and a line that came in twice does no harm.
enum Snapshot {
    /// Its name among the tool's own files in an app.
    static let name = "tables.jsonl"
    /// Where it stands in the app.
    static let path = "\(Records.folder)/\(name)"

    /// The text that records these tables.
    ///
    /// - Parameters:
    ///   - history: what went and what changed when, for the app's own file.
    ///   - facts: the rules of a column and what the app writes it for, where the reader wants to know.
    static func text(
        of tables: [Table], history: SnapshotHistory = SnapshotHistory(),
        facts: (Table.Column) -> (rules: [[String]], role: String?) = { _ in ([], nil) }
    ) -> String {
        var text = ""
        for table in tables.sorted(by: { $0.name < $1.name }) {
            text +=
                JSONLine(
                    ("table", table.name), ("model", table.model), ("slug", table.slug), ("key", keyOrder(of: table)),
                    ("made", history.made[.init(table: table.name)]),
                    ("at", history.changed[.init(table: table.name)])
                ).text
            for column in table.columns { text += line(of: column, in: table, facts(column), history) }
            for index in table.indexes.sorted(by: { $0.name < $1.name }) { text += line(of: index, in: table, history) }
        }
        return text + stones(of: history)
    }

    /// What is gone, and the last migrations.
    private static func stones(of history: SnapshotHistory) -> String {
        let stones = history.dropped.sorted { $0.key < $1.key }.map { subject, stamp in
            JSONLine(
                ("table", subject.table), ("column", subject.kind == .column ? subject.name : nil),
                ("index", subject.kind == .index ? subject.name : nil), ("dropped", stamp),
                ("renamed", subject.kind == .table ? history.renamed[subject.table] : nil)
            ).text
        }
        return stones.joined() + history.heads.map { JSONLine(("migrations", $0)).text }.joined()
    }

    /// The columns of the primary key, where they come in another order than in the table.
    private static func keyOrder(of table: Table) -> [String]? {
        let key = table.primaryKey.columns
        return key == table.columns.filter(\.isPrimaryKey).map(\.name) ? nil : key
    }

    private static func line(of index: Index, in table: Table, _ history: SnapshotHistory) -> String {
        let subject = SnapshotHistory.Subject(table: table.name, kind: .index, name: index.name)
        let isOrdered = index.fields.contains(where: \.descending)
        let isCut = index.fields.contains { $0.length != nil }
        return JSONLine(
            ("table", table.name), ("index", index.name), ("fields", index.names),
            ("unique", index.isUnique ? true : nil),
            ("orders", isOrdered ? index.fields.map { $0.descending ? "desc" : "asc" } : nil),
            ("lengths", isCut ? index.fields.map { $0.length ?? 0 } : nil),
            ("using", index.using),
            ("where", index.conditions.isEmpty ? nil : index.conditions.map(\.recorded)),
            ("made", history.made[subject]), ("at", history.changed[subject])
        ).text
    }

    private static func line(
        of column: Table.Column, in table: Table, _ facts: (rules: [[String]], role: String?),
        _ history: SnapshotHistory
    ) -> String {
        let subject = SnapshotHistory.Subject(table: table.name, kind: .column, name: column.name)
        return JSONLine(
            ("table", table.name), ("column", column.name),
            ("attribute", column.attribute == column.name ? nil : column.attribute),
            ("type", column.type.word),
            ("numbers", column.type.numbers.isEmpty ? nil : column.type.numbers),
            ("values", column.type.values.isEmpty ? nil : column.type.values),
            ("allowNull", column.allowNull ? nil : false),
            ("default", column.defaultValue?.recorded),
            ("primaryKey", column.isPrimaryKey ? true : nil),
            ("autoIncrement", column.autoIncrement ? true : nil),
            ("references", column.reference.map { [$0.table, $0.column, $0.onDelete.rawValue, $0.onUpdate.rawValue] }),
            ("comment", column.comment), ("rules", facts.rules.isEmpty ? nil : facts.rules), ("role", facts.role),
            ("made", history.made[subject]), ("at", history.changed[subject])
        ).text
    }

    /// The tables that a text records; the parameters are those of ``SnapshotReading``.
    static func tables(in text: String, for wanted: [Table] = []) throws -> [Table] {
        try SnapshotReading(text, for: wanted).tables
    }
}
