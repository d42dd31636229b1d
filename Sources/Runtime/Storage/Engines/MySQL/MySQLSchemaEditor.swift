#if MySQL
    /// Changes tables in MySQL. Every change of a table ends the transaction at hand; the next one begins at once.
    struct MySQLSchemaEditor: SchemaEditor {
        let connection: any Connection
        let catalog: MySQLCatalog
        let dialect = MySQLDialect()
        let definitions = DefinitionText(dialect: MySQLDialect())

        init(_ connection: any Connection) {
            self.connection = connection
            let server = (RecordingConnection.base(of: connection) as? MySQLConnection)?.server
            catalog = MySQLCatalog(connection: connection, isMariaDB: server?.isMariaDB ?? false)
        }

        func createTable(_ table: TableBlueprint) throws {
            let keys = table.columns.filter(\.primaryKey).map(\.name)
            var items = try table.columns.map(text)
            if !keys.isEmpty { items.append(definitions.text(.primaryKey(keys))) }
            for column in table.columns {
                if column.unique, keys != [column.name] { items.append(definitions.text(.unique([column.name]))) }
                items += try constraints(of: column, table.name)
            }
            items += table.constraints.map(definitions.text)
            try run(
                "CREATE TABLE \(dialect.quote(table.name)) (\n    \(items.joined(separator: ",\n    "))\n)"
                    + " ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin")
        }

        func dropTable(_ name: String) throws {
            try run("DROP TABLE \(dialect.quote(name))")
        }

        func renameTable(_ name: String, to newName: String) throws {
            try run("RENAME TABLE \(dialect.quote(name)) TO \(dialect.quote(newName))")
        }

        func addColumn(_ column: ColumnBlueprint, to table: String) throws {
            var changes = ["ADD COLUMN \(try text(column))"]
            if column.primaryKey { changes.append("ADD \(definitions.text(.primaryKey([column.name])))") }
            if column.unique { changes.append("ADD \(definitions.text(.unique([column.name])))") }
            changes += try constraints(of: column, table).map { "ADD \($0)" }
            try alter(table, changes)
        }

        /// Refuses what MySQL does not have before anything is changed, since a half-done migration stays half done.
        func check(_ operations: [SchemaOperation]) throws {
            for case .addIndex(let index) in operations { try check(index) }
        }

        private func check(_ index: IndexBlueprint) throws {
            if let method = index.using, method != .btree, method != .hash {
                throw ModelDefinitionError("MySQL has no indexes by \(method.rawValue), which '\(index.name)' asks for")
            }
            if index.unique, index.condition.map({ !$0.isAll && !$0.cells.isEmpty }) ?? false {
                throw ModelDefinitionError(
                    "MySQL has no unique indexes of some rows only, which '\(index.name)' asks for")
            }
        }

        /// An index of some rows only is one of all rows here; a unique one would then refuse rows that it should not.
        func addIndex(_ index: IndexBlueprint) throws {
            let method = index.using.map { " USING \($0.rawValue)" } ?? ""
            let fields = index.fields.map { field in
                dialect.quote(field.name) + (field.length.map { "(\(max(1, $0)))" } ?? "")
                    + (field.direction == .descending ? " DESC" : "")
            }
            try run(
                "CREATE \(index.unique ? "UNIQUE " : "")INDEX \(dialect.quote(index.name))\(method) "
                    + "ON \(dialect.quote(index.table)) (\(fields.joined(separator: ", ")))")
            guard index.fields.allSatisfy({ $0.length == nil }) else { return }
            try removeSupports(replacedBy: index.name, index.columns, in: index.table)
        }

        func renameIndex(_ name: String, of table: String, to newName: String) throws {
            try alter(table, ["RENAME INDEX \(dialect.quote(name)) TO \(dialect.quote(newName))"])
        }

        func addConstraint(_ constraint: TableConstraint, to table: String) throws {
            try alter(table, ["ADD \(definitions.text(constraint))"])
        }

        func removeConstraint(_ name: String, of table: String) throws {
            switch try catalog.kind(ofConstraint: name, of: table) {
            case "FOREIGN KEY": try alter(table, ["DROP FOREIGN KEY \(dialect.quote(name))"])
            case "CHECK": try alter(table, [catalog.dropping(name)])
            case "PRIMARY KEY": try alter(table, ["DROP PRIMARY KEY"])
            case "UNIQUE": try removeIndex(name, of: table)
            default: throw DatabaseError(code: 1091, message: "\(table) has no constraint \(name)")
            }
        }

        func alter(_ table: String, _ changes: [String]) throws {
            guard !changes.isEmpty else { return }
            try run("ALTER TABLE \(dialect.quote(table)) \(changes.joined(separator: ", "))")
        }

        func run(_ sql: String) throws {
            let wasInTransaction = connection.isInTransaction
            try connection.execute(sql)
            if wasInTransaction { try connection.execute("START TRANSACTION") }
        }
    }

    // Definitions.
    extension MySQLSchemaEditor {
        func text(_ column: ColumnBlueprint) throws -> String {
            var words = [dialect.quote(column.name), try dialect.type(column.type)]
            words.append(!column.allowNull || column.primaryKey ? "NOT NULL" : "NULL")
            if let value = column.defaultValue { words.append("DEFAULT \(try text(value, of: column.type))") }
            if column.autoIncrement { words.append("AUTO_INCREMENT") }
            if let comment = column.comment { words.append("COMMENT \(try dialect.literal(.text(comment)))") }
            return words.joined(separator: " ")
        }

        /// Long types take a default as an expression only, and days and times one of their own for now.
        private func text(_ value: ColumnDefault, of type: ColumnType) throws -> String {
            let text = try definitions.text(value)
            switch (value, type) {
            case (.value(let value), .text), (.value(let value), .json), (.value(let value), .blob):
                return value == .null ? text : "(\(text))"
            case (.now, .dateonly): return "(CURRENT_DATE)"
            case (.now, .time): return "(CURRENT_TIME(3))"
            default: return text
            }
        }

        /// What a column says of its values, and of rows that it refers to; MySQL passes over it behind the type.
        func constraints(of column: ColumnBlueprint, _ table: String) throws -> [String] {
            var items: [String] = []
            if case .enumeration(let values) = column.type {
                items.append(
                    definitions.text(
                        .check(
                            try definitions.isOneOf(values, column: column.name),
                            name: Self.name("\(table)_\(column.name)_check"))))
            }
            if let reference = column.references {
                items.append(
                    definitions.text(
                        .foreignKey(
                            [column.name], references: reference.table, keys: [reference.key],
                            onDelete: column.onDelete, onUpdate: column.onUpdate)))
            }
            return items
        }

        /// A name of a constraint; nil when it is longer than names may be, and the server makes one.
        private static func name(_ name: String) -> String? { name.unicodeScalars.count > 64 ? nil : name }
    }
#endif
