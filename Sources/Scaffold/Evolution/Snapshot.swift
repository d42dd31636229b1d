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
    /// - Parameter facts: the rules of a column and what the app writes it for, where the reader wants to know.
    static func text(
        of tables: [Table], facts: (Table.Column) -> (rules: [[String]], role: String?) = { _ in ([], nil) }
    ) -> String {
        var text = ""
        for table in tables.sorted(by: { $0.name < $1.name }) {
            text +=
                JSONLine(
                    ("table", table.name), ("model", table.model), ("slug", table.slug), ("key", keyOrder(of: table))
                ).text
            for column in table.columns { text += line(of: column, in: table, facts(column)) }
            for index in table.indexes.sorted(by: { $0.name < $1.name }) { text += line(of: index, in: table) }
        }
        return text
    }

    /// The columns of the primary key, where they come in another order than in the table.
    private static func keyOrder(of table: Table) -> [String]? {
        let key = table.primaryKey.columns
        return key == table.columns.filter(\.isPrimaryKey).map(\.name) ? nil : key
    }

    private static func line(of index: Index, in table: Table) -> String {
        let isOrdered = index.fields.contains(where: \.descending)
        let isCut = index.fields.contains { $0.length != nil }
        return JSONLine(
            ("table", table.name), ("index", index.name), ("fields", index.names),
            ("unique", index.isUnique ? true : nil),
            ("orders", isOrdered ? index.fields.map { $0.descending ? "desc" : "asc" } : nil),
            ("lengths", isCut ? index.fields.map { $0.length ?? 0 } : nil),
            ("using", index.using),
            ("where", index.conditions.isEmpty ? nil : index.conditions.map(\.recorded))
        ).text
    }

    private static func line(
        of column: Table.Column, in table: Table, _ facts: (rules: [[String]], role: String?)
    ) -> String {
        JSONLine(
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
            ("comment", column.comment), ("rules", facts.rules.isEmpty ? nil : facts.rules), ("role", facts.role)
        ).text
    }

    /// The tables that a text records.
    ///
    /// - Parameter wanted: what the schema asks for; it decides where two branches left two lines about one thing.
    /// - Throws: ``Diagnostic`` for a text that is no snapshot, with its line.
    static func tables(in text: String, for wanted: [Table] = []) throws -> [Table] {
        let wanted = Dictionary(wanted.map { ($0.name, $0) }) { first, _ in first }
        var tables: [String: Table] = [:]
        var keys: [String: [String]] = [:]
        var order: [String] = []
        for (number, line) in text.linesOfAnySystem.enumerated()
        where !line.isEmpty {
            guard let entry = try? JSONDecoder().decode(SnapshotLine.self, from: Data(line.utf8)) else {
                throw Diagnostic(
                    message:
                        "this is no line of a snapshot: it is the tool's own file, and a merge may have left its marks",
                    position: SourcePosition(file: path, line: number + 1, column: 1),
                    suggestion: "keep the lines of both sides, without the marks")
            }
            if tables[entry.table] == nil { order.append(entry.table) }
            let name = entry.table
            entry.add(
                to: &tables[name, default: Table(model: name, slug: name, name: name, columns: [], indexes: [])],
                wanted: wanted[name])
            if let key = entry.key { keys[entry.table] = key }
            if let part = entry.partOfKey, keys[entry.table, default: []].contains(part) == false {
                keys[entry.table, default: []].append(part)
            }
        }
        return order.compactMap { name in
            guard var table = tables[name] else { return nil }
            table.primaryKey.columns = keys[name] ?? []
            return table
        }
    }
}
