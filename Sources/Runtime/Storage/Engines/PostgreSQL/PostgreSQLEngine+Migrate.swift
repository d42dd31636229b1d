#if PostgreSQL
    extension PostgreSQLEngine {
        func schemaEditor(_ connection: any Connection) -> any SchemaEditor { PostgreSQLSchemaEditor(connection) }

        var buildsIndexesConcurrently: Bool { true }

        /// 42P07: there is an index of this name. (One that was left behind half built goes before.)
        func saysDone(_ operation: SchemaOperation, _ error: any Error) -> Bool {
            operation.isConcurrent && (error as? DatabaseError)?.state == "42P07"
        }

        /// One transaction: definitions can be taken back.
        func migrate(
            _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
        ) throws -> Bool {
            func begin(_ connection: any Connection) throws { try self.begin(connection, TransactionOptions()) }
            return try connection.transaction(begin: begin) { _ in
                let editor = PostgreSQLSchemaEditor(connection)
                guard try body(editor) else { return false }
                for operation in operations {
                    switch operation {
                    case .bulkInsert(let table, _), .bulkUpsert(let table, _, _, _):
                        try editor.advanceKeys(of: table)
                    default: continue
                    }
                }
                return true
            }
        }
    }
#endif
