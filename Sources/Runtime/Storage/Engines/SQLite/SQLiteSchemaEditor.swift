/// Changes tables in SQLite. What ALTER TABLE cannot do is done by building the table anew (`SQLiteSchemaEditor+Rebuild`).
struct SQLiteSchemaEditor: SchemaEditor {
    let connection: any Connection
    let dialect = SQLiteDialect()
    let definitions = DefinitionText(dialect: SQLiteDialect())

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func createTable(_ table: TableBlueprint) throws {
        let keys = table.columns.filter(\.primaryKey)
        var items = try table.columns.map { try text($0, isOnlyKey: keys.count == 1) }
        if keys.count > 1 { items.append(definitions.text(.primaryKey(keys.map(\.name)))) }
        items += table.constraints.map(definitions.text)
        try run("CREATE TABLE \(dialect.quote(table.name)) (\n    \(items.joined(separator: ",\n    "))\n)")
    }

    func dropTable(_ name: String) throws {
        try run("DROP TABLE \(dialect.quote(name))")
    }

    func renameTable(_ name: String, to newName: String) throws {
        try run("ALTER TABLE \(dialect.quote(name)) RENAME TO \(dialect.quote(newName))")
    }

    func addColumn(_ column: ColumnBlueprint, to table: String) throws {
        let definition = try text(column, isOnlyKey: true)
        guard try needsRebuild(toAdd: column) else {
            return try run("ALTER TABLE \(dialect.quote(table)) ADD COLUMN \(definition)")
        }
        try rebuild(table) { try $0.addColumn(column.name, definition) }
    }

    func renameColumn(_ name: String, of table: String, to newName: String) throws {
        try run(
            "ALTER TABLE \(dialect.quote(table)) RENAME COLUMN \(dialect.quote(name)) TO \(dialect.quote(newName))")
    }

    func addIndex(_ index: IndexBlueprint) throws {
        if let method = index.using, method != .btree {
            throw ModelDefinitionError("SQLite has no indexes by \(method.rawValue), which '\(index.name)' asks for")
        }
        let text = DefinitionText(dialect: dialect)
        try run(
            "CREATE \(index.unique ? "UNIQUE " : "")INDEX \(dialect.quote(index.name)) "
                + "ON \(dialect.quote(index.table)) (\(text.fields(index)))\(try text.rows(of: index))")
    }

    func removeIndex(_ name: String, of table: String) throws {
        try run("DROP INDEX \(dialect.quote(name))")
    }

    /// The text that made it makes it again under the other name.
    func renameIndex(_ name: String, of table: String, to newName: String) throws {
        let sql = try connection.first(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ? COLLATE NOCASE AND sql IS NOT NULL",
            [.text(name)]
        ) { try $0[0] as String }
        var tokens = sql.map { SQLToken.tokens(of: $0) } ?? []
        guard let index = tokens.firstIndex(where: { $0.keyword == "INDEX" }),
            let place = tokens[(index + 1)...].firstIndex(where: { !$0.isBlank })
        else { throw DatabaseError(code: 1, message: "no such index: \(name)") }
        tokens[place] = SQLToken(kind: .quotedName, text: dialect.quote(newName))
        try removeIndex(name, of: table)
        try run(tokens.map(\.text).joined())
    }

    /// ADD COLUMN takes no key, no UNIQUE, no default that is an expression, and no reference with a default.
    func needsRebuild(toAdd column: ColumnBlueprint) throws -> Bool {
        let hasConstantDefault =
            switch column.defaultValue {
            case nil, .value: true
            case .now, .sql: false
            }
        let hasValue = column.defaultValue != nil && column.defaultValue != .value(.null)
        return column.unique || column.primaryKey || !hasConstantDefault || (column.references != nil && hasValue)
    }

    /// Definitions are not worth a place among the prepared statements.
    func run(_ sql: String) throws {
        try connection.run(script: sql)
    }
}

// Definitions.
extension SQLiteSchemaEditor {
    /// - Parameter isOnlyKey: whether a primary key of this column alone is said here, and not behind the columns.
    func text(_ column: ColumnBlueprint, isOnlyKey: Bool) throws -> String {
        let name = dialect.quote(column.name)
        let isCounted = column.autoIncrement && column.primaryKey && isOnlyKey
        var words = [name, isCounted ? "INTEGER" : try dialect.type(column.type)]
        if column.autoIncrement, !isCounted {
            throw DatabaseError(
                code: 0, message: "\(column.name): SQLite counts up a column only if it is the primary key")
        }
        // Only a counted key (the rowid) refuses NULL by itself.
        if !isCounted, !column.allowNull || column.primaryKey { words.append("NOT NULL") }
        if column.primaryKey, isOnlyKey { words.append(isCounted ? "PRIMARY KEY AUTOINCREMENT" : "PRIMARY KEY") }
        if column.unique, !(column.primaryKey && isOnlyKey) { words.append("UNIQUE") }
        if let value = column.defaultValue { words.append("DEFAULT \(try definitions.text(value))") }
        if case .enumeration(let values) = column.type {
            words.append("CHECK (\(try definitions.isOneOf(values, column: column.name)))")
        }
        if let reference = column.references {
            words.append(definitions.references(reference.table, [reference.key], column.onDelete, column.onUpdate))
        }
        return words.joined(separator: " ")
    }
}
