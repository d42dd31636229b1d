import Testing

@testable import ScaffoldStorage

@Suite struct UndoTests {
    private let names = ["20260101-a", "20260102-b", "20260103-c"]

    @Test(arguments: TestEngine.all) func `so many are run, undone and run again`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: names.map { .table($0) })
            let two = try await migrator.up(step: 2)
            #expect(two.map(\.name) == ["20260101-a", "20260102-b"])
            try await migrator.up()
            let redone = try await migrator.redo(step: 2)
            #expect(redone.map(\.name) == ["20260103-c", "20260102-b", "20260102-b", "20260103-c"])
            #expect(redone.map(\.direction) == [.down, .down, .up, .up])
            let undone = try await migrator.undo(step: 2)
            #expect(undone.map(\.name) == ["20260103-c", "20260102-b"])
            let tables = try await database.tables(of: ["a", "b", "c"])
            #expect(tables == ["a"])
        }
    }

    @Test(arguments: TestEngine.all) func `a batch is undone as it was run, an older file that came late with it`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            try await Migrator(database, scripts: [.table("20260101-a"), .table("20260103-c")]).up()
            let migrator = Migrator(database, scripts: names.map { .table($0) })
            let before = try await migrator.status()
            #expect(before.map(\.isLate) == [false, true, false])
            try await migrator.up()
            let states = try await migrator.status()
            #expect(states.map(\.batch) == [1, 2, 1])
            #expect(states.allSatisfy { !$0.isLate && $0.executedAt != nil })
            let undone = try await migrator.undoBatch()
            #expect(undone.map(\.name) == ["20260102-b"])
            let rest = try await migrator.undoBatch()
            #expect(rest.map(\.name) == ["20260103-c", "20260101-a"])
            #expect(try await migrator.undoBatch().isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `the last is the one that ran last, whatever its name`(_ engine: TestEngine)
        async throws
    {
        try await engine.withDatabase { database in
            try await Migrator(database, scripts: [.table("20260103-c")]).up()
            let migrator = Migrator(database, scripts: names.map { .table($0) })
            try await migrator.up()
            let last = try await migrator.undo(step: 2)
            #expect(last.map(\.name) == ["20260102-b", "20260101-a"])
            // To a name is by names.
            try await migrator.up()
            let rest = try await migrator.undoAll(to: "20260102")
            #expect(rest.map(\.name) == ["20260102-b", "20260103-c"])
        }
    }

    @Test(arguments: TestEngine.all) func `one without a way back stops the undoing and says why`(_ engine: TestEngine)
        async throws
    {
        try await engine.withDatabase { database in
            let lossy = Script("20260102-b") {
                $0.removeColumn("a", "title")
            } down: { _ in
                throw IrreversibleMigration("the titles are gone")
            }
            let migrator = Migrator(database, scripts: [.table("20260101-a"), lossy, .table("20260103-c")])
            try await migrator.up()
            let error = await #expect(throws: MigrationError.self) { try await migrator.undoAll() }
            #expect(error?.isIrreversible == true)
            #expect(error?.completed.map(\.name) == ["20260103-c"])
            #expect(error?.description.contains("the titles are gone") == true)
            let states = try await migrator.status()
            #expect(states.map(\.isExecuted) == [true, true, false])
        }
    }
}
