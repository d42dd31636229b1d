#if PostgreSQL
    extension PostgreSQLEngine {
        /// One transaction: definitions can be taken back. An advisory lock of that transaction keeps other runners
        /// away; the server lets go of it when the transaction ends, or the one who began it is gone.
        func migrate(
            _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
        ) throws -> Bool {
            func begin(_ connection: any Connection) throws { try self.begin(connection, TransactionOptions()) }
            return try connection.transaction(begin: begin) { _ in
                try connection.run(
                    script: "SET LOCAL lock_timeout = \(Self.migrationLockWait); "
                        + "SELECT pg_advisory_xact_lock(\(Self.lock))")
                let editor = PostgreSQLSchemaEditor(connection)
                guard try body(editor) else { return false }
                for operation in operations {
                    guard case .bulkInsert(let table, _) = operation else { continue }
                    try editor.advanceKeys(of: table)
                }
                return true
            }
        }

        /// Milliseconds that a runner waits for another one to finish its migration.
        private static let migrationLockWait = 60_000
        /// The lock's number: the letters `scaffold`.
        private static let lock: Int64 = 0x7363_6166_666F_6C64
    }
#endif
