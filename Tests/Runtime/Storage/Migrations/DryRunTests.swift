import Testing

@testable import ScaffoldStorage

@Suite struct DryRunTests {
    private let scripts: [Script] = [
        .table("20260101-a"),
        Script("20260102-b") {
            $0.addColumn("a", "slug", .string(30))
            $0.changeColumn("a", "title", .string(40), allowNull: false)
            $0.bulkInsert("a", [["id": 1, "title": "one", "slug": .password("secret123")]])
            $0.run("slugs") { _ in throw Refused() }
        } down: { _ in
        },
    ]

    @Test(arguments: TestEngine.all) func `it says the statements and leaves the database as it is`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: scripts)
            let steps = try await migrator.dryRun()
            #expect(steps.map(\.name) == ["20260101-a", "20260102-b"])
            #expect(steps[0].statements.count == 1)
            #expect(steps[0].statements[0].hasPrefix("CREATE TABLE "))
            let text = steps[1].statements.joined(separator: "\n")
            #expect(text.contains("ADD COLUMN"))
            #expect(text.contains("INSERT INTO"))
            #expect(!text.contains("secret123") && !text.contains("'one'"))
            #expect(text.contains("-- run slugs: Swift code"))
            let tables = try await database.tables(of: ["a", "SequelizeMeta", "ScaffoldMeta"])
            #expect(tables.isEmpty)
        }
    }

    /// What is said is what then runs: it leads to the same tables.
    @Test(arguments: TestEngine.all) func `what it says can be run by hand`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            try await Migrator(database, scripts: [scripts[0]]).up()
            let script = Script("20260103-c") {
                $0.changeColumn("a", "title", .string(40), allowNull: false, defaultValue: "x")
                $0.addIndex("a", ["title"], unique: true)
            } down: { _ in
            }
            let steps = try await Migrator(database, scripts: [scripts[0], script]).dryRun()
            let statements = try #require(steps.first?.statements)
            #expect(!statements.contains { $0.hasPrefix("--") })
            for statement in statements { try await database.script(statement) }
            try await database.script("INSERT INTO a (id) VALUES (1)")
            await #expect(throws: UniqueConstraintError.self) {
                try await database.script("INSERT INTO a (id) VALUES (2)")
            }
        }
    }

    @Test(arguments: TestEngine.all) func `what is sure to fail fails, and a wrong name is refused`(
        _ engine: TestEngine
    )
        async throws
    {
        try await engine.withDatabase { database in
            let broken = Script("20260101-a") {
                $0.changeColumn("nowhere", "x", .text)
            } down: { _ in
            }
            if engine == .sqlite {
                await #expect(throws: MigrationError.self) {
                    _ = try await Migrator(database, scripts: [broken]).dryRun()
                }
            }
            await #expect(throws: UnknownMigrationError.self) {
                _ = try await Migrator(database, scripts: scripts).dryRun(name: "nope")
            }
        }
    }
}
