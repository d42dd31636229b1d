#if MySQL
    import Foundation
    import Logging
    import Testing

    @testable import ScaffoldStorage

    @Suite struct MySQLConnectionTests {
        private func one(_ change: (inout DatabaseConfiguration) -> Void = { _ in }) -> DatabaseConfiguration {
            var settings = DatabaseConfiguration(url: .memory, connections: 1)
            change(&settings)
            return settings
        }

        private func number(_ database: Database) async throws -> UInt64 {
            try await database.read { try $0.first("SELECT CONNECTION_ID()") { UInt64(try $0[0] as Int) } } ?? 0
        }

        /// Ends a connection as an operator would.
        private func kill(_ number: UInt64) async throws {
            let killer = try Database(
                DatabaseConfiguration(url: .mysql(try await MySQLScratch.address), connections: 1))
            try await killer.execute("KILL \(number)", [])
            try await Task.sleep(for: .milliseconds(100))
        }

        @Test func `a session is strict, in UTC and tells capital letters apart`() async throws {
            try await MySQLScratch.database(one()) { database in
                let session = try await database.read {
                    try $0.first(
                        "SELECT @@time_zone, @@autocommit, 'a' = 'A', @@sql_mode, @@character_set_client, ? = 'A'",
                        ["a"]
                    ) {
                        (
                            try $0[0] as String, try $0[1] as Bool, try $0[2] as Bool, try $0[3] as String,
                            try $0[4] as String, try $0[5] as Bool
                        )
                    }
                }
                #expect(session?.0 == "+00:00")
                #expect(session?.1 == true)
                #expect(session?.2 == false)
                #expect(session?.3.contains("STRICT_ALL_TABLES") == true)
                #expect(session?.4 == "utf8mb4")
                #expect(session?.5 == false)
                let level = try await database.transaction {
                    // The name of the variable is another one on MySQL and on MariaDB.
                    try await database.read {
                        try $0.first(
                            "SHOW SESSION VARIABLES WHERE variable_name IN ('tx_isolation', 'transaction_isolation')"
                        ) {
                            try $0[1] as String
                        }
                    }
                }
                #expect(level == "READ-COMMITTED")
            }
        }

        @Test func `a connection that the server ended is opened anew`() async throws {
            try await MySQLScratch.database(one()) { database in
                let first = try await number(database)
                try await Task.sleep(for: .milliseconds(1100))
                try await kill(first)
                let second = try await number(database)
                #expect(second != first)
            }
        }

        @Test func `one that is lost while it is used is a typed error, and the next works`() async throws {
            try await MySQLScratch.database(one()) { database in
                let first = try await number(database)
                let waiting = Task.detached { try await database.execute("SELECT SLEEP(?)", [30]) }
                try await Task.sleep(for: .milliseconds(300))
                try await kill(first)
                await #expect(throws: ConnectionLostError.self) { try await waiting.value }
                let second = try await number(database)
                #expect(second != first)
            }
        }

        @Test func `a transaction whose connection is lost ends with that error`() async throws {
            try await MySQLScratch.database(one()) { database in
                try await database.execute("CREATE TABLE t (id INT)", [])
                await #expect(throws: ConnectionLostError.self) {
                    try await database.transaction {
                        try await database.execute("INSERT INTO t VALUES (?)", [1])
                        try await kill(try await number(database))
                        try await database.execute("INSERT INTO t VALUES (?)", [2])
                    }
                }
                let rows = try await database.count("t")
                #expect(rows == 0)
            }
        }

        @Test(arguments: ["SELECT SLEEP(30)", "SELECT SLEEP(?)"])
        func `a statement that runs too long is ended, and the connection stays`(sql: String) async throws {
            try await MySQLScratch.database(one { $0.statementTimeout = .milliseconds(300) }) { database in
                let first = try await number(database)
                let start = ContinuousClock.now
                let error = await #expect(throws: DatabaseTimeoutError.self) {
                    try await database.execute(sql, sql.contains("?") ? [30] : [])
                }
                #expect(error?.message.contains("0.3 seconds") == true)
                #expect(start.duration(to: .now) < .seconds(20))
                #expect(try await number(database) == first)
            }
        }

        @Test func `an update that runs too long is ended too`() async throws {
            try await MySQLScratch.database(one { $0.statementTimeout = .milliseconds(300) }) { database in
                try await database.script("CREATE TABLE t (id INT, n INT); INSERT INTO t VALUES (1, 0), (2, 0)")
                await #expect(throws: DatabaseTimeoutError.self) {
                    try await database.execute("UPDATE t SET n = n + SLEEP(?) + 1", [10])
                }
                let changed = try await database.read { try $0.first("SELECT SUM(n) FROM t") { try $0[0] as Int } }
                #expect(changed == 0)
            }
        }

        @Test func `a cancelled task ends its statement`() async throws {
            try await MySQLScratch.database(one()) { database in
                let first = try await number(database)
                let start = ContinuousClock.now
                let task = Task { try await database.execute("SELECT SLEEP(?)", [30]) }
                try await Task.sleep(for: .milliseconds(200))
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(start.duration(to: .now) < .seconds(20))
                #expect(try await number(database) == first)
            }
        }

        @Test func `what waits for a lock gives up after a while`() async throws {
            let settings = DatabaseConfiguration(url: .memory, connections: 2, busyTimeout: .milliseconds(1))
            try await MySQLScratch.database(settings) { database in
                try await database.script("CREATE TABLE t (id INT PRIMARY KEY, n INT); INSERT INTO t VALUES (1, 0)")
                try await database.transaction {
                    try await database.execute("UPDATE t SET n = 1 WHERE id = ?", [1])
                    let other = Task.detached { try await database.execute("UPDATE t SET n = 2 WHERE id = ?", [1]) }
                    await #expect(throws: DatabaseTimeoutError.self) { try await other.value }
                }
                let read = try await database.read { try $0.first("SELECT n FROM t") { try $0[0] as Int } }
                #expect(read == 1)
            }
        }

        @Test func `of two transactions that wait for each other one fails, and is over`() async throws {
            let settings = DatabaseConfiguration(url: .memory, connections: 3)
            try await MySQLScratch.database(settings) { database in
                try await database.script(
                    "CREATE TABLE t (id INT PRIMARY KEY, n INT); INSERT INTO t VALUES (1, 0), (2, 0)")
                let failures = await withTaskGroup(of: (any Error)?.self) { group in
                    for (first, second) in [(1, 2), (2, 1)] {
                        group.addTask {
                            do {
                                try await database.transaction {
                                    try await database.execute(
                                        "UPDATE t SET n = n + 1 WHERE id = ?", [.integer(Int64(first))])
                                    try await Task.sleep(for: .milliseconds(300))
                                    try await database.execute(
                                        "UPDATE t SET n = n + 1 WHERE id = ?", [.integer(Int64(second))])
                                }
                                return nil
                            } catch { return error }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                let errors = failures.compactMap(\.self)
                #expect(errors.count == 1)
                #expect((errors.first as? SerializationFailureError)?.isDeadlock == true)
                let sum = try await database.read { try $0.first("SELECT SUM(n) FROM t") { try $0[0] as Int } }
                #expect(sum == 2)
            }
        }

        @Test func `isInTransaction follows the server`() async throws {
            try await MySQLScratch.database(one()) { database in
                try await database.write { connection in
                    #expect(!connection.isInTransaction)
                    try connection.execute("START TRANSACTION")
                    #expect(connection.isInTransaction)
                    _ = try connection.all("SELECT ?", [1]) { try $0[0] as Int }
                    #expect(connection.isInTransaction)
                    try connection.execute("CREATE TABLE t (id INT)")
                    #expect(!connection.isInTransaction)
                }
            }
        }

        @Test func `what cannot be connected to says what to do, and shows no password`() async throws {
            let server = try await MySQLScratch.address
            func message(_ change: (inout ServerAddress) -> Void) -> String {
                var address = server
                address.user = "nobody_\(UUID().uuidString.prefix(6))"
                address.password = "hunter2"
                change(&address)
                address.options.connectTimeout = 2
                do {
                    _ = try Database(DatabaseConfiguration(url: .mysql(address)))
                    return "opened"
                } catch {
                    #expect(error is ConnectionError)
                    #expect(!"\(error)".contains("hunter2"))
                    return "\(error)"
                }
            }
            #expect(message { _ in }.contains("does not let the user nobody"))
            #expect(
                message {
                    $0.user = "root"
                    $0.password = nil
                    $0.database = "not_there"
                }.contains("make it with db:create"))
            #expect(message { $0.port = 1 }.contains("no server answers at 127.0.0.1:1"))
            #expect(message { $0.host = "no-such-host.invalid" }.contains("no-such-host.invalid"))
            #expect(message { $0.host = "/tmp/nothing.sock" }.contains("no server answers at /tmp/nothing.sock"))
            #expect(
                message {
                    $0.user = "root"
                    $0.password = nil
                    $0.options.encryption = .require
                }.contains("encrypt"))
            #expect(
                message {
                    $0.user = "root"
                    $0.password = nil
                    $0.options.encryption = .verifyFull
                }.contains("encrypt"))
            #expect(
                message {
                    $0.user = "root"
                    $0.password = nil
                } == "opened")
        }

        @Test func `more than the server takes at once is told before it is sent`() async throws {
            try await MySQLScratch.database(one()) { database in
                let first = try await number(database)
                let error = await #expect(throws: ValueError.self) {
                    try await database.execute("DO LENGTH(?)", [.blob([UInt8](repeating: 1, count: 20_000_000))])
                }
                #expect(error?.reason.contains("max_allowed_packet") == true)
                let half = Value.blob([UInt8](repeating: 1, count: 10_000_000))
                let both = await #expect(throws: DatabaseError.self) {
                    try await database.execute("DO LENGTH(?), LENGTH(?)", [half, half])
                }
                #expect(both?.message.contains("max_allowed_packet") == true)
                #expect(try await number(database) == first)
            }
        }
    }
#endif
