import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct PoolTests {
    private let lost = ConnectionLostError(message: "gone")

    @Test func `a read on an idle connection that was lost is tried once more on a fresh one`() async throws {
        try await FaultyEngine.run(connections: 1) { database, faults in
            faults.plan("SELECT", lost)
            let count = try await database.count("items")
            #expect(count == 0)
            #expect(faults.opened == 2)
        }
    }

    @Test func `twice in a row is told, and the connection is given up`() async throws {
        try await FaultyEngine.run(connections: 1) { database, faults in
            faults.plan("SELECT", lost)
            faults.plan("SELECT", lost)
            await #expect(throws: lost) { try await database.count("items") }
            let count = try await database.count("items")
            #expect(count == 0)
            #expect(faults.opened == 3)
        }
    }

    @Test func `a write is never tried again, nor is a statement written by hand`() async throws {
        try await FaultyEngine.run(connections: 1) { database, faults in
            faults.plan("INSERT", lost)
            await #expect(throws: lost) { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
            faults.plan("SELECT", lost)
            await #expect(throws: lost) { try await database.query("SELECT next()", as: Int.self) }
            try await database.execute("INSERT INTO items VALUES (1, 'a')")
            let inserts = faults.statements.filter { $0.hasPrefix("INSERT") }
            #expect(inserts.count == 2)
            #expect(faults.opened == 3)
        }
    }

    @Test func `a transaction on an idle connection that was lost begins on a fresh one`() async throws {
        try await FaultyEngine.run(connections: 1) { database, faults in
            faults.plan("BEGIN", lost)
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
            let count = try await database.count("items")
            #expect(count == 1)
        }
    }

    @Test func `connections that are known to be lost are replaced before they are lent`() async throws {
        try await FaultyEngine.run(connections: 1) { database, faults in
            faults.loseConnections()
            try await database.execute("INSERT INTO items VALUES (1, 'a')")
            #expect(faults.opened == 2)
        }
    }

    @Test func `while the server is away all fails, and all goes on when it is back`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.loseConnections()
            faults.refuseConnections(true)
            await #expect(throws: ConnectionError.self) { try await database.count("items") }
            await #expect(throws: ConnectionError.self) { try await database.transaction {} }
            let isReachable = await database.isReachable
            #expect(!isReachable)
            faults.refuseConnections(false)
            let isBack = await database.isReachable
            #expect(isBack)
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a transaction that a statement began by itself reaches nobody else`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            await #expect(throws: TransactionError(.leftOpen)) { try await database.execute("BEGIN") }
            try await database.execute("INSERT INTO items VALUES (1, 'a')")
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (2, 'b')") }
        }
    }

    @Test func `idle connections are closed, all but one`() async throws {
        try await FaultyEngine.run(connections: 4, idleTimeout: .milliseconds(20)) { database, faults in
            try await withThrowingTaskGroup { group in
                let gate = Gate()
                for _ in 0..<4 {
                    group.addTask {
                        try await database.transaction(readOnly: true) { await gate.waitForRelease() }
                    }
                }
                while faults.opened < 4 { try await Task.sleep(for: .milliseconds(2)) }
                await gate.release()
                try await group.waitForAll()
            }
            try await Task.sleep(for: .milliseconds(200))
            // The one that is lent next is still the same, the next three are opened anew.
            let before = faults.opened
            _ = try await database.count("items")
            #expect(faults.opened == before)
            try await database.transaction(readOnly: true) {
                try await Task.detached { _ = try await database.count("items") }.value
            }
            #expect(faults.opened == before + 1)
        }
    }

    @Test func `closing waits for what is under way and refuses what comes`() async throws {
        try await FaultyEngine.run(connections: 1) { database, _ in
            let gate = Gate()
            let running = Task {
                try await database.transaction {
                    await gate.open()
                    await gate.waitForRelease()
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                }
            }
            await gate.waitUntilOpen()
            let waiting = Task { try await database.count("items") }
            try await Task.sleep(for: .milliseconds(20))
            async let closed: Void = database.close()
            await #expect(throws: ConnectionError.self) { try await waiting.value }
            await #expect(throws: ConnectionError.self) { try await database.count("items") }
            await gate.release()
            try await running.value
            await closed
            await #expect(throws: ConnectionError.self) { try await database.transaction {} }
            await database.close()
        }
    }

    @Test func `closing has its own end`() async throws {
        try await FaultyEngine.run(connections: 1) { database, _ in
            let transaction = try await database.beginTransaction()
            let start = ContinuousClock.now
            await database.close(patience: .milliseconds(30))
            #expect(start.duration(to: .now) < .seconds(20))
            await transaction.rollback()
        }
    }

    @Test(arguments: TestEngine.all)
    func `a ping answers, also beside a transaction at hand`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            try await database.ping()
            let isReachable = await database.isReachable
            #expect(isReachable)
        }
    }

    @Test func `under stress nothing is lost: transactions, retries, cancellations, closing idle ones`() async throws {
        let settings = DatabaseConfiguration(
            url: .memory, connections: 3, waitTimeout: .seconds(120), idleTimeout: .milliseconds(1))
        try await Scratch.file(settings) {
            database in
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)")
            let kept = Locked(0)
            await withTaskGroup { group in
                for number in 0..<300 {
                    group.addTask {
                        let task = Task {
                            try await database.transaction(retries: 1) {
                                try await database.execute("INSERT INTO items (name) VALUES (\(number))")
                                try await database.transaction(readOnly: true) { _ = try await database.count("items") }
                                if number % 5 == 0 { throw Refused() }
                                try await database.afterCommit { kept.withLock { $0 += 1 } }
                            }
                        }
                        if number % 7 == 0 { task.cancel() }
                        _ = try? await task.value
                        _ = try? await database.transaction(readOnly: true) { try await database.count("items") }
                    }
                }
            }
            let count = try await database.count("items")
            #expect(count == kept.withLock { $0 })
            #expect(count > 150)
        }
    }
}
