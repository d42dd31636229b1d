import Testing

@testable import ScaffoldStorage

/// A migration that stops half-way: on engines that cannot take back changes of tables it goes on there.
@Suite struct ResumingTests {
    /// Makes `b`, then does what fails, then makes `c`.
    private func stopping(
        at step: @escaping @Sendable (inout QueryInterface) -> Void, first column: String = "id"
    ) -> Script {
        Script("20260102-b") {
            $0.createTable("b") { $0.column(column, .integer) }
            $0.addColumn("b", "n", .integer)
            step(&$0)
            $0.createTable("c") { $0.column("id", .integer) }
        } down: {
            $0.dropTable("c")
            $0.dropTable("b")
        }
    }

    private let broken: @Sendable (inout QueryInterface) -> Void = { $0.addColumn("nowhere", "x", .integer) }
    private let mended: @Sendable (inout QueryInterface) -> Void = { $0.addColumn("b", "x", .integer) }

    @Test(arguments: TestEngine.all) func `mended, it runs to its end`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let error = await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: [.table("20260101-a"), stopping(at: broken)]).up()
            }
            #expect(error?.kept == (engine.takesBackTables ? [] : ["createTable b", "addColumn b.n"]))
            #expect(error?.resumesAt == (engine.takesBackTables ? nil : "addColumn nowhere.x"))
            let migrator = Migrator(database, scripts: [.table("20260101-a"), stopping(at: mended)])
            let states = try await migrator.status()
            #expect(states.map(\.operationsDone) == [nil, engine.takesBackTables ? nil : 2])
            try await migrator.up()
            try await database.script("INSERT INTO b (id, n, x) VALUES (1, 2, 3)")
            let after = try await migrator.status()
            #expect(after.map(\.isExecuted) == [true, true])
            #expect(after.allSatisfy { $0.operationsDone == nil && !$0.isEdited })
            try await migrator.undoAll()
            #expect(try await database.tables(of: ["a", "b", "c"]).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `undone, nothing of it stays`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a"), stopping(at: broken)])
            await #expect(throws: MigrationError.self) { try await migrator.up() }
            let undone = try await migrator.undo()
            #expect(undone.map(\.name) == (engine.takesBackTables ? ["20260101-a"] : ["20260102-b"]))
            #expect(try await database.tables(of: ["b", "c"]).isEmpty)
            #expect(try await migrator.status().allSatisfy { $0.operationsDone == nil })
        }
    }

    @Test(arguments: TestEngine.resuming) func `edited before the place where it stopped, it is refused`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: [stopping(at: broken)]).up()
            }
            let other = stopping(at: mended, first: "key")
            let error = await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: [other]).up()
            }
            #expect(error?.cause is ResumeError)
            #expect(error?.description.contains("--restart") == true)
            try await database.script("DROP TABLE b")
            try await Migrator(database, scripts: [other], options: MigratorOptions(restart: true)).up()
            try await database.script(database.sql(#"INSERT INTO b ("key", x) VALUES (1, 2)"#))
        }
    }

    @Test(arguments: TestEngine.resuming) func `rows that were written stay, and are not written again`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            func script(_ value: SeedValue) -> Script {
                stopping(at: {
                    $0.bulkInsert("b", [["id": 1, "n": 1]])
                    $0.bulkInsert("b", [["id": 2, "n": value]])
                })
            }
            let error = await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: [script("none")]).up()
            }
            #expect(error?.resumesAt == "bulkInsert b (1 rows)")
            #expect(try await database.count("b") == 1)
            try await Migrator(database, scripts: [script(2)]).up()
            #expect(try await database.count("b") == 2)
        }
    }

    @Test(arguments: TestEngine.resuming) func `what cannot be taken back is named`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let script = Script("20260102-b") {
                $0.removeColumn("a", "title")
                $0.addColumn("nowhere", "x", .integer)
            } down: { _ in
            }
            let migrator = Migrator(database, scripts: [.table("20260101-a"), script])
            await #expect(throws: MigrationError.self) { try await migrator.up() }
            let error = await #expect(throws: MigrationError.self) { try await migrator.undo() }
            #expect(error?.isIrreversible == true)
            #expect(error?.description.contains("removeColumn a.title") == true)
        }
    }

    @Test(arguments: TestEngine.resuming) func `one that stops on its way out is undone to its end first`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            func script(_ second: String) -> Script {
                Script("20260101-a") {
                    $0.createTable("a") { $0.column("id", .integer) }
                    $0.createTable("b") { $0.column("id", .integer) }
                } down: {
                    $0.dropTable("b")
                    $0.dropTable(second)
                }
            }
            try await Migrator(database, scripts: [script("a")]).up()
            let error = await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: [script("nowhere")]).undo()
            }
            #expect(error?.kept == ["dropTable b"])
            let migrator = Migrator(database, scripts: [script("a"), .table("20260102-c")])
            let refusal = await #expect(throws: UnknownMigrationError.self) { try await migrator.up() }
            #expect(refusal?.reason.contains("db:migrate:undo") == true)
            try await migrator.undo()
            #expect(try await database.tables(of: ["a", "b"]).isEmpty)
            #expect(try await migrator.up().count == 2)
        }
    }

    @Test(arguments: TestEngine.resuming) func `killed behind an operation that nobody noted, it passes over it`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            let script = stopping(at: mended)
            let migrator = Migrator(database, scripts: [script])
            try await database.exclusive { connection in
                try migrator.executed.createTable(connection)
                try migrator.records.createTable(connection)
                try connection.run(script: "CREATE TABLE b (id INTEGER)")
                try migrator.records.save(
                    ScriptRecord(name: script.name, batch: 1, checksum: OperationChecksum([]).text, resumeAt: 0),
                    connection)
            }
            try await migrator.up()
            try await database.script("INSERT INTO b (id, n, x) VALUES (1, 2, 3)")
        }
    }
}
