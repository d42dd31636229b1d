#if MySQL
    import CMySQL

    /// A prepared statement. It is also the cells of its row at hand: they are read where libmariadb received them.
    final class MySQLStatement {
        /// Nil once closed.
        // asked for each cell, and changed only between rows by the one thread that holds the connection
        @exclusivity(unchecked) private(set) var handle: UnsafeMutablePointer<MYSQL_STMT>?
        let sql: String
        var isInUse = false
        var lastUse: UInt64 = 0
        private let link: MySQLLink
        private let watch: MySQLWatch
        private let parameters: MySQLParameters
        /// How the columns of the rows at hand are written.
        @exclusivity(unchecked) private(set) var forms: [MySQLForm] = []

        init(_ link: MySQLLink, _ watch: MySQLWatch, _ sql: String) throws {
            guard let handle = mysql_stmt_init(link.handle) else { throw MySQLProblem(link.handle) }
            self.link = link
            self.watch = watch
            self.sql = sql
            do {
                try Self.prepare(handle, link, watch, sql)
            } catch {
                mysql_stmt_close(handle)
                throw error
            }
            self.handle = handle
            parameters = MySQLParameters(count: Int(mysql_stmt_param_count(handle)))
        }

        deinit {
            close()
        }

        /// Lets go of the rows.
        func reset() {
            if let handle, !forms.isEmpty { mysql_stmt_free_result(handle) }
        }

        func close() {
            if let handle { mysql_stmt_close(handle) }
            handle = nil
        }

        private static func prepare(
            _ handle: UnsafeMutablePointer<MYSQL_STMT>, _ link: MySQLLink, _ watch: MySQLWatch, _ sql: String
        ) throws {
            try MySQLText.requireWhole(sql)
            watch.start()
            var status: Int32 = 0
            var text = sql
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    watch.run(link.socket) {
                        mysql_stmt_prepare_start(&status, handle, bytes.baseAddress, UInt(bytes.count))
                    } _: {
                        mysql_stmt_prepare_cont(&status, handle, $0)
                    }
                }
            }
            guard status == 0 else { throw MySQLProblem(handle) }
        }
    }

    // Running it.
    extension MySQLStatement {
        /// Binds the values and runs it; the rows are received as a whole, so that the connection is free for others.
        func execute(_ values: Values) throws {
            guard let handle else { throw DatabaseError(code: 0, message: "the statement is closed", sql: sql) }
            guard values.items.count == parameters.count else {
                throw DatabaseError(
                    code: 2031,
                    message: "the statement takes \(parameters.count) values and was given \(values.items.count)",
                    sql: sql)
            }
            var status: Int32 = 0
            try parameters.withBound(values) { binds in
                if let binds, mysql_stmt_bind_param(handle, binds) != 0 { throw MySQLProblem(handle) }
                watch.run(link.socket) {
                    mysql_stmt_execute_start(&status, handle)
                } _: {
                    mysql_stmt_execute_cont(&status, handle, $0)
                }
            }
            guard status == 0 else { throw MySQLProblem(handle) }
            let count = Int(mysql_stmt_field_count(handle))
            if count != forms.count { forms = Array(repeating: .text, count: count) }
            guard count > 0 else { return }
            watch.run(link.socket) {
                mysql_stmt_store_result_start(&status, handle)
            } _: {
                mysql_stmt_store_result_cont(&status, handle, $0)
            }
            guard status == 0 else { throw MySQLProblem(handle) }
            if let fields = mariadb_stmt_fetch_fields(handle) {
                for index in 0..<count { forms[index] = MySQLForm(fields[index]) }
            }
        }

        /// Goes on to the next row; false when there is none.
        func next() throws -> Bool {
            guard !forms.isEmpty else { return false }
            switch mysql_stmt_fetch(handle) {
            case 0, MYSQL_DATA_TRUNCATED: return true
            case MYSQL_NO_DATA: return false
            default: throw handle.map(MySQLProblem.init) ?? MySQLProblem(link.handle)
            }
        }

        var affectedRows: UInt64 { handle.map { mysql_stmt_affected_rows($0) } ?? 0 }

        var insertedKey: UInt64 { handle.map { mysql_stmt_insert_id($0) } ?? 0 }

        /// - Throws: ``ValueError`` for a value that is longer than what the server takes at once, ``DatabaseError``
        ///   where all of them together are.
        func requireSize(of values: Values, upTo limit: Int) throws {
            var sum = sql.utf8.count
            for value in values.items {
                let size =
                    switch value {
                    case .text(let text): text.utf8.count
                    case .blob(let bytes): bytes.count
                    default: 16
                    }
                guard size < limit else {
                    throw ValueError(
                        kind: value.kind,
                        reason:
                            "a value of \(size) bytes (the server takes \(limit) at once: raise its max_allowed_packet)"
                    )
                }
                sum += size
            }
            guard sum <= limit else {
                throw DatabaseError(
                    code: 1153,
                    message: "the statement's values have \(sum) bytes, the server takes \(limit) at once: raise its "
                        + "max_allowed_packet", sql: sql)
            }
        }
    }
#endif
