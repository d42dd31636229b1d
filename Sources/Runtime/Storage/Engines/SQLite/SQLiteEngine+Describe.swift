// What the database is like: SQLite tells columns, indexes and keys in its pragmas, and the rest in the text of
// `CREATE TABLE` only.
extension SQLiteEngine {
    func describe(_ connection: any Connection) throws -> [TableDescription] {
        let texts = try connection.all(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        ) { (name: try $0[0] as String, sql: try $0[1] as String?) }
        var tables = TableCollector(texts.map(\.name))
        try addColumns(to: &tables, connection)
        for text in texts {
            guard let sql = text.sql, let read = try? SQLiteTableText(sql) else { continue }
            tables.with(text.name) { SQLiteTableReader(text: read).complete(&$0) }
        }
        // A guess of a type looks at the checks.
        tables.withEach { table in
            let lists = table.checks.compactMap(\.values)
            for place in table.columns.indices { SQLiteColumnGuess.complete(&table.columns[place], lists: lists) }
        }
        try addIndexes(to: &tables, connection)
        try addForeignKeys(to: &tables, connection)
        try addTriggers(to: &tables, connection)
        return tables.finished()
    }

    func views(_ connection: any Connection) throws -> [ViewDescription] {
        try connection.all("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name") { row in
            ViewDescription(name: try row[0], definition: try row[1])
        }
    }

    private func addColumns(to tables: inout TableCollector, _ connection: any Connection) throws {
        let sql = """
            SELECT tables.name, columns.name, columns.type, columns."notnull", columns.dflt_value, columns.pk, columns.hidden
            FROM sqlite_master AS tables, pragma_table_xinfo(tables.name) AS columns
            WHERE tables.type = 'table' ORDER BY tables.name, columns.cid
            """
        var keys: [String: [(place: Int, column: String)]] = [:]
        try connection.query(sql, Values()) { row in
            let table: String = try row[0]
            let key: Int = try row[5]
            var column = ColumnDescription(name: try row[1], nativeType: try row[2], allowNull: try row[3] as Int == 0)
            let value: String? = try row[4]
            column.nativeDefault = value?.uppercased() == "NULL" ? nil : value
            // 1 is a hidden column of a virtual table.
            if try row[6] as Int != 1 { tables.with(table) { $0.columns.append(column) } }
            if key > 0 { keys[table, default: []].append((key, column.name)) }
        }
        for (table, columns) in keys {
            tables.with(table) { $0.primaryKey = columns.sorted { $0.place < $1.place }.map(\.column) }
        }
    }

    private func addIndexes(to tables: inout TableCollector, _ connection: any Connection) throws {
        var texts: [String: SQLiteIndexText] = [:]
        try connection.query("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL", Values()) {
            texts[try $0[0]] = SQLiteIndexText(try $0[1])
        }
        let sql = """
            SELECT tables.name, indexes.name, indexes."unique", indexes.origin, columns.cid, columns.name, columns."desc",
            columns.coll
            FROM sqlite_master AS tables, pragma_index_list(tables.name) AS indexes,
            pragma_index_xinfo(indexes.name) AS columns
            WHERE tables.type = 'table' AND indexes.origin <> 'pk' AND columns.key = 1
            ORDER BY tables.name, indexes.name, columns.seqno
            """
        try connection.query(sql, Values()) { row in
            let name: String = try row[1]
            let origin: String = try row[3]
            let text = texts[name]
            let collation: String = try row[7]
            let place: Int = try row[4]
            let (isUnique, isDescending) = (try row[2] as Int == 1, try row[6] as Int == 1)
            let column: String? = try row[5]
            tables.with(try row[0]) { table in
                if table.indexes.last?.name.text != name {
                    var index = IndexDescription(
                        name: ConstraintName(name, isGiven: origin == "c"), unique: isUnique)
                    index.isConstraint = origin == "u"
                    index.condition = text?.condition
                    index.values = text?.condition.flatMap(ConditionText.values)
                    table.indexes.append(index)
                }
                let own = column.flatMap(table.column)?.collation ?? "BINARY"
                var field = IndexDescription.Field(column: column, descending: isDescending)
                let number = table.indexes[table.indexes.count - 1].fields.count
                if place == -2 { field.expression = text?.field(number) ?? "" }
                if collation.uppercased() != own.uppercased() { field.options = "COLLATE \(collation)" }
                table.indexes[table.indexes.count - 1].fields.append(field)
            }
        }
    }

    private func addForeignKeys(to tables: inout TableCollector, _ connection: any Connection) throws {
        let sql = """
            SELECT tables.name, keys.id, keys."table", keys."from", keys."to", keys.on_delete, keys.on_update
            FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys
            WHERE tables.type = 'table' ORDER BY tables.name, keys.id, keys.seq
            """
        var last: (table: String, id: Int)?
        var unnamed: [(table: String, place: Int)] = []
        try connection.query(sql, Values()) { row in
            let (table, id): (String, Int) = (try row[0], try row[1])
            let isNew = last.map { $0 != (table, id) } ?? true
            last = (table, id)
            let (column, parent, key): (String, String, String?) = (try row[3], try row[2], try row[4])
            let onDelete = ReferentialAction(rawValue: try row[5]) ?? .noAction
            let onUpdate = ReferentialAction(rawValue: try row[6]) ?? .noAction
            tables.with(table) { table in
                if isNew {
                    table.foreignKeys.append(
                        ForeignKeyDescription(
                            name: ConstraintName("", isGiven: false), columns: [], table: parent, keys: [],
                            onDelete: onDelete, onUpdate: onUpdate))
                }
                let place = table.foreignKeys.count - 1
                table.foreignKeys[place].columns.append(column)
                if let key { table.foreignKeys[place].keys.append(key) } else { unnamed.append((table.name, place)) }
            }
        }
        // A key that names no columns means the primary key of the other table.
        var primaryKeys: [String: [String]] = [:]
        tables.withEach { primaryKeys[$0.name.lowercased()] = $0.primaryKey }
        for (table, place) in unnamed {
            tables.with(table) { table in
                table.foreignKeys[place].keys = primaryKeys[table.foreignKeys[place].table.lowercased()] ?? []
            }
        }
    }

    private func addTriggers(to tables: inout TableCollector, _ connection: any Connection) throws {
        let sql = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"
        try connection.query(sql, Values()) { row in
            let trigger = TriggerDescription(name: try row[1], definition: try row[2])
            tables.with(try row[0]) { $0.triggers.append(trigger) }
        }
    }
}
