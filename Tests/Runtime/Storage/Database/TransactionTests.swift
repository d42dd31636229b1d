import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct TransactionTests {
    private func withTable<R>(
        on engine: TestEngine = .sqlite, isolation: isolated (any Actor)? = #isolation,
        _ body: (Database) async throws -> R
    ) async throws -> R {
        try await engine.withEmptyURL { url in
            var settings = DatabaseConfiguration(url: url)
            // Tests run side by side on few processors.
            settings.waitTimeout = .seconds(120)
            let database = try Database(settings)
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)")
            return try await body(database)
        }
    }

    @Test(arguments: TestEngine.all) func `what the body does is kept, and its result returned`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            let result = try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                #expect(try await database.count("items") == 1)
                return 7
            }
            #expect(result == 7)
            #expect(try await database.count("items") == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `an error rolls everything back and is thrown on`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            await #expect(throws: Refused.self) {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    throw Refused()
                }
            }
            #expect(try await database.count("items") == 0)
            try await database.execute("INSERT INTO items VALUES (1, 'a')")
        }
    }

    @Test(arguments: TestEngine.all) func `nobody outside sees what is not committed`(_ engine: TestEngine) async throws
    {
        try await withTable(on: engine) { database in
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                let outside = try await Task.detached { try await database.count("items") }.value
                #expect(outside == 0)
            }
            #expect(try await database.count("items") == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `the body sets captured variables where the caller runs`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            var seen: [Int] = []
            try await database.transaction { seen.append(try await database.count("items")) }
            #expect(seen == [0])
        }
    }

    @MainActor private final class Screen {
        var count = 0
        func refresh(_ database: Database) async throws {
            try await database.transaction {
                count = try await database.count("items") + 5
                MainActor.assertIsolated()
            }
        }
    }

    @Test(arguments: TestEngine.all) @MainActor func `an actor's state can be set inside`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            let screen = Screen()
            try await screen.refresh(database)
            #expect(screen.count == 5)
        }
    }

    @Test(arguments: TestEngine.all) func `a cancelled task is rolled back`(_ engine: TestEngine) async throws {
        try await withTable(on: engine) { database in
            let task = Task {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await database.count("items") == 0)
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
        }
    }

    @Test(arguments: TestEngine.all) func `a nested one is a savepoint: its error takes back its own part only`(
        _ engine: TestEngine
    ) async throws {
        try await withTable(on: engine) { database in
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, 'outer')")
                await #expect(throws: Refused.self) {
                    try await database.transaction {
                        try await database.execute("INSERT INTO items VALUES (2, 'inner')")
                        throw Refused()
                    }
                }
                try await database.transaction { try await database.execute("INSERT INTO items VALUES (3, 'kept')") }
            }
            let ids = try await database.read { try $0.all("SELECT id FROM items ORDER BY id") { try $0[0] as Int } }
            #expect(ids == [1, 3])
        }
    }

    @Test(arguments: TestEngine.all) func `child tasks join, one statement at a time`(_ engine: TestEngine) async throws
    {
        try await withTable(on: engine) { database in
            try await database.transaction {
                try await withThrowingTaskGroup { group in
                    for id in 1...200 {
                        group.addTask {
                            try await database.execute(
                                "INSERT INTO items VALUES (\(database.dialect.placeholder(1)), 'x')",
                                [.integer(Int64(id))])
                        }
                    }
                    try await group.waitForAll()
                }
                async let first = database.count("items")
                async let second = database.count("items")
                #expect(try await (first, second) == (200, 200))
            }
            #expect(try await database.count("items") == 200)
        }
    }

    @Test(arguments: TestEngine.all) func `while a nested one is open the outer one's queries throw`(
        _ engine: TestEngine
    ) async throws {
        try await withTable(on: engine) { database in
            try await database.transaction {
                let gate = Gate()
                async let nested: Void = database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'inner')")
                    await gate.open()
                    await gate.waitForRelease()
                }
                await gate.waitUntilOpen()
                await #expect(throws: TransactionError(.nestedIsOpen)) { _ = try await database.count("items") }
                await #expect(throws: TransactionError(.nestedIsOpen)) { try await database.transaction {} }
                await gate.release()
                try await nested
                #expect(try await database.count("items") == 1)
            }
            #expect(try await database.count("items") == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `a task that outlives the end is refused`(_ engine: TestEngine) async throws {
        try await withTable(on: engine) { database in
            let gate = Gate()
            let stray = try await database.transaction {
                Task {
                    await gate.waitForRelease()
                    try await database.execute("INSERT INTO items VALUES (9, 'late')")
                }
            }
            await gate.release()
            await #expect(throws: TransactionError(.ended)) { try await stray.value }
            #expect(try await database.count("items") == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a nested one in a stray task makes the outer one roll back, and touches nothing later`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            let gate = Gate()
            let strays = Strays()
            await #expect(throws: TransactionError(.nestedOutlivedBody)) {
                try await database.transaction {
                    await strays.set(
                        Task {
                            try await database.transaction {
                                try await database.execute("INSERT INTO items VALUES (1, 'stray')")
                                await gate.open()
                                await gate.waitForRelease()
                            }
                        })
                    await gate.waitUntilOpen()
                }
            }
            // Another transaction now has the same connection; the stray one must not reach into it.
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (2, 'other')")
                await gate.release()
                await #expect(throws: TransactionError(.ended)) { try await strays.value() }
                #expect(try await database.count("items") == 1)
            }
            #expect(try await database.count("items") == 1)
        }
    }

    @Test func `a reason to refuse that comes up at the commit rolls back`() async throws {
        try await withTable { database in
            try await database.execute(
                "CREATE TABLE parts (item INTEGER REFERENCES items (id) DEFERRABLE INITIALLY DEFERRED)")
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.transaction { try await database.execute("INSERT INTO parts VALUES (1)") }
            }
            #expect(try await database.count("parts") == 0)
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
        }
    }

    @Test(arguments: TestEngine.all) func `a transaction that the database itself ended is not written past`(
        _ engine: TestEngine
    ) async throws {
        try await withTable(on: engine) { database in
            await #expect(throws: TransactionError(.endedByDatabase)) {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    _ = try? await database.execute("ROLLBACK")
                    try await database.execute("INSERT INTO items VALUES (2, 'b')")
                }
            }
            let count = try await database.count("items")
            #expect(count == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `two databases each have their own`(_ engine: TestEngine) async throws {
        try await withTable(on: engine) { first in
            try await withTable(on: engine) { second in
                await #expect(throws: Refused.self) {
                    try await first.transaction {
                        try await second.transaction {
                            try await first.execute("INSERT INTO items VALUES (1, 'a')")
                            try await second.execute("INSERT INTO items VALUES (1, 'a')")
                        }
                        throw Refused()
                    }
                }
                let counts = (try await first.count("items"), try await second.count("items"))
                #expect(counts == (0, 1))
            }
        }
    }

    @Test(arguments: TestEngine.all) func `atomic writes are all or nothing, alone and inside`(_ engine: TestEngine)
        async throws
    {
        try await withTable(on: engine) { database in
            @Sendable func failing(_ connection: any Connection) throws {
                try connection.execute("INSERT INTO items VALUES (5, 'a')")
                try connection.execute("INSERT INTO items VALUES (5, 'again')")
            }
            await #expect(throws: UniqueConstraintError.self) { try await database.atomic(failing) }
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                await #expect(throws: UniqueConstraintError.self) { try await database.atomic(failing) }
            }
            let count = try await database.count("items")
            #expect(count == 1)
        }
    }

    @Test func `many at once lose nothing`() async throws {
        try await withTable { database in
            try await database.execute("CREATE TABLE counter (n INTEGER)")
            try await database.execute("INSERT INTO counter VALUES (0)")
            await withTaskGroup { group in
                for worker in 0..<40 {
                    group.addTask {
                        try? await database.transaction {
                            let n =
                                try await database.read { try $0.first("SELECT n FROM counter") { try $0[0] as Int } }
                                ?? 0
                            await Task.yield()
                            try await database.execute("UPDATE counter SET n = ?", [.integer(Int64(n + 1))])
                            try? await database.transaction {
                                try await database.execute("UPDATE counter SET n = n + 1000")
                                throw Refused()
                            }
                            if worker % 4 == 0 { throw Refused() }
                        }
                    }
                }
            }
            let n = try await database.read { try $0.first("SELECT n FROM counter") { try $0[0] as Int } }
            #expect(n == 30)
        }
    }

    @Test(arguments: TestEngine.servers)
    func `a body that goes on after a deadlock writes nothing more`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            try await database.execute("INSERT INTO items VALUES (1, 'a'), (2, 'b')")
            let failures = await withTaskGroup(of: (any Error)?.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        await thrown {
                            try await database.transaction {
                                try await database.execute("UPDATE items SET name = 'c' WHERE id = \(first)")
                                try await Task.sleep(for: .milliseconds(300))
                                do {
                                    try await database.execute("UPDATE items SET name = 'd' WHERE id = \(second)")
                                } catch is SerializationFailureError {
                                    try await database.execute("INSERT INTO items VALUES (3, 'late')")
                                }
                            }
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let reasons = failures.compactMap { ($0 as? TransactionError)?.reason }
            #expect(reasons == [engine.kind == .postgresql ? .aborted : .endedByDatabase])
            let count = try await database.count("items")
            #expect(count == 2)
        }
    }

    @Test func `one that will write waits for that of another process before it reads`() async throws {
        try await Scratch.file { database in
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)")
            // What stands for another process: a database of its own on the same file.
            let other = try Database(database.configuration)
            let second = try await database.transaction {
                let started = Task.detached {
                    try await other.transaction {
                        let before = try await other.count("items")
                        try await other.execute("INSERT INTO items VALUES (\(before + 1), 'b')")
                    }
                }
                try await Task.sleep(for: .milliseconds(200))
                let before = try await database.count("items")
                try await database.execute("INSERT INTO items VALUES (\(before + 1), 'a')")
                return started
            }
            try await second.value
            let count = try await database.count("items")
            #expect(count == 2)
        }
    }

    @Test func `without files the one connection serves reads inside and outside`() async throws {
        try await Scratch.memory { database in
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY)")
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1)")
                #expect(try await database.count("items") == 1)
            }
            #expect(try await database.count("items") == 1)
        }
    }
}

/// A task that a test keeps for later.
private actor Strays {
    private var task: Task<Void, any Error>?
    func set(_ task: Task<Void, any Error>) { self.task = task }
    func value() async throws { try await task?.value }
}

/// Two tasks that wait for each other at set places.
actor Gate {
    private var isOpen = false
    private var isReleased = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        wake()
    }

    func release() {
        isReleased = true
        wake()
    }

    func waitUntilOpen() async { while !isOpen { await wait() } }

    func waitForRelease() async { while !isReleased { await wait() } }

    private func wait() async { await withCheckedContinuation { waiting.append($0) } }

    private func wake() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
