#if MySQL
    import Logging

    /// MySQL and MariaDB, on libmariadb: connections that are all alike.
    struct MySQLEngine: Engine {
        let settings: DatabaseConfiguration
        let log: StatementLog

        init(_ configuration: DatabaseConfiguration, logger: Logger) {
            settings = configuration
            log = StatementLog(configuration, logger: logger)
        }

        var dialect: any Dialect { MySQLDialect() }

        var pool: PoolShape { .alike(max(1, settings.connections ?? 10)) }

        func openWriter() throws -> any Connection {
            try MySQLConnection(try address, settings: settings, log: log)
        }

        /// START TRANSACTION has no isolation level: it is said for the next transaction before.
        func begin(_ connection: any Connection, _ options: TransactionOptions) throws {
            if let level = options.isolationLevel {
                try connection.execute("SET TRANSACTION ISOLATION LEVEL \(level.rawValue)")
            }
            try connection.execute(options.readOnly ? "START TRANSACTION READ ONLY" : "START TRANSACTION")
        }

        private var address: ServerAddress {
            get throws {
                guard let server = settings.url.server else {
                    throw ConnectionError(message: "\(settings.url) names no MySQL or MariaDB server")
                }
                return server
            }
        }
    }

    // The database on its server.
    extension MySQLEngine {
        func create() throws -> Bool {
            try withServer { connection, database in
                guard try !isThere(database, connection) else { return false }
                try connection.execute(
                    "CREATE DATABASE \(dialect.quote(database)) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
                return true
            }
        }

        func drop() throws -> Bool {
            try withServer { connection, database in
                guard try isThere(database, connection) else { return false }
                try connection.execute("DROP DATABASE \(dialect.quote(database))")
                return true
            }
        }

        func neighbours() throws -> [String] {
            try withServer { connection, _ in
                try connection.all("SELECT schema_name FROM information_schema.schemata ORDER BY 1") { try $0[0] }
            }
        }

        private func isThere(_ database: String, _ connection: any Connection) throws -> Bool {
            // Some servers keep names in small letters, whatever they are asked for.
            let sql = """
                SELECT 1 FROM information_schema.schemata
                WHERE BINARY schema_name = IF(@@lower_case_table_names = 1, LOWER(?), ?)
                """
            return try connection.first(sql, [.text(database), .text(database)]) { _ in true } ?? false
        }

        /// A connection to no database.
        private func withServer<R>(_ body: (any Connection, _ database: String) throws -> R) throws -> R {
            var address = try address
            let database = address.database
            address.database = ""
            return try body(try MySQLConnection(address, settings: settings, log: log), database)
        }
    }
#endif
