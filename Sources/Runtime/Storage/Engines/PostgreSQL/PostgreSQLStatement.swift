#if PostgreSQL
    /// A statement that the server has prepared.
    final class PostgreSQLStatement {
        /// What stands for its text from then on.
        let name: String
        /// The types of its marks, as the server has inferred them.
        let types: [UInt32]
        var lastUse: UInt64 = 0
        /// Whether it has run: what it leans on may have changed since it was prepared.
        var hasRun = false

        init(name: String, types: [UInt32]) {
            self.name = name
            self.types = types
        }
    }

    /// A statement's text, and how it was prepared.
    struct PostgreSQLStatementKey: Hashable {
        let sql: String
        /// Whether its integers are of the greatest type, whatever the server infers.
        let isGreat: Bool
    }

    /// The prepared statements of a connection; beyond the limit the one goes that was not used for longest.
    struct PostgreSQLStatementCache {
        private let limit: Int
        private var statements: [PostgreSQLStatementKey: PostgreSQLStatement] = [:]
        private var clock: UInt64 = 0

        init(limit: Int) {
            self.limit = max(1, limit)
        }

        var count: Int { statements.count }

        mutating func statement(_ key: PostgreSQLStatementKey) -> PostgreSQLStatement? {
            guard let statement = statements[key] else { return nil }
            clock += 1
            statement.lastUse = clock
            return statement
        }

        /// Keeps a statement.
        ///
        /// - Returns: the one that had to go for it, which the server is to forget.
        mutating func insert(_ statement: PostgreSQLStatement, _ key: PostgreSQLStatementKey) -> PostgreSQLStatement? {
            let oldest = statements.count < limit ? nil : statements.min { $0.value.lastUse < $1.value.lastUse }
            if let oldest { statements[oldest.key] = nil }
            clock += 1
            statement.lastUse = clock
            statements[key] = statement
            return oldest?.value
        }

        mutating func remove(_ statement: PostgreSQLStatement) {
            guard let key = statements.first(where: { $0.value === statement })?.key else { return }
            statements[key] = nil
        }
    }
#endif
