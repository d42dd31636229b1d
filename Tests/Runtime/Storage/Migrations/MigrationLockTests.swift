import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct MigrationLockTests {
    /// Two databases of one URL, as two processes would have.
    private func withTwo(_ engine: TestEngine, _ body: (Database, Database) async throws -> Void) async throws {
        try await engine.withEmptyURL { url in
            let settings = DatabaseConfiguration(url: url, connections: 2)
            try await body(try Database(settings), try Database(settings))
        }
    }

    @Test(arguments: TestEngine.all) func `another runner is waited for, between its migrations too, and told of`(
        _ engine: TestEngine
    ) async throws {
        try await withTwo(engine) { one, two in
            let events = Locked<[MigratorEvent]>([])
            try await one.holdingWriter { held in
                let attempt = try await held.run { try one.engine.lockMigrations($0) }
                guard case .taken(let lock) = attempt else {
                    Issue.record("the lock is not free")
                    return
                }
                // Nothing else keeps others away: there is no transaction.
                let impatient = MigratorOptions(wait: .milliseconds(250)) { event in
                    events.withLock { $0.append(event) }
                }
                let error = await #expect(throws: MigrationLockError.self) {
                    try await Migrator(two, scripts: [.table("20260101-a")], options: impatient).up()
                }
                let holder = events.withLock { $0.first }
                guard case .waiting(let holder?) = holder else {
                    Issue.record("nobody was told of the waiting")
                    return
                }
                #expect(error?.reason.contains(holder) == true)
                #expect(try await held.run { try lock.isHeld(by: $0) })
                async let second = Migrator(two, scripts: [.table("20260101-a")]).up().count
                try await Task.sleep(for: .milliseconds(200))
                try await held.run { try lock.release($0) }
                #expect(try await second == 1)
                #expect(events.withLock { $0.count } == 1)
            }
        }
    }

    @Test(arguments: TestEngine.all.filter { $0 != .sqlite })
    func `a lock that is another session's, as behind a pooler, is noticed`(_ engine: TestEngine) async throws {
        try await withTwo(engine) { one, two in
            try await one.holdingWriter { held in
                guard case .taken(let lock) = try await held.run({ try one.engine.lockMigrations($0) }) else {
                    Issue.record("the lock is not free")
                    return
                }
                #expect(try await held.run { try lock.isHeld(by: $0) })
                #expect(try await !two.read { try lock.isHeld(by: $0) })
                let run = try await ScriptRun(
                    PlannedScript(script: .table("20260101-a"), direction: .up), batch: 1, lock: lock,
                    of: Migrator(two, scripts: []))
                await #expect(throws: MigrationLockError.self) {
                    try await two.holdingWriter { other in
                        try await other.run { connection in
                            try run.executed.createTable(connection)
                            try run.records.createTable(connection)
                            return try run(connection)
                        }
                    }
                }
                #expect(try await two.tables(of: ["a"]).isEmpty)
            }
        }
    }

    @Test func `the file of SQLite's lock goes with it`() async throws {
        try await TestEngine.sqlite.withEmptyURL { url in
            guard case .file(let path) = url.place else { return }
            let database = try Database(DatabaseConfiguration(url: url))
            let isThere = Locked(false)
            let script = Script("20260101-a") { queryInterface in
                queryInterface.run("look") { _ in
                    isThere.withLock { $0 = FileManager.default.fileExists(atPath: path + "-migrate") }
                }
            } down: { _ in
            }
            try await Migrator(database, scripts: [script]).up()
            #expect(isThere.withLock { $0 })
            #expect(!FileManager.default.fileExists(atPath: path + "-migrate"))
        }
    }

    @Test(arguments: TestEngine.all.filter { $0 != .sqlite })
    func `a table that others use is tried again, and does not keep them waiting for long`(_ engine: TestEngine)
        async throws
    {
        try await engine.withEmptyURL { url in
            let settings = DatabaseConfiguration(url: url, connections: 3, busyTimeout: .seconds(1))
            let one = try Database(settings)
            let two = try Database(settings)
            try await Migrator(one, scripts: [.table("20260101-a")]).up()
            let change = Script("20260102-b") {
                $0.addColumn("a", "n", .integer)
            } down: { _ in
            }
            let retries = Locked<[Int]>([])
            let options = MigratorOptions(tries: 3) { event in
                if case .retrying(_, let number, _, _) = event { retries.withLock { $0.append(number) } }
            }
            try await withThrowingTaskGroup { group in
                group.addTask {
                    // A query that takes its time: its transaction holds the table.
                    try await two.transaction {
                        _ = try await two.query("SELECT id FROM a") { try $0[0] as Int }
                        try await Task.sleep(for: .milliseconds(2500))
                    }
                }
                group.addTask {
                    try await Task.sleep(for: .milliseconds(300))
                    try await Migrator(one, scripts: [.table("20260101-a"), change], options: options).up()
                }
                try await group.waitForAll()
            }
            #expect(retries.withLock { !$0.isEmpty && $0[0] == 2 })
            try await one.script("INSERT INTO a (id, n) VALUES (1, 1)")
        }
    }

    @Test(arguments: TestEngine.all) func `a statement's deadline does not end a migration`(_ engine: TestEngine)
        async throws
    {
        var settings = DatabaseConfiguration(url: .memory)
        settings.statementTimeout = .milliseconds(50)
        try await engine.withDatabase(settings: settings) { database in
            let slow: String =
                switch engine.rawValue {
                case "postgresql": "SELECT pg_sleep(0.4)"
                case "mysql": "SELECT SLEEP(0.4)"
                default:
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) "
                        + "SELECT count(*) FROM n"
                }
            let script = Script("20260101-a") {
                $0.execute(slow)
            } down: { _ in
            }
            let steps = try await Migrator(database, scripts: [script]).up()
            #expect(steps.count == 1)
            // It holds again afterwards.
            await #expect(throws: DatabaseTimeoutError.self) { try await database.script(slow) }
        }
    }
}
