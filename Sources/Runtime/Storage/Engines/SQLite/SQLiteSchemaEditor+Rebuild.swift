// What ALTER TABLE cannot do: the table is built anew under another name, its rows are copied, and it takes the old
// one's place with its indexes and triggers (the way of https://sqlite.org/lang_altertable.html, section 7).
extension SQLiteSchemaEditor {
    func removeColumn(_ name: String, of table: String) throws {
        try rebuild(table, without: name) { try $0.removeColumn(name) }
    }

    func changeColumn(_ column: ColumnBlueprint, of table: String) throws {
        let definition = try text(column, isOnlyKey: true)
        try rebuild(table) { try $0.replaceColumn(column.name, definition) }
        try requireNumbers(in: column, of: table)
    }

    /// A number that is counted up is given to rows that have none by SQLite itself, while they are copied.
    func changePrimaryKey(_ columns: [String], autoIncrement: Bool, of table: String) throws {
        guard !autoIncrement || columns.count == 1 else {
            throw DatabaseError(code: 0, message: "\(table): only a primary key of one column is counted up")
        }
        try rebuild(table) { text in
            text.removePrimaryKey()
            for column in columns { try text.requireValues(of: column) }
            if columns.count == 1 {
                try text.makeKey(columns[0], autoIncrement: autoIncrement)
            } else if !columns.isEmpty {
                text.addConstraint(definitions.text(.primaryKey(columns)))
            }
        }
    }

    func addConstraint(_ constraint: TableConstraint, to table: String) throws {
        let definition = definitions.text(constraint)
        try rebuild(table) { $0.addConstraint(definition) }
    }

    func removeConstraint(_ name: String, of table: String) throws {
        try rebuild(table) { try $0.removeConstraint(name) }
    }

    /// - Parameter removed: a column that is not copied; the indexes that it is part of go with it.
    func rebuild(
        _ table: String, without removed: String? = nil, _ change: (inout SQLiteTableText) throws -> Void
    ) throws {
        let master = "SELECT sql, name FROM sqlite_master WHERE"
        guard
            let old = try connection.first(
                "\(master) type = 'table' AND name = ? COLLATE NOCASE", [.text(table)],
                {
                    (sql: try $0[0] as String, name: try $0[1] as String)
                })
        else { throw DatabaseError(code: 1, message: "no such table: \(table)") }
        let belongings = try connection.all(
            "\(master) tbl_name = ? COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid",
            [.text(table)], { (sql: try $0[0] as String, name: try $0[1] as String) })
        let views = try readableViews()

        var text = try SQLiteTableText(old.sql)
        try change(&text)
        let copy = "scaffold_new_\(old.name)"
        let columns = try columns(of: table).filter { $0.lowercased() != removed?.lowercased() }
            .map(dialect.quote).joined(separator: ", ")
        let counter = try counter(of: old.name)

        try run(text.sql(name: dialect.quote(copy)))
        try run("INSERT INTO \(dialect.quote(copy)) (\(columns)) SELECT \(columns) FROM \(dialect.quote(old.name))")
        try run("DROP TABLE \(dialect.quote(old.name))")
        try renamePlainly(copy, to: old.name)
        if let counter { try restore(counter, of: old.name) }
        for belonging in belongings {
            if let removed, Self.isIndex(belonging.sql, with: removed) { continue }
            try run(belonging.sql)
        }
        let broken = views.subtracting(try readableViews()).sorted()
        guard broken.isEmpty else {
            throw DatabaseError(
                code: 1,
                message: "\(old.name) would not have what views read: \(broken.joined(separator: ", ")); "
                    + "remove or change them in an earlier step")
        }
    }

    /// Whether a statement makes an index of a column, of an expression with it, or of rows chosen by it.
    private static func isIndex(_ sql: String, with column: String) -> Bool {
        let tokens = SQLToken.tokens(of: sql).filter { !$0.isBlank }
        guard tokens.prefix(3).contains(where: { $0.keyword == "INDEX" }) else { return false }
        return tokens.drop { $0.text != "(" }.contains { token in
            token.kind != .string && token.name == column.lowercased()
        }
    }

    /// The views all of whose tables and columns are there.
    private func readableViews() throws -> Set<String> {
        let names = try connection.all("SELECT name FROM sqlite_master WHERE type = 'view'") { try $0[0] as String }
        return Set(names.filter { (try? run("SELECT 1 FROM \(dialect.quote($0)) LIMIT 0")) != nil })
    }

    /// Renames without looking at what refers to either name: views, triggers and keys mean the old table, which is
    /// gone at this moment.
    private func renamePlainly(_ name: String, to newName: String) throws {
        try run("PRAGMA legacy_alter_table = ON")
        defer { _ = try? run("PRAGMA legacy_alter_table = OFF") }
        try renameTable(name, to: newName)
    }

    /// The columns that hold values, generated ones left out.
    private func columns(of table: String) throws -> [String] {
        try connection.all("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", [.text(table)]) { try $0[0] }
    }

    /// The last number that AUTOINCREMENT gave: it may be beyond the last row that is there.
    private func counter(of table: String) throws -> Int? {
        guard try connection.first(dialect.tableExists, ["sqlite_sequence"], { _ in true }) != nil else { return nil }
        return try connection.first("SELECT seq FROM sqlite_sequence WHERE name = ?", [.text(table)]) {
            try $0[0] as Int
        }
    }

    private func restore(_ counter: Int, of table: String) throws {
        guard try connection.first(dialect.tableExists, ["sqlite_sequence"], { _ in true }) != nil else { return }
        try connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", [.text(table)])
        try connection.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [.text(table), .integer(Int64(counter))])
    }

    /// SQLite keeps a text in a column of numbers when it cannot be read as one; other engines refuse, and so does this.
    private func requireNumbers(in column: ColumnBlueprint, of table: String) throws {
        let kinds: String? =
            switch column.type {
            case .smallint, .integer, .bigint, .boolean: "'integer'"
            case .float, .double, .decimal: "'integer', 'real'"
            default: nil
            }
        guard let kinds else { return }
        let name = dialect.quote(column.name)
        let count =
            try connection.first(
                "SELECT count(*) FROM \(dialect.quote(table)) WHERE \(name) IS NOT NULL AND typeof(\(name)) NOT IN (\(kinds))"
            ) { try $0[0] as Int } ?? 0
        guard count == 0 else {
            throw DatabaseError(
                code: 0,
                message: "\(count) rows of \(table) hold something in \(column.name) that is no number of its new type")
        }
    }
}
