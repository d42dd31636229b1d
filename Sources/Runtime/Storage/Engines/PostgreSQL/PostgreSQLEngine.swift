#if PostgreSQL
    import CPostgreSQL
    import Logging

    /// PostgreSQL, on libpq: connections that are all alike.
    ///
    /// A statement waits for the locks of others as long as `busyTimeout` says, and ends by itself after
    /// `statementTimeout`; both are told to the server, which keeps to them also when the app is gone.
    struct PostgreSQLEngine: Engine {
        let settings: DatabaseConfiguration
        let log: StatementLog
        private let address: ServerAddress
        private let knowledge = PostgreSQLKnowledge()

        init(_ configuration: DatabaseConfiguration, logger: Logger) {
            settings = configuration
            log = StatementLog(configuration, logger: logger)
            address = configuration.url.server ?? ServerAddress(host: "", database: "")
        }

        var dialect: any Dialect { PostgreSQLDialect(knowledge: knowledge) }

        var pool: PoolShape { .alike(max(1, settings.connections ?? 10)) }

        func openWriter() throws -> any Connection {
            let connection = try open(database: address.database)
            try knowledge.learn(connection)
            return connection
        }

        func begin(_ connection: any Connection, _ options: TransactionOptions) throws {
            // All that a reading transaction reads is of one moment.
            let level = options.isolationLevel ?? (options.readOnly ? .repeatableRead : nil)
            let isolation = level.map { " ISOLATION LEVEL \($0.rawValue)" } ?? ""
            try connection.execute("BEGIN\(isolation)\(options.readOnly ? " READ ONLY" : "")")
        }

        private func open(database: String) throws -> PostgreSQLConnection {
            var address = address
            address.database = database
            let handle = try PostgreSQLOpening(address: address, settings: settings).open()
            return PostgreSQLConnection(handle, settings: settings, log: log)
        }
    }

    // The database.
    extension PostgreSQLEngine {
        func create() throws -> Bool {
            let name = dialect.quote(address.database)
            do {
                // Of the plain template: the usual one may be of another encoding.
                try maintenance().run(script: "CREATE DATABASE \(name) ENCODING 'UTF8' TEMPLATE template0")
                return true
            } catch let error as DatabaseError where error.state == "42P04" {
                return false
            } catch is UniqueConstraintError {
                // Another one was making it at the same time.
                return false
            }
        }

        func drop() throws -> Bool {
            let name = dialect.quote(address.database)
            let connection = try maintenance()
            do {
                try connection.run(script: "DROP DATABASE \(name)")
                return true
            } catch let error as DatabaseError where error.state == "3D000" {
                return false
            } catch let error as DatabaseError where error.state == "55006" {
                let others = try connection.all(
                    "SELECT coalesce(nullif(application_name, ''), usename, 'somebody') FROM pg_stat_activity "
                        + "WHERE datname = $1 ORDER BY 1", [.text(address.database)]
                ) { try $0[0] as String }
                throw ConnectionError(
                    message: "the database \"\(address.database)\" cannot be removed while others are connected to it: "
                        + "\(others.joined(separator: ", ")); end them first")
            }
        }

        func discard() throws {
            try maintenance().run(script: "DROP DATABASE IF EXISTS \(dialect.quote(address.database)) WITH (FORCE)")
        }

        func neighbours() throws -> [String] {
            try maintenance().all("SELECT datname FROM pg_catalog.pg_database ORDER BY 1") { try $0[0] }
        }

        /// A connection to a database that is there on every server, without an end to how long a statement may run.
        private func maintenance() throws -> PostgreSQLConnection {
            let connection = try open(database: "postgres")
            connection.statementTimeout = nil
            return connection
        }
    }

    /// What is learned of the server when the first connection to it is open.
    final class PostgreSQLKnowledge: Sendable {
        private let knownICU = Locked<Bool?>(nil)

        /// Whether the server folds letters by Unicode's rules; nearly all do.
        var hasICU: Bool { knownICU.withLock { $0 } ?? true }

        func learn(_ connection: any Connection) throws {
            guard knownICU.withLock({ $0 }) == nil else { return }
            let found = try connection.first("SELECT 1 FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu'") {
                _ in
                true
            }
            knownICU.withLock { $0 = found ?? false }
        }
    }
#endif
