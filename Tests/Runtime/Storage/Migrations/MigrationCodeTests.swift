import Testing

@testable import ScaffoldStorage

@Suite struct MigrationCodeTests {
    private func scripts(failing: Bool) -> [Script] {
        [
            .table("20260101-a") { $0.bulkInsert("a", [["id": 1, "title": "One"], ["id": 2, "title": "Two"]]) },
            Script("20260102-slugs") {
                $0.addColumn("a", "slug", .string(20))
                $0.run("slugs of a") { database in
                    let rows = try database.query("SELECT id, title FROM a ORDER BY id") { row in
                        (id: try row[0] as Int, title: try row[1] as String)
                    }
                    for (id, title) in rows {
                        let count = try database.execute("UPDATE a SET slug = \(title.lowercased()) WHERE id = \(id)")
                        #expect(count == 1)
                    }
                    if failing { throw Refused() }
                }
                $0.changeColumn("a", "slug", .string(20), allowNull: false)
            } down: {
                $0.removeColumn("a", "slug")
            },
        ]
    }

    @Test(arguments: TestEngine.all) func `code runs between two steps`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: scripts(failing: false))
            try await migrator.up()
            let slugs = try await database.query("SELECT slug FROM a ORDER BY id", as: String.self)
            #expect(slugs == ["one", "two"])
            try await migrator.undo()
        }
    }

    @Test(arguments: TestEngine.all) func `what it did is taken back when it fails`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let error = await #expect(throws: MigrationError.self) {
                try await Migrator(database, scripts: scripts(failing: true)).up()
            }
            #expect(error?.operation == "run slugs of a")
            #expect(error?.cause is Refused)
            try await Migrator(database, scripts: scripts(failing: false)).up()
            let slugs = try await database.query("SELECT slug FROM a ORDER BY id", as: String.self)
            #expect(slugs == ["one", "two"])
        }
    }
}
