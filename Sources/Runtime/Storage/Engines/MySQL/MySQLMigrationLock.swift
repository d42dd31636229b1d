#if MySQL
    extension MySQLEngine {
        func lockMigrations(_ connection: any Connection) throws -> MigrationLockAttempt {
            try MySQLMigrationLock.take(connection)
        }
    }

    /// GET_LOCK: it belongs to the session, and the server lets go of it when the session ends. A statement that was
    /// under way when the client was killed comes to its end first.
    struct MySQLMigrationLock: MigrationLock {
        /// A lock of the server, so its name is the database's; names have 64 characters at most.
        private static let name = "CONCAT('scaffold_', MD5(DATABASE()))"

        static func take(_ connection: any Connection) throws -> MigrationLockAttempt {
            let answer = try connection.first("SELECT GET_LOCK(\(name), 0)") { try $0[0] as Int? }
            return answer == .some(.some(1)) ? .taken(Self()) : .busy(holder: try holder(connection))
        }

        func isHeld(by connection: any Connection) throws -> Bool {
            let sql = "SELECT COALESCE(IS_USED_LOCK(\(Self.name)) = CONNECTION_ID(), 0)"
            return try connection.first(sql) { try $0[0] as Int } == 1
        }

        func release(_ connection: any Connection) throws {
            try connection.execute("DO RELEASE_LOCK(\(Self.name))")
        }

        private static func holder(_ connection: any Connection) throws -> String? {
            try connection.first(
                "SELECT id, user, host FROM information_schema.processlist WHERE id = IS_USED_LOCK(\(name))"
            ) { row in "connection \(try row[0] as Int) of \(try row[1] as String) from \(try row[2] as String)" }
        }
    }
#endif
