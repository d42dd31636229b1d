#if MySQL
    // What the database is like, by its information_schema.
    extension MySQLEngine {
        func describe(_ connection: any Connection) throws -> [TableDescription] {
            let found = try connection.all(
                """
                SELECT table_name, engine, table_collation, table_comment FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
                """
            ) { row in
                let (engine, collation): (String?, String?) = (try row[1], try row[2])
                return (
                    name: try row[0] as String, engine: engine, collation: collation, comment: try row[3] as String?
                )
            }
            var tables = TableCollector(found.map(\.name))
            let collations = Dictionary(found.map { ($0.name, $0.collation ?? "") }) { first, _ in first }
            for table in found {
                tables.with(table.name) {
                    $0.options = "ENGINE \(table.engine ?? "") COLLATE \(table.collation ?? "")"
                    $0.comment = table.comment.flatMap { $0.isEmpty ? nil : $0 }
                }
            }
            let isMariaDB = (connection as? MySQLConnection)?.server?.isMariaDB ?? false
            try addChecks(to: &tables, connection, isMariaDB: isMariaDB)
            try addColumns(to: &tables, connection, collations, isMariaDB: isMariaDB)
            try addIndexes(to: &tables, connection, isMariaDB: isMariaDB)
            try addForeignKeys(to: &tables, connection)
            try addTriggers(to: &tables, connection)
            return tables.finished()
        }

        func views(_ connection: any Connection) throws -> [ViewDescription] {
            let sql = """
                SELECT table_name, replace(view_definition, concat('`', DATABASE(), '`.'), '')
                FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY 1
                """
            return try connection.all(sql) { ViewDescription(name: try $0[0], definition: try $0[1]) }
        }
    }

    extension MySQLEngine {
        /// MariaDB says of which table a check is, and whether of a column; names of checks are the table's there, and
        /// the database's in MySQL.
        private func addChecks(
            to tables: inout TableCollector, _ connection: any Connection, isMariaDB: Bool
        ) throws {
            let join = isMariaDB ? "AND k.table_name = c.table_name" : ""
            let sql = """
                SELECT c.table_name, k.constraint_name, k.check_clause
                FROM information_schema.table_constraints AS c INNER JOIN information_schema.check_constraints AS k
                ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name \(join)
                WHERE c.constraint_schema = DATABASE() AND c.constraint_type = 'CHECK'
                """
            try connection.query(sql, Values()) { row in
                let name: String = try row[1]
                let clause: String = try row[2]
                let expression = isMariaDB ? clause : clause.replacing("\\'", with: "'")
                let values = ConditionText.list(in: MySQLCatalogText.standard(expression))
                tables.with(try row[0]) { table in
                    // Of a column's type, so that the same check stands there twice when it is said in both ways.
                    let check = CheckDescription(
                        name: MySQLCatalogText.checkName(name), expression: expression, values: values)
                    if !table.checks.contains(check) { table.checks.append(check) }
                }
            }
        }

        private func addColumns(
            to tables: inout TableCollector, _ connection: any Connection, _ collations: [String: String],
            isMariaDB: Bool
        ) throws {
            let sql = """
                SELECT table_name, column_name, column_type, is_nullable, column_default, extra, collation_name,
                column_comment, generation_expression
                FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position
                """
            try connection.query(sql, Values()) { row in
                let table: String = try row[0]
                var column = ColumnDescription(
                    name: try row[1], nativeType: try row[2], allowNull: try row[3] as String == "YES")
                let extra: String = try row[5] ?? ""
                let words = extra.lowercased()
                let value = try MySQLCatalogText.defaultText(
                    row[4], type: column.nativeType, extra: words, isMariaDB: isMariaDB)
                column.nativeDefault = value
                if words.contains("auto_increment") { column.counter = "AUTO_INCREMENT" }
                let expression: String = try row[8] ?? ""
                if !expression.isEmpty {
                    column.generated = "\(expression) \(words.contains("stored") ? "STORED" : "VIRTUAL")"
                    column.nativeDefault = nil
                }
                if let place = words.firstRange(of: "on update ") {
                    column.options = String(words[place.lowerBound...]).uppercased()
                }
                if let collation: String = try row[6], collation != collations[table] { column.collation = collation }
                let comment: String = try row[7]
                column.comment = comment.isEmpty ? nil : comment
                tables.with(table) { table in
                    MySQLColumnGuess.complete(&column, of: &table)
                    table.columns.append(column)
                }
            }
        }

        private func addIndexes(
            to tables: inout TableCollector, _ connection: any Connection, isMariaDB: Bool
        ) throws {
            // MariaDB has no indexes on expressions.
            let sql = """
                SELECT table_name, index_name, non_unique, column_name, sub_part, collation, index_type,
                \(isMariaDB ? "NULL" : "expression")
                FROM information_schema.statistics WHERE table_schema = DATABASE()
                ORDER BY table_name, index_name, seq_in_index
                """
            try connection.query(sql, Values()) { row in
                let (name, isUnique): (String, Bool) = (try row[1], try row[2] as Int == 0)
                var field = IndexDescription.Field(column: try row[3])
                field.length = try row[4]
                field.descending = try row[5] as String? == "D"
                field.expression = try row[7]
                let method: String = try row[6]
                tables.with(try row[0]) { table in
                    guard name != "PRIMARY" else { return table.primaryKey.append(field.column ?? "") }
                    if table.indexes.last?.name.text != name {
                        let name = MySQLCatalogText.indexName(name, firstColumn: field.column)
                        var index = IndexDescription(name: name, unique: isUnique)
                        index.method = method.lowercased()
                        table.indexes.append(index)
                    }
                    table.indexes[table.indexes.count - 1].fields.append(field)
                }
            }
        }

        private func addForeignKeys(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT u.table_name, u.constraint_name, u.column_name, u.referenced_table_name,
                u.referenced_column_name, r.delete_rule, r.update_rule, u.ordinal_position
                FROM information_schema.key_column_usage AS u
                INNER JOIN information_schema.referential_constraints AS r
                ON r.constraint_schema = u.constraint_schema AND r.constraint_name = u.constraint_name
                AND r.table_name = u.table_name
                WHERE u.constraint_schema = DATABASE() AND u.referenced_table_name IS NOT NULL
                ORDER BY u.table_name, u.constraint_name, u.ordinal_position
                """
            try connection.query(sql, Values()) { row in
                let key = ForeignKeyDescription(
                    name: MySQLCatalogText.foreignKeyName(try row[1]), columns: [], table: try row[3], keys: [],
                    onDelete: ReferentialAction(rawValue: try row[5]) ?? .noAction,
                    onUpdate: ReferentialAction(rawValue: try row[6]) ?? .noAction)
                let (column, other, isFirst): (String, String, Bool) = (try row[2], try row[4], try row[7] as Int == 1)
                tables.with(try row[0]) { table in
                    if isFirst { table.foreignKeys.append(key) }
                    table.foreignKeys[table.foreignKeys.count - 1].columns.append(column)
                    table.foreignKeys[table.foreignKeys.count - 1].keys.append(other)
                }
            }
        }

        private func addTriggers(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT event_object_table, trigger_name, action_timing, event_manipulation, action_statement
                FROM information_schema.triggers WHERE trigger_schema = DATABASE()
                ORDER BY event_object_table, trigger_name
                """
            try connection.query(sql, Values()) { row in
                let (time, event, statement): (String, String, String) = (try row[2], try row[3], try row[4])
                let trigger = TriggerDescription(name: try row[1], definition: "\(time) \(event) \(statement)")
                tables.with(try row[0]) { $0.triggers.append(trigger) }
            }
        }
    }
#endif
