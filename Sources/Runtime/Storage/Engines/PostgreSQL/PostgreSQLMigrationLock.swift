#if PostgreSQL
    extension PostgreSQLEngine {
        func lockMigrations(_ connection: any Connection) throws -> MigrationLockAttempt {
            try PostgreSQLMigrationLock.take(connection)
        }
    }

    /// An advisory lock of the session: the server lets go of it when the session ends. A statement that was under way
    /// when the client was killed comes to its end first.
    struct PostgreSQLMigrationLock: MigrationLock {
        /// The lock's number: the letters `scaffold`. Each database has locks of its own.
        private static let number: Int64 = 0x7363_6166_666F_6C64

        static func take(_ connection: any Connection) throws -> MigrationLockAttempt {
            let isTaken = try connection.first("SELECT pg_try_advisory_lock(\(number))") { try $0[0] as Bool } ?? false
            return isTaken ? .taken(Self()) : .busy(holder: try holder(connection))
        }

        func isHeld(by connection: any Connection) throws -> Bool {
            try connection.first("SELECT 1 \(Self.held) AND pid = pg_backend_pid()") { _ in true } ?? false
        }

        func release(_ connection: any Connection) throws {
            try connection.execute("SELECT pg_advisory_unlock(\(Self.number))")
        }

        private static let held = """
            FROM pg_catalog.pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
            AND classid = \(UInt32(truncatingIfNeeded: number >> 32))::oid
            AND objid = \(UInt32(truncatingIfNeeded: number))::oid
            AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            """

        private static func holder(_ connection: any Connection) throws -> String? {
            let sql = """
                SELECT pid, coalesce(nullif(application_name, ''), usename, 'somebody'),
                coalesce(host(client_addr), 'this machine'), to_char(backend_start, 'HH24:MI:SS')
                FROM pg_catalog.pg_stat_activity WHERE pid IN (SELECT pid \(held))
                """
            return try connection.first(sql) { row in
                "session \(try row[0] as Int) of \(try row[1] as String) from \(try row[2] as String), "
                    + "since \(try row[3] as String) UTC"
            }
        }
    }
#endif
