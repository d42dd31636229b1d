import Testing

@testable import ScaffoldStorage

@Suite struct IsolationTests {
    @Test(arguments: TestEngine.all)
    func `every level can be asked for`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            for (id, level) in IsolationLevel.allCases.enumerated() {
                try await database.transaction(isolationLevel: level) {
                    try await database.execute("INSERT INTO items VALUES (\(id), \(level.rawValue))")
                }
            }
            let count = try await database.count("items")
            #expect(count == 4)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a nested one may ask for the level of the outer one, and for no other`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            try await database.transaction(isolationLevel: .serializable) {
                try await database.transaction(isolationLevel: .serializable) {
                    try await database.transaction {
                        try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    }
                }
                let error = await #expect(throws: TransactionError.self) {
                    try await database.transaction(isolationLevel: .readCommitted) {}
                }
                #expect(error?.reason == .otherIsolationLevel(.readCommitted))
                #expect(error?.description.contains("READ COMMITTED") == true)
                try await database.execute("INSERT INTO items VALUES (2, 'b')")
            }
            let count = try await database.count("items")
            #expect(count == 2)
        }
    }

    @Test(arguments: TestEngine.all)
    func `one that only reads refuses to write, also nested, and reads`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            try await database.execute("INSERT INTO items VALUES (1, 'a')")
            try await database.transaction(readOnly: true) {
                await #expect(throws: TransactionError(.readOnly)) { try await database.execute("DELETE FROM items") }
                await #expect(throws: TransactionError(.readOnly)) { try await database.atomic { _ in } }
                try await database.transaction {
                    await #expect(throws: TransactionError(.readOnly)) {
                        try await database.execute("DELETE FROM items")
                    }
                    let count = try await database.count("items")
                    #expect(count == 1)
                }
            }
            try await database.transaction {
                try await database.transaction(readOnly: true) {
                    await #expect(throws: TransactionError(.readOnly)) {
                        try await database.execute("DELETE FROM items")
                    }
                }
                try await database.execute("DELETE FROM items")
            }
            let count = try await database.count("items")
            #expect(count == 0)
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `one that only reads sees one moment, beside those who write`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let counts = try await database.transaction(readOnly: true) { try await countsAroundInsert(database, 1) }
            let afterwards = try await database.count("items")
            #expect(counts == [0, 0])
            #expect(afterwards == 1)
        }
    }

    @Test(arguments: TestEngine.servers)
    func `a level says whether what others commit meanwhile is seen`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            let settled = try await database.transaction(isolationLevel: .repeatableRead) {
                try await countsAroundInsert(database, 1)
            }
            #expect(settled == [0, 0])
            for level in [IsolationLevel.readCommitted, nil] {
                let before = try await database.count("items")
                let moving = try await database.transaction(isolationLevel: level) {
                    try await countsAroundInsert(database, before + 1)
                }
                #expect(moving == [before, before + 1])
            }
        }
    }

    /// Where SQL that is written by hand goes past the runtime's own refusal.
    @Test(arguments: TestEngine.everywhere)
    func `one that only reads is one for the database too`(_ engine: TestEngine) async throws {
        try await engine.withTables(makeItems) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.transaction(readOnly: true) {
                    try await database.read { _ = try $0.execute("INSERT INTO items VALUES (1, 'a')") }
                }
            }
            try await database.execute("INSERT INTO items VALUES (2, 'b')")
            let count = try await database.count("items")
            #expect(count == 1)
        }
    }

    /// How many items there are before and after somebody else adds one.
    private func countsAroundInsert(_ database: Database, _ id: Int) async throws -> [Int] {
        let first = try await database.count("items")
        _ = try await Task.detached { try await database.execute("INSERT INTO items VALUES (\(id), 'x')") }.value
        return [first, try await database.count("items")]
    }
}
