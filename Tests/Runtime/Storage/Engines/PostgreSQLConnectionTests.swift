#if PostgreSQL
    import Foundation
    import Logging
    import Testing

    @testable import ScaffoldStorage

    @Suite struct PostgreSQLConnectionTests {
        private func process(_ connection: any Connection) throws -> Int {
            try #require(try connection.first("SELECT pg_backend_pid()") { try $0[0] as Int })
        }

        private func address() async throws -> ServerAddress {
            try #require(try await TestServer.postgresql.value.url.server)
        }

        @Test func `the session is as the runtime needs it`() async throws {
            try await PostgreSQLScratch.with { database in
                func setting(_ name: String) async throws -> String? {
                    try await database.read {
                        try $0.first("SELECT current_setting($1)", [.text(name)]) { try $0[0] as String }
                    }
                }
                #expect(try await setting("TimeZone") == "UTC")
                #expect(try await setting("client_encoding") == "UTF8")
                #expect(try await setting("standard_conforming_strings") == "on")
                #expect(try await setting("default_transaction_isolation") == "read committed")
                #expect(try await setting("statement_timeout") == "30s")
                #expect(try await setting("lock_timeout") == "5s")
                #expect(try await setting("application_name") == "scaffold")
                let during = try await database.exclusive {
                    try $0.first("SELECT current_setting('statement_timeout')") { try $0[0] as String }
                }
                #expect(during == "0")
                #expect(try await setting("statement_timeout") == "30s")
            }
        }

        @Test(arguments: [
            "", "   ", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1\0", "SELEC 1", "COPY pg_class TO STDOUT",
            "COPY pg_class FROM STDIN",
        ])
        func `what is not one statement is refused, and the next one works`(sql: String) async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 1)) {
                database in
                await #expect(throws: DatabaseError.self) { try await database.execute(sql, []) }
                let one = try await database.read { try $0.first("SELECT 1") { try $0[0] as Int } }
                #expect(one == 1)
            }
        }

        @Test func `a script holds any number of statements, and ends at the first that fails`() async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 1)) {
                database in
                try await database.script("")
                try await database.script(
                    "-- nothing\n;; CREATE TABLE a (id integer); SELECT 1; INSERT INTO a VALUES (1);")
                for wrong in ["INSERT INTO a VALUES (2); SELECT 1 / 0; SELECT 2", "SELECT 1\0", "COPY a TO STDOUT"] {
                    await #expect(throws: DatabaseError.self) { try await database.script(wrong) }
                }
                let count = try await database.count("a")
                #expect(count == 1)
            }
        }

        @Test func `the wrong number of values is an error`() async throws {
            for values in [Values([]), [1, 2]] {
                await #expect(throws: DatabaseError.self) {
                    _ = try await PostgreSQLScratch.read("SELECT $1::bigint", values, as: Int.self)
                }
            }
        }

        @Test func `what a statement did`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.write { connection in
                    try connection.execute("CREATE TABLE items (id integer, n integer)")
                    let insert = try connection.execute("INSERT INTO items VALUES (1, 1), (2, 2), (3, 3) RETURNING id")
                    #expect(insert == Execution(rowsAffected: 3, lastInsertID: nil))
                    #expect(try connection.execute("UPDATE items SET n = 0 WHERE id > $1", [1]).rowsAffected == 2)
                    #expect(try connection.execute("DELETE FROM items WHERE id = 99").rowsAffected == 0)
                    #expect(try connection.execute("SELECT * FROM items").rowsAffected == 0)
                    #expect(try connection.execute("CREATE TABLE others (id integer)").rowsAffected == 0)
                }
            }
        }

        @Test func `statements are kept, up to a bound, by both sides`() async throws {
            let settings = DatabaseConfiguration(url: .memory, connections: 1, statementCacheSize: 5)
            try await PostgreSQLScratch.with(settings: settings) { database in
                try await database.read { connection in
                    for number in 0..<50 {
                        for _ in 0..<2 {
                            #expect(try connection.first("SELECT \(number)") { try $0[0] as Int } == number)
                        }
                    }
                    #expect((connection as? PostgreSQLConnection)?.statementCount == 5)
                    let kept = try connection.first("SELECT count(*) FROM pg_prepared_statements") { try $0[0] as Int }
                    #expect(try #require(kept) <= 6)
                    var seen = 0
                    let numbers = "SELECT i FROM generate_series(1, 3) AS t (i)"
                    try connection.query(numbers, []) { _ in try connection.query(numbers, []) { _ in seen += 1 } }
                    #expect(seen == 9)
                }
                // A transaction that has failed can neither prepare nor forget.
                try await database.write { connection in
                    try connection.execute("BEGIN")
                    for number in 0..<20 {
                        #expect(throws: DatabaseError.self) { try connection.execute("SELECT \(number) / 0") }
                    }
                    try connection.execute("ROLLBACK")
                }
                let one = try await database.read { try $0.first("SELECT 1") { try $0[0] as Int } }
                #expect(one == 1)
            }
        }

        @Test func `a statement survives a change of its table, and being forgotten`() async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 1)) {
                database in
                try await database.script("CREATE TABLE items (id integer); INSERT INTO items VALUES (1)")
                @Sendable func columns() async throws -> Int? {
                    try await database.read { try $0.first("SELECT * FROM items WHERE id = $1", [1]) { $0.count } }
                }
                #expect(try await columns() == 1)
                try await database.script("ALTER TABLE items ADD COLUMN name text")
                #expect(try await columns() == 2)
                try await database.script("DEALLOCATE ALL")
                #expect(try await columns() == 2)
                try await database.script("ALTER TABLE items ALTER COLUMN id TYPE bigint")
                #expect(try await columns() == 2)
                try await database.execute("UPDATE items SET id = $1", [1])
                try await database.script("ALTER TABLE items ALTER COLUMN id TYPE text")
                await #expect(throws: (any Error).self) { try await database.execute("SELECT id + $1 FROM items", [1]) }
                try await database.execute("UPDATE items SET id = $1", ["x"])
                let found = try await database.count("items WHERE id = 'x'")
                #expect(found == 1)
            }
        }

        @Test func `a server that ended the connections is reconnected to`() async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 2)) {
                database in
                let name = try #require(database.configuration.url.server?.database)
                for _ in 0..<3 {
                    _ = try await database.read { try $0.first("SELECT 1") { try $0[0] as Int } }
                    try await TestServer.postgresql.value.run(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(name)'")
                    // More than a moment: nothing came for so long that the connection is looked at.
                    try await Task.sleep(for: .milliseconds(80))
                    let one = try await database.read { try $0.first("SELECT 1") { try $0[0] as Int } }
                    #expect(one == 1)
                }
            }
        }

        @Test func `a connection that is lost in a transaction is told, and nothing of it is kept`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.execute("CREATE TABLE items (id integer)")
                let error = await #expect(throws: ConnectionLostError.self) {
                    try await database.transaction {
                        try await database.execute("INSERT INTO items VALUES (1)")
                        let own = try await database.read { try process($0) }
                        try await TestServer.postgresql.value.run("SELECT pg_terminate_backend(\(own), 5000)")
                        try await database.execute("INSERT INTO items VALUES (2)")
                    }
                }
                #expect(error?.sql == "INSERT INTO items VALUES (2)")
                let count = try await database.count("items")
                #expect(count == 0)
            }
        }

        @Test func `a statement that runs too long is ended by the server`() async throws {
            let settings = DatabaseConfiguration(url: .memory, statementTimeout: .milliseconds(150))
            try await PostgreSQLScratch.with(settings: settings) { database in
                let start = ContinuousClock.now
                await #expect(throws: DatabaseTimeoutError.self) { try await database.execute("SELECT pg_sleep(20)") }
                await #expect(throws: DatabaseTimeoutError.self) { try await database.script("SELECT pg_sleep(20)") }
                #expect(start.duration(to: .now) < .seconds(5))
                try await database.exclusive { try $0.run(script: "SELECT pg_sleep(0.3)") }
                await #expect(throws: DatabaseTimeoutError.self) { try await database.execute("SELECT pg_sleep(20)") }
            }
        }

        @Test func `the end of a statement's time is remembered over a rollback`() async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 1)) {
                database in
                @Sendable func timeout(_ connection: any Connection) throws -> String? {
                    try connection.first("SELECT current_setting('statement_timeout')") { try $0[0] as String }
                }
                try await database.read { connection in
                    try connection.execute("BEGIN")
                    connection.statementTimeout = .seconds(7)
                    #expect(try timeout(connection) == "7s")
                    try connection.execute("ROLLBACK")
                    #expect(try timeout(connection) == "7s")
                }
            }
        }

        @Test func `a cancelled task ends its statement, and its connection goes on`() async throws {
            try await PostgreSQLScratch.with(settings: DatabaseConfiguration(url: .memory, connections: 1)) {
                database in
                let before = try await database.read { try process($0) }
                for _ in 0..<3 {
                    let task = Task { try await database.execute("SELECT pg_sleep(20)") }
                    try await Task.sleep(for: .milliseconds(60))
                    let start = ContinuousClock.now
                    task.cancel()
                    await #expect(throws: CancellationError.self) { try await task.value }
                    #expect(start.duration(to: .now) < .seconds(5))
                    let after = try await database.read { try process($0) }
                    #expect(after == before)
                }
                let transaction = Task {
                    try await database.transaction { try await database.execute("SELECT pg_sleep(20)") }
                }
                try await Task.sleep(for: .milliseconds(60))
                transaction.cancel()
                await #expect(throws: CancellationError.self) { try await transaction.value }
                let isOpen = try await database.read { $0.isInTransaction }
                #expect(!isOpen)
            }
        }

        @Test func `somebody else's cancel is neither a timeout nor this task's`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.execute("CREATE TABLE started (process integer)")
                let task = Task {
                    try await database.write { connection in
                        try connection.execute("INSERT INTO started VALUES (pg_backend_pid())")
                        try connection.execute("SELECT pg_sleep(20)")
                    }
                }
                while try await database.count("started") == 0 { try await Task.sleep(for: .milliseconds(10)) }
                try await Task.sleep(for: .milliseconds(50))
                try await database.execute("SELECT pg_cancel_backend(process) FROM started")
                let error = await #expect(throws: DatabaseError.self) { try await task.value }
                #expect(error?.state == "57014")
            }
        }

        @Test func `a failed transaction is one until it is rolled back`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.write { connection in
                    try connection.execute("BEGIN")
                    #expect(throws: DatabaseError.self) { try connection.execute("SELECT 1 / 0") }
                    #expect(connection.isInTransaction)
                    #expect(throws: DatabaseError.self) { try connection.execute("SELECT 1") }
                    try connection.execute("ROLLBACK")
                    #expect(!connection.isInTransaction)
                    #expect(connection.isUsable)
                }
            }
        }

        @Test func `a server that cannot be reached is named, and what to do, and never the password`() async throws {
            func message(_ change: (inout ServerAddress) -> Void) async throws -> String {
                var address = try await address()
                address.password = "hidden-word"
                change(&address)
                let url = DatabaseURL.postgresql(address)
                let error = await #expect(throws: ConnectionError.self) {
                    try await BlockingExecutor.shared.run { _ = try Database(DatabaseConfiguration(url: url)) }
                }
                let message = try #require(error).message
                #expect(!message.contains("hidden-word"))
                return message
            }
            let database = try await message { $0.database = "nowhere" }
            #expect(database.contains("there is no database \"nowhere\"; make it with `db:create`"))
            let port = try await message { $0.port = 1 }
            #expect(port.contains("PostgreSQL at 127.0.0.1:1, database \"postgres\" as \"scaffold\""))
            #expect(port.contains("is the server running"))
            let host = try await message { $0.host = "no-such-host.invalid" }
            #expect(host.contains("no-such-host.invalid"))
            let user = try await message { $0.user = "stranger" }
            #expect(user.contains("stranger"))
            let socket = try await message { $0.host = "/nowhere" }
            #expect(socket.contains("/nowhere"))
            _ = try await message { $0.user = "a\0b" }
            _ = try await message { $0.options.encryption = .verifyFull }
        }

        @Test func `a wrong password is told without either`() async throws {
            // Servers of tests let everybody in; what libpq is told by one that does not is played here.
            var address = try await address()
            address.user = "locked"
            address.password = "wrong-word"
            let opening = PostgreSQLOpening(address: address, settings: DatabaseConfiguration(url: .memory))
            let error = opening.refusal(
                "connection to server at \"h\", port 54329 failed: "
                    + "FATAL:  28P01: password authentication failed for user \"locked\"\n",
                user: "locked")
            #expect(error.message.contains("the password of \"locked\" is not right"))
            #expect(!error.message.contains("word\""))
        }

        @Test func `databases are made and removed once`() async throws {
            let name = "Odd \"name\" \(UUID().uuidString.prefix(8))"
            let url = try await TestServer.postgresql.value.url.withDatabase(name)
            try await BlockingExecutor.shared.run {
                let engine = try Engines.engine(for: DatabaseConfiguration(url: url), logger: Logger(label: "test"))
                #expect(try engine.create())
                #expect(try !engine.create())
                var connection: (any Connection)? = try engine.openWriter()
                #expect(try connection?.first("SELECT current_database()") { try $0[0] as String } == name)
                let error = #expect(throws: ConnectionError.self) { try engine.drop() }
                #expect(error?.message.contains("connected to it: scaffold") == true)
                connection = nil
                #expect(try engine.drop())
                #expect(try !engine.drop())
            }
        }

        @Test func `notices are told at debug level`() async throws {
            let lines = Locked<[String]>([])
            var logger = Logger(label: "test") { _ in LinesLog(lines: lines) }
            logger.logLevel = .debug
            let loud = logger
            try await TestEngine.postgresql.withEmptyURL { url in
                try await BlockingExecutor.shared.run {
                    let engine = try Engines.engine(for: DatabaseConfiguration(url: url), logger: loud)
                    try engine.openWriter().run(script: "DROP TABLE IF EXISTS nowhere")
                }
            }
            #expect(lines.withLock { $0 }.contains { $0.contains("PostgreSQL: table \"nowhere\" does not exist") })
        }
    }

    private struct LinesLog: LogHandler {
        let lines: Locked<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.withLock { $0.append("\(event.message)") }
        }
    }
#endif
