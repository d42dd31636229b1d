#if PostgreSQL
    /// Changes tables in PostgreSQL. Constraints are found in the catalog by their columns: their names stay what they
    /// were when tables and columns are renamed.
    struct PostgreSQLSchemaEditor: SchemaEditor {
        let connection: any Connection
        let dialect = PostgreSQLDialect()
        let definitions = DefinitionText(dialect: PostgreSQLDialect())

        init(_ connection: any Connection) {
            self.connection = connection
        }

        func createTable(_ table: TableBlueprint) throws {
            let keys = table.columns.filter(\.primaryKey)
            var items = try table.columns.map { try text($0, isOnlyKey: keys.count == 1) }
            if keys.count > 1 { items.append(definitions.text(.primaryKey(keys.map(\.name)))) }
            items += table.constraints.map(definitions.text)
            try run("CREATE TABLE \(dialect.quote(table.name)) (\n    \(items.joined(separator: ",\n    "))\n)")
            for column in table.columns where column.comment != nil { try comment(on: column, of: table.name) }
        }

        /// What people read about a column.
        func comment(on column: ColumnBlueprint, of table: String) throws {
            let text = try column.comment.map { try dialect.literal(.text($0)) } ?? "NULL"
            try run("COMMENT ON COLUMN \(dialect.quote(table)).\(dialect.quote(column.name)) IS \(text)")
        }

        func dropTable(_ name: String) throws {
            try run("DROP TABLE \(dialect.quote(name))")
        }

        func renameTable(_ name: String, to newName: String) throws {
            try alter(name, "RENAME TO \(dialect.quote(newName))")
        }

        func addColumn(_ column: ColumnBlueprint, to table: String) throws {
            try alter(table, "ADD COLUMN \(text(column, isOnlyKey: true))")
            if column.comment != nil { try comment(on: column, of: table) }
        }

        /// The server drops with it the indexes and constraints that it is part of, but for the primary key's.
        func removeColumn(_ name: String, of table: String) throws {
            if let column = try catalog(name, of: table), column.primaryKey != nil {
                throw DatabaseError(code: 0, message: "\(name) is part of the primary key of \(table)")
            }
            try alter(table, "DROP COLUMN \(dialect.quote(name))")
        }

        func renameColumn(_ name: String, of table: String, to newName: String) throws {
            try alter(table, "RENAME COLUMN \(dialect.quote(name)) TO \(dialect.quote(newName))")
        }

        func addIndex(_ index: IndexBlueprint) throws {
            let method = index.using.map { " USING \($0.rawValue)" } ?? ""
            let way = index.concurrently ? " CONCURRENTLY" : ""
            let sql =
                "CREATE \(index.unique ? "UNIQUE " : "")INDEX\(way) \(dialect.quote(index.name)) "
                + "ON \(dialect.quote(index.table))\(method) (\(definitions.fields(index)))"
                + (try definitions.rows(of: index))
            do {
                try run(sql)
            } catch {
                // 42P07: its name is taken; where one that came to no end had it, it is free now.
                guard index.concurrently, (try? removeHalfBuilt(index)) == true,
                    (error as? DatabaseError)?.state == "42P07"
                else { throw error }
                try run(sql)
            }
        }

        /// An index that was built while others wrote, and came to no end, stays behind and is of no use.
        ///
        /// - Returns: whether there was one.
        private func removeHalfBuilt(_ index: IndexBlueprint) throws -> Bool {
            let sql = """
                SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relname = $1 AND NOT i.indisvalid AND i.indrelid = to_regclass($2)
                """
            let table: Value = .text(dialect.quote(index.table))
            guard try connection.first(sql, [.text(index.name), table], { _ in true }) == true else { return false }
            try run("DROP INDEX CONCURRENTLY \(dialect.quote(index.name))")
            return true
        }

        /// One that belongs to a constraint, as Sequelize makes them for `unique: true`, goes with that: the server drops it
        /// in no other way.
        func removeIndex(_ name: String, of table: String) throws {
            let sql = """
                SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conindid
                WHERE c.relname = $1 AND k.conrelid = to_regclass($2) AND k.contype IN ('u', 'x')
                """
            let constraint = try connection.first(sql, [.text(name), .text(dialect.quote(table))]) {
                try $0[0] as String
            }
            if let constraint { return try removeConstraint(constraint, of: table) }
            try run("DROP INDEX \(dialect.quote(name))")
        }

        func renameIndex(_ name: String, of table: String, to newName: String) throws {
            try run("ALTER INDEX \(dialect.quote(name)) RENAME TO \(dialect.quote(newName))")
        }

        func addConstraint(_ constraint: TableConstraint, to table: String) throws {
            try alter(table, "ADD \(definitions.text(constraint))")
        }

        func removeConstraint(_ name: String, of table: String) throws {
            try alter(table, "DROP CONSTRAINT \(dialect.quote(name))")
        }

        func alter(_ table: String, _ change: String) throws {
            try run("ALTER TABLE \(dialect.quote(table)) \(change)")
        }

        /// Definitions are not worth a place among the prepared statements.
        func run(_ sql: String) throws {
            try connection.run(script: sql)
        }
    }

    // Definitions.
    extension PostgreSQLSchemaEditor {
        static let identity = "GENERATED BY DEFAULT AS IDENTITY"

        /// - Parameter isOnlyKey: whether a primary key of this column alone is said here, and not behind the columns.
        func text(_ column: ColumnBlueprint, isOnlyKey: Bool) throws -> String {
            var words = [dialect.quote(column.name), try dialect.type(column.type)]
            if column.autoIncrement { words.append(Self.identity) }
            if !column.allowNull || column.primaryKey { words.append("NOT NULL") }
            if column.primaryKey, isOnlyKey { words.append("PRIMARY KEY") }
            if column.unique, !(column.primaryKey && isOnlyKey) { words.append("UNIQUE") }
            if let value = column.defaultValue { words.append("DEFAULT \(try definitions.text(value))") }
            if let check = try check(column) { words.append(check) }
            if let reference = references(column) { words.append(reference) }
            return words.joined(separator: " ")
        }

        /// The condition that an enumeration's column holds one of its words.
        func check(_ column: ColumnBlueprint) throws -> String? {
            guard case .enumeration(let values) = column.type else { return nil }
            return "CHECK (\(try definitions.isOneOf(values, column: column.name)))"
        }

        func references(_ column: ColumnBlueprint) -> String? {
            column.references.map {
                definitions.references($0.table, [$0.key], column.onDelete, column.onUpdate)
            }
        }
    }
#endif
