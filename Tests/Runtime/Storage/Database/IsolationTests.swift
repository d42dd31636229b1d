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

    @Test func `one that only reads sees one moment, beside those who write`() async throws {
        try await Scratch.file { database in
            try await database.execute("CREATE TABLE items (id INTEGER)")
            let counts = try await database.transaction(readOnly: true) {
                let first = try await database.count("items")
                _ = try await Task.detached { try await database.execute("INSERT INTO items VALUES (1)") }.value
                return [first, try await database.count("items")]
            }
            let afterwards = try await database.count("items")
            #expect(counts == [0, 0])
            #expect(afterwards == 1)
        }
    }
}
