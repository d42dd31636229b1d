#if MySQL
    import CMySQL

    /// A connection to a MySQL or MariaDB server.
    final class MySQLConnection: Connection {
        private let link: MySQLLink
        private let log: StatementLog
        private let watch: MySQLWatch
        private let cache: MySQLStatementCache
        private var keys = MySQLKeyNames()
        private var isBroken = false
        private var lastUse = ContinuousClock.now
        private(set) var server: MySQLServer?

        /// Opens it and says how the session is to be.
        init(_ address: ServerAddress, settings: DatabaseConfiguration, log: StatementLog) throws {
            let link = try MySQLLink(address)
            self.link = link
            self.log = log
            watch = MySQLWatch(timeout: settings.statementTimeout)
            cache = MySQLStatementCache(link, watch, limit: settings.statementCacheSize)
            let thread = mysql_thread_id(link.handle)
            watch.kill = { Self.kill(thread, at: address) }
            try prepare(settings)
        }

        deinit {
            cache.removeAll()
            link.close()
        }

        private func prepare(_ settings: DatabaseConfiguration) throws {
            let wait = min(max(1, (settings.busyTimeout.wholeMilliseconds + 999) / 1000), 1_000_000)
            // Text is compared letter by letter, also where no column says how.
            try execute("SET NAMES utf8mb4 COLLATE utf8mb4_bin")
            try execute(
                "SET SESSION sql_mode = '\(Self.modes)', time_zone = '+00:00', autocommit = 1, completion_type = 0, "
                    + "innodb_lock_wait_timeout = \(wait), lock_wait_timeout = \(wait)")
            try execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
            server = try MySQLServer(self)
        }

        private static let modes =
            "STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

        /// Ends the statement of a connection, by another one.
        private static func kill(_ thread: UInt, at address: ServerAddress) {
            var address = address
            address.options.connectTimeout = min(address.options.connectTimeout ?? 5, 5)
            guard let link = try? MySQLLink(address) else { return }
            defer { link.close() }
            let sql = "KILL QUERY \(thread)"
            mysql_real_query(link.handle, sql, UInt(sql.utf8.count))
        }

        /// A connection that was used a moment ago is not looked at.
        private static let moment = Duration.milliseconds(50)

        var isInTransaction: Bool { link.handle.pointee.server_status & UInt32(SERVER_STATUS_IN_TRANS) != 0 }

        var isUsable: Bool {
            guard !isBroken else { return false }
            guard lastUse.duration(to: .now) > Self.moment else { return true }
            return !link.hasHungUp
        }

        var statementTimeout: Duration? {
            get { watch.timeout }
            set { watch.timeout = newValue }
        }
    }

    // Statements.
    extension MySQLConnection {
        func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
            try log.measure(sql, values) {
                try run(sql, values) { statement in
                    while try statement.next() { try body(Row(statement)) }
                }
            }
        }

        func execute(_ sql: String, _ values: Values) throws -> Execution {
            try log.measure(sql, values) {
                // What binds nothing has no use for being prepared, and some of it cannot be (SAVEPOINT).
                guard values.count > 0 else { return try run(text: sql) }
                return try run(sql, values) { execution($0.affectedRows, $0.insertedKey) }
            }
        }

        func run(script: String) throws {
            try log.measure(script) {
                mysql_set_server_option(link.handle, MYSQL_OPTION_MULTI_STATEMENTS_ON)
                defer {
                    if !isBroken { mysql_set_server_option(link.handle, MYSQL_OPTION_MULTI_STATEMENTS_OFF) }
                }
                _ = try run(text: script)
            }
        }

        private func run<R>(_ sql: String, _ values: Values, _ body: (MySQLStatement) throws -> R) throws -> R {
            defer { lastUse = .now }
            do {
                return try cache.withStatement(sql) { statement in
                    try execute(statement, values)
                    return try body(statement)
                }
            } catch let problem as MySQLProblem {
                throw failure(problem, sql)
            }
        }

        private func execute(_ statement: MySQLStatement, _ values: Values) throws {
            watch.start()
            if let server { try statement.requireSize(of: values, upTo: server.maximumPacket) }
            try statement.execute(values)
            settle()
        }

        private func execution(_ rows: UInt64, _ key: UInt64) -> Execution {
            // All bits are set where rows are not counted.
            Execution(
                rowsAffected: rows == .max ? 0 : Int(clamping: rows),
                lastInsertID: key == 0 ? nil : Int64(exactly: key), keyStep: server?.keyStep ?? 1)
        }
    }

    // Statements that are sent as they stand.
    extension MySQLConnection {
        private func run(text sql: String) throws -> Execution {
            defer { lastUse = .now }
            guard !isBroken else { throw ConnectionLostError(message: "the connection was lost before", sql: sql) }
            try MySQLText.requireWhole(sql)
            watch.start(mayBeKilled: !Self.endsTransaction(sql))
            var status: Int32 = 0
            var text = sql
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    watch.run(link.socket) {
                        mysql_real_query_start(&status, link.handle, bytes.baseAddress, UInt(bytes.count))
                    } _: {
                        mysql_real_query_cont(&status, link.handle, $0)
                    }
                }
            }
            var number = 1
            var result = Execution(rowsAffected: 0, lastInsertID: nil)
            while status == 0 {
                result = try passOver(sql)
                guard mysql_more_results(link.handle) != 0 else { break }
                number += 1
                watch.run(link.socket) {
                    mysql_next_result_start(&status, link.handle)
                } _: {
                    mysql_next_result_cont(&status, link.handle, $0)
                }
            }
            guard status <= 0 else {
                throw failure(MySQLProblem(link.handle, place: number > 1 ? "statement \(number): " : ""), sql)
            }
            settle()
            return result
        }

        /// Reads the rows that a statement returns, and says what it did.
        private func passOver(_ sql: String) throws -> Execution {
            var rows: UnsafeMutablePointer<MYSQL_RES>?
            watch.run(link.socket) {
                mysql_store_result_start(&rows, link.handle)
            } _: {
                mysql_store_result_cont(&rows, link.handle, $0)
            }
            if let rows {
                mysql_free_result(rows)
                return Execution(rowsAffected: 0, lastInsertID: nil)
            }
            guard mysql_field_count(link.handle) == 0 else { throw failure(MySQLProblem(link.handle), sql) }
            return execution(mysql_affected_rows(link.handle), mysql_insert_id(link.handle))
        }

        private static func endsTransaction(_ sql: String) -> Bool {
            sql.hasPrefix("COMMIT") || sql.hasPrefix("ROLLBACK") || sql.hasPrefix("RELEASE")
        }

        /// A statement that was done before it could be ended: the order to end it must not meet the next one.
        private func settle() {
            guard watch.wasKilled else { return }
            refresh()
        }

        /// A round trip that leaves nothing behind but the session's state, which errors do not tell.
        private func refresh() {
            mysql_real_query(link.handle, "DO 0", 4)
        }
    }

    // Failures.
    extension MySQLConnection {
        private func failure(_ problem: MySQLProblem, _ sql: String) -> any Error {
            isBroken = isBroken || problem.endsConnection
            if problem.isInterruption || isBroken, let reason = watch.reason(sql: sql) { return reason }
            if !isBroken {
                // A deadlock ends the transaction, a lock that is waited for too long may.
                if problem.mayEndTransaction { refresh() }
                settle()
            }
            return MySQLFailure.error(problem, sql: sql) { name in
                isBroken ? [] : (try? keys.columns(of: name, MySQLText.table(writtenBy: sql), self)) ?? []
            }
        }
    }
#endif
