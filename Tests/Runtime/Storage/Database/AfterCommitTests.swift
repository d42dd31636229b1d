import Logging
import Testing

@testable import ScaffoldStorage

@Suite struct AfterCommitTests {
    @Test(arguments: TestEngine.all)
    func `it runs after the outermost COMMIT, in order`(_ engine: TestEngine) async throws {
        let notes = Notes()
        try await engine.withTables(makeItems) { database in
            try await database.transaction {
                try await database.afterCommit { notes.add("first") }
                try await database.transaction {
                    try await database.afterCommit { notes.add("nested") }
                }
                async let child: Void = database.afterCommit { notes.add("child") }
                try await child
                notes.add("body")
            }
        }
        #expect(notes.all == ["body", "first", "nested", "child"])
    }

    @Test(arguments: TestEngine.all)
    func `a rollback lets it go, also that of the nested one it was in`(_ engine: TestEngine) async throws {
        let notes = Notes()
        try await engine.withTables(makeItems) { database in
            await #expect(throws: Refused.self) {
                try await database.transaction {
                    try await database.afterCommit { notes.add("outer") }
                    throw Refused()
                }
            }
            try await database.transaction {
                try? await database.transaction {
                    try await database.transaction { try await database.afterCommit { notes.add("innermost") } }
                    try await database.afterCommit { notes.add("inner") }
                    throw Refused()
                }
                try await database.afterCommit { notes.add("kept") }
            }
        }
        #expect(notes.all == ["kept"])
    }

    @Test(arguments: TestEngine.all)
    func `outside of a transaction it runs at once`(_ engine: TestEngine) async throws {
        let notes = Notes()
        try await engine.withTables(makeItems) { database in
            try await database.afterCommit { notes.add("now") }
            notes.add("then")
        }
        #expect(notes.all == ["now", "then"])
    }

    @Test(arguments: TestEngine.all)
    func `it finds the changes, outside of the transaction, and may write`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let counts = Notes()
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, \("a"))")
                try await database.afterCommit {
                    #expect(database.transaction == nil)
                    try await database.transaction {
                        try await database.execute("INSERT INTO items VALUES (2, \("b"))")
                    }
                    counts.add("\(try await database.count("items"))")
                }
            }
            #expect(counts.all == ["2"])
        }
    }

    @Test func `what it throws is logged, the others run, and the changes are kept`() async throws {
        let recorder = StatementRecorder()
        let notes = Notes()
        try await FaultyEngine.run(logger: Logger(label: "test") { _ in recorder }) { database, _ in
            let result = try await database.transaction {
                try await database.afterCommit { throw Refused() }
                try await database.afterCommit { notes.add("second") }
                return 7
            }
            try await database.afterCommit { throw Refused() }
            #expect(result == 7)
        }
        #expect(notes.all == ["second"])
        #expect(recorder.lines.filter { $0.hasPrefix("error") && $0.contains("Refused") }.count == 2)
    }

    @Test func `it runs once where the body ran twice, and although the task was cancelled meanwhile`() async throws {
        let notes = Notes()
        try await FaultyEngine.run { database, faults in
            faults.plan("COMMIT", SerializationFailureError(isDeadlock: false))
            let task = Task {
                try await database.transaction(retries: 1) {
                    try await database.afterCommit { withUnsafeCurrentTask { notes.add("\($0?.isCancelled ?? true)") } }
                    try await database.afterCommit { notes.add("\(try await database.count("items"))") }
                }
            }
            try await task.value
        }
        #expect(notes.all == ["false", "0"])
    }

    @Test func `a task that outlives the transaction is refused`() async throws {
        try await FaultyEngine.run { database, _ in
            let gate = Gate()
            let stray = try await database.transaction {
                Task {
                    await gate.waitForRelease()
                    try await database.afterCommit {}
                }
            }
            await gate.release()
            await #expect(throws: TransactionError(.ended)) { try await stray.value }
        }
    }
}

/// A table of items, as migrations make it.
@Sendable func makeItems(_ tables: inout QueryInterface) {
    tables.createTable("items") {
        $0.column("id", .integer, primaryKey: true)
        $0.column("name", .string)
    }
}

/// What happened, in its order.
final class Notes: Sendable {
    private let notes = Locked<[String]>([])
    var all: [String] { notes.withLock { $0 } }
    func add(_ note: String) { notes.withLock { $0.append(note) } }
}
