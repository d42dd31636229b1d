import Logging
import Testing

@testable import ScaffoldStorage

@Suite struct ManualTransactionTests {
    @Test(arguments: TestEngine.all)
    func `what ran inside is kept by commit and taken back by rollback`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let kept = try await database.beginTransaction()
            let inside = try await kept.run {
                try await database.execute("INSERT INTO items VALUES (1, \("a"))")
                return try await database.count("items")
            }
            try await kept.run { try await database.execute("INSERT INTO items VALUES (2, \("b"))") }
            try await kept.commit()
            let other = try await database.beginTransaction()
            try await other.run { try await database.execute("DELETE FROM items") }
            await other.rollback()
            let count = try await database.count("items")
            #expect((inside, count) == (1, 2))
        }
    }

    @Test(arguments: TestEngine.all)
    func `after its end it is refused, and rolling back once more does no harm`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let transaction = try await database.beginTransaction()
            try await transaction.commit()
            await transaction.rollback()
            await #expect(throws: TransactionError(.ended)) { try await transaction.commit() }
            await #expect(throws: TransactionError(.ended)) {
                try await transaction.run { try await database.count("items") }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `inside of another one it is a savepoint`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            try await database.transaction {
                let nested = try await database.beginTransaction()
                try await nested.run { try await database.execute("INSERT INTO items VALUES (1, \("a"))") }
                await #expect(throws: TransactionError(.nestedIsOpen)) { try await database.count("items") }
                await nested.rollback()
                try await database.execute("INSERT INTO items VALUES (2, \("b"))")
            }
            let ids = try await database.query("SELECT id FROM items", as: Int.self)
            #expect(ids == [2])
        }
    }

    @Test(arguments: TestEngine.all)
    func `afterCommit waits for commit`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let notes = Notes()
            let transaction = try await database.beginTransaction()
            try await transaction.run { try await database.afterCommit { notes.add("after") } }
            notes.add("before")
            try await transaction.commit()
            #expect(notes.all == ["before", "after"])
        }
    }

    @Test func `a forgotten one is rolled back and reported with its line`() async throws {
        let recorder = StatementRecorder()
        try await FaultyEngine.run(connections: 1, logger: Logger(label: "test") { _ in recorder }) { database, _ in
            let line = #line + 1
            var transaction: ManualTransaction? = try await database.beginTransaction()
            try await transaction?.run { try await database.execute("INSERT INTO items VALUES (1, 'a')") }
            transaction = nil
            // There is one connection only: it must come back for this.
            let count = try await database.count("items")
            #expect(count == 0)
            let reports = recorder.lines.filter { $0.hasPrefix("error") }
            #expect(reports.count == 1)
            #expect(reports.first?.contains("ManualTransactionTests.swift:\(line)") == true)
        }
    }

    @Test func `one that was ended is not reported`() async throws {
        let recorder = StatementRecorder()
        try await FaultyEngine.run(logger: Logger(label: "test") { _ in recorder }) { database, _ in
            try await database.beginTransaction().commit()
            try await database.beginTransaction().rollback()
        }
        #expect(!recorder.lines.contains { $0.hasPrefix("error") })
    }
}
