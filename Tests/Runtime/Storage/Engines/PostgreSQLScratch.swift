#if PostgreSQL
    @testable import ScaffoldStorage

    /// What the tests of this engine do over and over.
    enum PostgreSQLScratch {
        /// Runs the body with an empty database.
        static func with<R: Sendable>(
            settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory),
            _ body: @Sendable (Database) async throws -> R
        ) async throws -> R {
            try await TestEngine.postgresql.withDatabase(settings: settings, body)
        }

        /// The first cell that a statement returns.
        static func read<T: ColumnValue>(_ sql: String, _ values: Values = [], as type: T.Type) async throws -> T? {
            try await with { database in
                try await database.read { try $0.first(sql, values) { try $0[0] as T } }
            }
        }

        /// What a statement fails with.
        static func failure(_ database: Database, _ sql: String, _ values: Values = []) async -> (any Error)? {
            do {
                try await database.execute(sql, values)
                return nil
            } catch { return error }
        }
    }
#endif
