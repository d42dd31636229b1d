#if MySQL
    /// The prepared statements of a connection, by their text; beyond the limit the one goes that was not used for longest.
    final class MySQLStatementCache {
        private let link: MySQLLink
        private let watch: MySQLWatch
        private let limit: Int
        private var statements: [String: MySQLStatement] = [:]
        private var clock: UInt64 = 0

        init(_ link: MySQLLink, _ watch: MySQLWatch, limit: Int) {
            self.link = link
            self.watch = watch
            self.limit = max(1, limit)
        }

        var count: Int { statements.count }

        /// Lends the statement of a text, and lets go of its rows afterwards.
        func withStatement<R>(_ sql: String, _ body: (MySQLStatement) throws -> R) throws -> R {
            do {
                return try lend(statement(sql), body)
            } catch let problem as MySQLProblem where problem.meansStale {
                // The table has other columns than when it was prepared: nothing was carried out, or it only read.
                statements.removeValue(forKey: sql)?.close()
                return try lend(statement(sql), body)
            }
        }

        private func lend<R>(_ statement: MySQLStatement, _ body: (MySQLStatement) throws -> R) throws -> R {
            statement.isInUse = true
            defer {
                statement.reset()
                statement.isInUse = false
            }
            return try body(statement)
        }

        func removeAll() {
            for statement in statements.values { statement.close() }
            statements = [:]
        }

        private func statement(_ sql: String) throws -> MySQLStatement {
            if let cached = statements[sql] {
                // The same text inside of its own rows: a statement of its own, for this once.
                guard !cached.isInUse else { return try MySQLStatement(link, watch, sql) }
                clock += 1
                cached.lastUse = clock
                return cached
            }
            let prepared = try MySQLStatement(link, watch, sql)
            keep(prepared)
            return prepared
        }

        private func keep(_ statement: MySQLStatement) {
            if statements.count >= limit { removeOldest() }
            clock += 1
            statement.lastUse = clock
            statements[statement.sql] = statement
        }

        private func removeOldest() {
            let oldest = statements.values.filter { !$0.isInUse }.min { $0.lastUse < $1.lastUse }
            guard let oldest else { return }
            statements[oldest.sql] = nil
            oldest.close()
        }
    }
#endif
