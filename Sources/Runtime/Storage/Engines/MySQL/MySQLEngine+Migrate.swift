#if MySQL
    extension MySQLEngine {
        var takesBackDefinitions: Bool { false }

        func schemaEditor(_ connection: any Connection) -> any SchemaEditor { MySQLSchemaEditor(connection) }

        /// MySQL ends a transaction at every change of a table, so that a migration is not taken back as a whole:
        /// whoever carries it out notes after each operation how far it has come.
        ///
        /// A 0 in a column that becomes a counted one is kept: the server would give the row another number.
        func migrate(
            _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
        ) throws -> Bool {
            let editor = MySQLSchemaEditor(connection)
            try editor.check(operations)
            try connection.execute("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_AUTO_VALUE_ON_ZERO')")
            defer {
                _ = try? connection.execute(
                    "SET SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_AUTO_VALUE_ON_ZERO', '')")
            }
            func begin(_ connection: any Connection) throws { try self.begin(connection, TransactionOptions()) }
            return try connection.transaction(begin: begin) { _ in try body(editor) }
        }

        /// A change of a table is carried out or not, as a whole, also when the client is gone before it is done; where
        /// an operation is several, all but the last look first at what there is.
        func saysDone(_ operation: SchemaOperation, _ error: any Error) -> Bool {
            guard let code = (error as? DatabaseError)?.code else { return false }
            return switch operation {
            case .createTable: code == 1050
            case .dropTable: [1051, 1146].contains(code)
            case .renameTable: [1017, 1050, 1146].contains(code)
            case .addColumn: [1060, 1061].contains(code)
            case .removeColumn, .removeIndex, .removeConstraint: code == 1091
            case .renameColumn: code == 1054
            case .addIndex: code == 1061
            // 1176: no index of the old name
            case .renameIndex: code == 1176
            case .addConstraint: [1005, 1061, 1068, 1826, 3822].contains(code)
            default: false
            }
        }
    }
#endif
