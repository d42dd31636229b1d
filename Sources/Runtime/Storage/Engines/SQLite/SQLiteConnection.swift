import CSQLite

/// A connection to SQLite. Used by one task at a time, so SQLite need not lock it.
final class SQLiteConnection: Connection {
    private let handle: OpaquePointer
    private let cache: SQLiteStatementCache
    private let watch: SQLiteWatch
    private let log: StatementLog

    init(path: String, flags: Int32, settings: DatabaseConfiguration, log: StatementLog) throws {
        var handle: OpaquePointer?
        let status = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard status == SQLITE_OK, let handle else {
            let reason = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw ConnectionError(message: "the database \(path) cannot be opened: \(reason)")
        }
        self.handle = handle
        self.log = log
        cache = SQLiteStatementCache(handle, limit: settings.statementCacheSize)
        watch = SQLiteWatch(handle, timeout: settings.statementTimeout)
        sqlite3_busy_timeout(handle, Int32(clamping: settings.busyTimeout.wholeMilliseconds))
        SQLiteFunctions.register(on: handle)
    }

    deinit {
        cache.removeAll()
        sqlite3_close_v2(handle)
    }

    var isInTransaction: Bool {
        sqlite3_get_autocommit(handle) == 0
    }

    var isUsable: Bool { true }

    var statementTimeout: Duration? {
        get { watch.timeout }
        set { watch.timeout = newValue }
    }

    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
        try log.measure(sql, values) {
            try cache.withStatement(sql) { statement in
                try statement.bind(values)
                watch.start()
                while try step(statement) { try body(Row(statement)) }
            }
        }
    }

    func execute(_ sql: String, _ values: Values) throws -> Execution {
        try log.measure(sql, values) {
            try cache.withStatement(sql) { statement in
                try statement.bind(values)
                let before = sqlite3_total_changes64(handle)
                watch.start()
                while try step(statement) {}
                // The count of changes stays that of the last INSERT, UPDATE or DELETE when this was none of them.
                guard sqlite3_total_changes64(handle) != before else {
                    return Execution(rowsAffected: 0, lastInsertID: nil)
                }
                return Execution(
                    rowsAffected: Int(sqlite3_changes64(handle)), lastInsertID: sqlite3_last_insert_rowid(handle))
            }
        }
    }

    func run(script: String) throws {
        try log.measure(script) {
            watch.start()
            let status = sqlite3_exec(handle, script, nil, nil, nil)
            guard status == SQLITE_OK else { throw failure(status, script) }
        }
    }

    private func step(_ statement: SQLiteStatement) throws -> Bool {
        switch sqlite3_step(statement.handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let status: throw failure(status, statement.sql)
        }
    }

    private func failure(_ status: Int32, _ sql: String) -> any Error {
        if status & 0xFF == SQLITE_INTERRUPT, let reason = watch.reason(sql: sql) { return reason }
        return SQLiteFailure.error(handle, status: status, sql: sql)
    }
}

extension Duration {
    /// Milliseconds, what is less cut off.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds.multipliedReportingOverflow(by: 1000).overflow
            ? .max : seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
