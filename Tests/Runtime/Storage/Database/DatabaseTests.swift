import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct DatabaseTests {
    @Test func `unbound, the current database throws and says what to do`() async throws {
        let error = #expect(throws: ConnectionError.self) { try Database.current }
        #expect(error?.message.contains("database.run") == true)
    }

    @Test func `bound, it is the one of the task and its children`() async throws {
        try await Scratch.memory { mine in
            try await mine.withValue {
                let bound = try database
                #expect(bound === mine)
                async let child = Database.current
                let found = try await child
                #expect(found === mine)
            }
            let bound = try await mine.run { try Database.current }
            #expect(bound === mine)
        }
    }

    @Test func `calls block on the database's own threads, wherever they come from`() async throws {
        try await Scratch.file { database in
            @Sendable func onOwnThread() async throws -> Bool {
                try await database.read { _ in BlockingExecutor.isCurrentThread }
            }
            #expect(try await onOwnThread())
            #expect(try await Task.detached { try await onOwnThread() }.value)
            let answers = try await database.run {
                // A task of its own inherits the binding, but not the threads.
                let task = Task { try await onOwnThread() }
                return [BlockingExecutor.isCurrentThread, try await onOwnThread(), try await task.value]
            }
            #expect(answers == [true, true, true])
        }
    }

    @Test func `readers work side by side, beside the writer`() async throws {
        try await Scratch.file(DatabaseConfiguration(url: .memory, connections: 3)) { database in
            try await database.execute("CREATE TABLE items (id INTEGER)")
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1)")
                let counts = try await Task.detached {
                    try await withThrowingTaskGroup(of: Int.self) { group in
                        for _ in 0..<20 { group.addTask { try await database.count("items") } }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                }.value
                #expect(counts == Array(repeating: 0, count: 20))
            }
        }
    }

    @Test func `readers cannot write`() async throws {
        try await Scratch.file { database in
            try await database.execute("CREATE TABLE items (id INTEGER)")
            await #expect(throws: DatabaseError.self) {
                try await database.read { _ = try $0.execute("INSERT INTO items VALUES (1)") }
            }
        }
    }

    @Test func `a wait for the writer ends with the timeout, not with a stuck app`() async throws {
        try await Scratch.file(DatabaseConfiguration(url: .memory, waitTimeout: .milliseconds(50))) { database in
            try await database.execute("CREATE TABLE items (id INTEGER)")
            try await database.transaction {
                let stranger = Task.detached { try await database.execute("INSERT INTO items VALUES (1)") }
                await #expect(throws: DatabaseTimeoutError.self) { try await stranger.value }
            }
            try await database.execute("INSERT INTO items VALUES (1)")
        }
    }

    @Test func `a statement that runs too long is ended, and the connection goes on`() async throws {
        try await Scratch.file(DatabaseConfiguration(url: .memory, statementTimeout: .milliseconds(50))) { database in
            let error = await #expect(throws: DatabaseTimeoutError.self) {
                try await database.read { try $0.forEver() }
            }
            #expect(error?.sql?.contains("RECURSIVE") == true)
            let tables = try await database.count("sqlite_master")
            #expect(tables == 0)
        }
    }

    @Test func `a statement of a cancelled task is ended`() async throws {
        try await Scratch.file { database in
            let task = Task { try await database.read { try $0.forEver() } }
            try await Task.sleep(for: .milliseconds(30))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `a file that cannot be opened is an error that names it`() async throws {
        let error = #expect(throws: ConnectionError.self) {
            try Database(DatabaseConfiguration(url: .sqlite("/proc/none/db.sqlite3")))
        }
        #expect(error?.message.contains("/proc/none") == true)
    }

    @Test func `a database that cannot be opened takes no thread from the others`() async throws {
        for _ in 0..<200 {
            #expect(throws: ConnectionError.self) {
                try Database(DatabaseConfiguration(url: .sqlite("/proc/none/db.sqlite3")))
            }
        }
        try await Scratch.memory { database in
            let isServed = try await database.read { _ in BlockingExecutor.isCurrentThread }
            #expect(isServed)
        }
    }

    @Test func `many tasks at once are all served`() async throws {
        try await Scratch.file { database in
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY)")
            try await withThrowingTaskGroup { group in
                for _ in 0..<500 {
                    group.addTask { _ = try await database.execute("INSERT INTO items DEFAULT VALUES") }
                    group.addTask { _ = try await database.count("items") }
                }
                try await group.waitForAll()
            }
            #expect(try await database.count("items") == 500)
        }
    }
}

extension Connection {
    fileprivate func forEver() throws {
        _ = try first("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n") {
            try $0[0] as Int
        }
    }
}
