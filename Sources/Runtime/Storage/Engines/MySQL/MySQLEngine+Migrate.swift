#if MySQL
    extension MySQLEngine {
        var takesBackDefinitions: Bool { false }

        /// MySQL ends a transaction at every change of a table, so that a migration is not taken back as a whole: its
        /// operations run one by one, and an error says which of them remain. What they do to rows is one transaction
        /// up to the next change of a table.
        ///
        /// GET_LOCK keeps other runners away. It belongs to the connection, so a process that is killed lets go of it.
        func migrate(
            _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
        ) throws -> Bool {
            let editor = MySQLSchemaEditor(connection)
            try editor.check(operations)
            try lock(connection)
            defer { _ = try? connection.execute("DO RELEASE_LOCK(\(Self.lockName))") }
            // What follows the last change of a table holds together with the note that the migration has run.
            func begin(_ connection: any Connection) throws { try self.begin(connection, TransactionOptions()) }
            return try connection.transaction(begin: begin) { _ in try body(editor) }
        }

        private func lock(_ connection: any Connection) throws {
            let sql = "SELECT GET_LOCK(\(Self.lockName), \(Self.lockWait))"
            guard try connection.first(sql, [], { try $0[0] as Int? }) == .some(.some(1)) else {
                throw DatabaseTimeoutError(
                    message: "another process has been running migrations for \(Self.lockWait) seconds")
            }
        }

        /// A lock of the server, so its name is the database's; names have 64 characters at most.
        private static let lockName = "CONCAT('scaffold_', MD5(DATABASE()))"

        /// Seconds that a runner waits for another one to finish its migration.
        private static let lockWait = 60
    }
#endif
