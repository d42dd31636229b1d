#if PostgreSQL
    import CPostgreSQL

    /// A session with a PostgreSQL server. Used by one task at a time, on threads that may block.
    ///
    /// Results are read as a whole before the first row is handed out, so that the rows of one statement may be read
    /// while another one runs.
    final class PostgreSQLConnection: Connection {
        private let wire: PostgreSQLWire
        private let log: StatementLog
        private let parameters = PostgreSQLParameters()
        private var cache: PostgreSQLStatementCache
        /// Statements that the server is to forget as soon as it listens.
        private var forgotten: [String] = []
        private var prepared = 0
        private var session: PostgreSQLTimeoutSetting

        init(_ handle: OpaquePointer, settings: DatabaseConfiguration, log: StatementLog) {
            wire = PostgreSQLWire(handle, logger: log.logger)
            wire.timeout = settings.statementTimeout
            session = PostgreSQLTimeoutSetting(settings.statementTimeout)
            cache = PostgreSQLStatementCache(limit: settings.statementCacheSize)
            self.log = log
        }

        /// The outermost ends with the connection; one that failed is one until it is rolled back.
        var isInTransaction: Bool {
            switch PQtransactionStatus(wire.handle) {
            case PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_ACTIVE: true
            default: false
            }
        }

        var isTransactionAborted: Bool { PQtransactionStatus(wire.handle) == PQTRANS_INERROR }

        var isUsable: Bool { wire.isUsable }

        var statementTimeout: Duration? {
            get { wire.timeout }
            set { wire.timeout = newValue }
        }

        /// How many prepared statements it keeps.
        var statementCount: Int { cache.count }

        func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
            try log.measure(sql, values) { try result(of: sql, values).read(body) }
        }

        func execute(_ sql: String, _ values: Values) throws -> Execution {
            let rows = try log.measure(sql, values) { try result(of: sql, values) }
            return Execution(rowsAffected: rows.rowsAffected, lastInsertID: nil)
        }

        func run(script: String) throws {
            guard !script.utf8.contains(0) else {
                throw DatabaseError(code: 0, message: "a NUL character in the statement", sql: script)
            }
            try log.measure(script) {
                try applyTimeout()
                _ = try wire.exchange(script) { PQsendQuery($0, script) }
            }
        }
    }

    // Running.
    extension PostgreSQLConnection {
        private func result(of sql: String, _ values: Values) throws -> PostgreSQLRows {
            try applyTimeout()
            let statement = try bound(sql, values)
            do {
                return try run(statement, sql)
            } catch let error as DatabaseError where statement.hasRun && Self.isOutdated(error) {
                // A table was changed since it was prepared, or the server was told to forget it.
                drop(statement, isGone: error.state == Self.isGone)
                guard !isInTransaction else { throw error }
                let renewed = try bound(sql, values)
                // The same statement would only say the same again.
                guard !Self.isOfValues(error) || renewed.types != statement.types else { throw error }
                return try run(renewed, sql)
            }
        }

        private func run(_ statement: PostgreSQLStatement, _ sql: String) throws -> PostgreSQLRows {
            let rows = try wire.exchange(sql) { handle in
                parameters.withPointers { count, values, lengths, formats in
                    PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 1)
                }
            }
            guard PQresultStatus(rows.result) != PGRES_EMPTY_QUERY else {
                throw DatabaseError(code: 0, message: "no statement", sql: sql)
            }
            statement.hasRun = true
            return rows
        }

        /// Whether preparing the statement anew may help: its plan does not fit its tables any more, its values were
        /// taken for those of another type, or it is gone.
        private static func isOutdated(_ error: DatabaseError) -> Bool {
            guard let state = error.state else { return false }
            return state == "0A000" || state == isGone || state.hasPrefix("42") || isOfValues(error)
        }

        private static func isOfValues(_ error: DatabaseError) -> Bool {
            ["22P02", "22007", "22008"].contains(error.state)
        }

        /// The code for a statement that the server does not know.
        private static let isGone = "26000"

        /// The statement of a text, with its values taken in.
        private func bound(_ sql: String, _ values: Values) throws -> PostgreSQLStatement {
            let statement = try statement(sql, isGreat: false)
            guard values.count == statement.types.count else {
                throw DatabaseError(
                    code: 0,
                    message: "the statement takes \(statement.types.count) values and was given \(values.count)",
                    sql: sql)
            }
            do {
                try parameters.encode(values.items, as: statement.types)
                return statement
            } catch is PostgreSQLGreatInteger {
                return try boundGreat(sql, values)
            } catch let error as ValueError where statement.hasRun {
                // The column may be of another type by now.
                drop(statement)
                guard try self.statement(sql, isGreat: false).types != statement.types else { throw error }
                return try bound(sql, values)
            }
        }

        /// The statement with integers of 64 bits: looking for one that no column of 32 bits can hold finds nothing,
        /// and writing one is refused by the server, with the right error.
        private func boundGreat(_ sql: String, _ values: Values) throws -> PostgreSQLStatement {
            do {
                let statement = try statement(sql, isGreat: true)
                try parameters.encode(values.items, as: statement.types)
                return statement
            } catch is PostgreSQLGreatInteger {
                throw PostgreSQLGreatInteger.refusal
            } catch is DatabaseError {
                throw PostgreSQLGreatInteger.refusal
            }
        }
    }

    // Preparing.
    extension PostgreSQLConnection {
        private func statement(_ sql: String, isGreat: Bool) throws -> PostgreSQLStatement {
            let key = PostgreSQLStatementKey(sql: sql, isGreat: isGreat)
            if let known = cache.statement(key) { return known }
            guard !sql.utf8.contains(0) else {
                throw DatabaseError(code: 0, message: "a NUL character in the statement", sql: sql)
            }
            try forget()
            let types = try isGreat ? statement(sql, isGreat: false).types.map(Self.greatest) : []
            prepared += 1
            let name = "scaffold_\(prepared)"
            _ = try wire.exchange(sql) { PQsendPrepare($0, name, sql, Int32(clamping: types.count), types) }
            let statement = PostgreSQLStatement(name: name, types: try self.types(of: name, sql))
            if let oldest = cache.insert(statement, key) { forgotten.append(oldest.name) }
            return statement
        }

        /// The types that the server has inferred for the marks of a statement.
        private func types(of name: String, _ sql: String) throws -> [UInt32] {
            guard sql.utf8.count > Self.longDescription else {
                let description = try wire.exchange(sql) { PQsendDescribePrepared($0, name) }
                return (0..<PQnparams(description.result)).map { PQparamtype(description.result, $0) }
            }
            let list =
                "SELECT type::oid FROM pg_catalog.pg_prepared_statements, "
                + "unnest(parameter_types) WITH ORDINALITY AS t (type, number) WHERE name = '\(name)' ORDER BY number"
            var types: [UInt32] = []
            let rows = try wire.exchange(sql) { PQsendQueryParams($0, list, 0, nil, nil, nil, nil, 1) }
            try rows.read { types.append(UInt32(clamping: try $0[0] as Int64)) }
            return types
        }

        /// Bytes of a text that may have more than 7,498 marks: libpq takes the description of so many for a sign that
        /// it has lost its place, and ends the connection.
        private static let longDescription = 30_000

        private static func greatest(_ type: UInt32) -> UInt32 {
            type == PostgreSQLType.int4 || type == PostgreSQLType.int2 ? PostgreSQLType.int8 : type
        }

        private func drop(_ statement: PostgreSQLStatement, isGone: Bool = false) {
            cache.remove(statement)
            if !isGone { forgotten.append(statement.name) }
        }

        /// Tells the server which statements it need not keep. A transaction that has failed hears nothing of it.
        private func forget() throws {
            guard !forgotten.isEmpty, !isTransactionAborted else { return }
            let names = forgotten
            forgotten = []
            let sql = "DEALLOCATE \(names.joined(separator: "; DEALLOCATE "))"
            do {
                _ = try wire.exchange(sql) { PQsendQuery($0, sql) }
            } catch let error as DatabaseError where error.state == Self.isGone && !isInTransaction {
                // Somebody has told the server to forget all of them.
            }
        }

        /// Tells the server how long statements may run when that has changed.
        private func applyTimeout() throws {
            guard session.differs(from: wire.timeout, isInTransaction: isInTransaction),
                !isTransactionAborted
            else { return }
            let sql = "SET statement_timeout = \(wire.timeout.map(\.serverMilliseconds) ?? 0)"
            _ = try wire.exchange(sql) { PQsendQuery($0, sql) }
            session = PostgreSQLTimeoutSetting(wire.timeout, isInTransaction: isInTransaction)
        }
    }

    /// What the server was last told of how long a statement may run. What it is told inside of a transaction it
    /// forgets when that is rolled back.
    struct PostgreSQLTimeoutSetting {
        private let timeout: Duration?
        private let isOfTransaction: Bool

        init(_ timeout: Duration?, isInTransaction: Bool = false) {
            self.timeout = timeout
            isOfTransaction = isInTransaction
        }

        func differs(from wanted: Duration?, isInTransaction: Bool) -> Bool {
            timeout != wanted || (isOfTransaction && !isInTransaction)
        }
    }
#endif
