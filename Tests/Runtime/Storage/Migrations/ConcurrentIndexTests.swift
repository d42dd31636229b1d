import Testing

@testable import ScaffoldStorage

/// An index that is built while others write: PostgreSQL does so outside of transactions.
@Suite struct ConcurrentIndexTests {
    /// Adds a column, then an index that rows of one title refuse if it is unique.
    private func script(unique: Bool = false) -> Script {
        Script("20260102-index") {
            $0.addColumn("a", "n", .integer)
            $0.addIndex("a", ["title"], unique: unique, concurrently: true)
            $0.addColumn("a", "m", .integer)
        } down: {
            $0.removeColumn("a", "m")
            $0.removeIndex("a", ["title"])
            $0.removeColumn("a", "n")
        }
    }

    private func indexes(_ database: Database) async throws -> [String] {
        try await database.describe().flatMap(\.indexes).map(\.name.text)
    }

    @Test(arguments: TestEngine.all) func `it is built, undone and built again`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script()])
            try await migrator.up()
            #expect(try await indexes(database) == ["a_title"])
            let states = try await migrator.status()
            #expect(states.allSatisfy { $0.isExecuted && $0.operationsDone == nil && !$0.isEdited })
            try await migrator.undo()
            #expect(try await indexes(database).isEmpty)
            try await migrator.redo()
            try await migrator.up()
            #expect(try await indexes(database) == ["a_title"])
        }
    }

    @Test(arguments: TestEngine.all) func `refused, it goes on there when the rows are mended`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script(unique: true)])
            try await migrator.up(to: "20260101-a")
            try await database.script("INSERT INTO a (id, title) VALUES (1, 'x'), (2, 'x')")
            let error = await #expect(throws: MigrationError.self) { try await migrator.up() }
            #expect(error?.operation == "addIndex a_title")
            #expect(error?.kept == (engine == .sqlite ? [] : ["addColumn a.n"]))
            #expect(error?.resumesAt == (engine == .sqlite ? nil : "addIndex a_title"))
            try await database.script("UPDATE a SET title = 'y' WHERE id = 2")
            try await migrator.up()
            #expect(try await indexes(database) == ["a_title"])
            await #expect(throws: (any Error).self) {
                try await database.script("INSERT INTO a (id, title) VALUES (3, 'y')")
            }
            try await migrator.undoAll()
            #expect(try await database.tables(of: ["a"]).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `refused and undone, nothing of it stays`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script(unique: true)])
            try await migrator.up(to: "20260101-a")
            let before = try await database.describe()
            try await database.script("INSERT INTO a (id, title) VALUES (1, 'x'), (2, 'x')")
            await #expect(throws: MigrationError.self) { try await migrator.up() }
            if engine != .sqlite { try await migrator.undo() }
            #expect(try await database.describe().differences(from: before).isEmpty)
            #expect(try await migrator.status().map(\.operationsDone) == [nil, nil])
        }
    }

    @Test(arguments: TestEngine.all) func `killed when it was built, it is not built again`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script()])
            try await migrator.up(to: "20260101-a")
            guard engine != .sqlite else { return }
            try await database.script("ALTER TABLE a ADD COLUMN n integer; CREATE INDEX a_title ON a (title)")
            let done = OperationChecksum(try script().operations(.up).prefix(1)).text
            try await database.exclusive { [records = migrator.records] connection in
                try records.save(
                    ScriptRecord(name: "20260102-index", batch: 2, checksum: done, executedAt: nil, resumeAt: 1),
                    connection)
            }
            try await migrator.up()
            #expect(try await indexes(database) == ["a_title"])
            #expect(try await migrator.status().allSatisfy(\.isExecuted))
        }
    }

    @Test(arguments: TestEngine.all) func `its SQL says so where the engine can`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script()])
            try await migrator.up(to: "20260101-a")
            let statements = try await migrator.dryRun().flatMap(\.statements)
            #expect(statements.contains { $0.contains("INDEX CONCURRENTLY") } == (engine.kind == .postgresql))
            #expect(try await indexes(database).isEmpty)
        }
    }

    #if PostgreSQL
        @Test func `without a transaction, SQL runs that needs none`() async throws {
            try await TestEngine.postgresql.withDatabase { database in
                func migrator(usesTransaction: Bool) -> Migrator {
                    var script = Script("20260102-vacuum") {
                        $0.addColumn("a", "n", .integer)
                        $0.execute("VACUUM a")
                    } down: {
                        $0.removeColumn("a", "n")
                    }
                    script.usesTransaction = usesTransaction
                    return Migrator(database, scripts: [.table("20260101-a"), script])
                }
                await #expect(throws: MigrationError.self) { try await migrator(usesTransaction: true).up() }
                try await migrator(usesTransaction: false).up()
                #expect(try await database.describe().first?.column("n") != nil)
            }
        }

        @Test func `one that was left half built goes before it is built again`() async throws {
            try await TestEngine.postgresql.withDatabase { database in
                let migrator = Migrator(database, scripts: [.table("20260101-a"), script(unique: true)])
                try await migrator.up(to: "20260101-a")
                try await database.script("INSERT INTO a (id, title) VALUES (1, 'x'), (2, 'x')")
                await #expect(throws: MigrationError.self) { try await migrator.up() }
                await #expect(throws: (any Error).self) {
                    try await database.script("CREATE UNIQUE INDEX CONCURRENTLY a_title ON a (title)")
                }
                try await database.script("DELETE FROM a WHERE id = 2")
                try await migrator.up()
                #expect(try await indexes(database) == ["a_title"])
            }
        }
    #endif
}
