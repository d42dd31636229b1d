import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct MigrationHistoryTests {
    @Test(arguments: TestEngine.all) func `what is edited after it ran is named, comments and times are not`(
        _ engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            func scripts(_ length: Int) -> [Script] {
                [
                    Script("20260101-a") {
                        $0.createTable("a") {
                            $0.column("title", .string(length))
                            $0.column("at", .date)
                            $0.column("password", .password)
                        }
                        $0.bulkInsert(
                            "a", [["title": "x", "at": .init(Date.now), "password": .password("\(UUID())")]])
                    } down: {
                        $0.dropTable("a")
                    }
                ]
            }
            try await Migrator(database, scripts: scripts(20)).up()
            #expect(try await Migrator(database, scripts: scripts(20)).status().map(\.isEdited) == [false])
            let edited = Migrator(database, scripts: scripts(21))
            #expect(try await edited.status().map(\.isEdited) == [true])
            #expect(try await edited.up().isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `a database that Sequelize migrated goes on from there`(_ engine: TestEngine)
        async throws
    {
        try await engine.withDatabase { database in
            try await database.script(
                database.sql(
                    #"CREATE TABLE "SequelizeMeta" ("name" VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY)"#))
            try await database.script("CREATE TABLE a (id INTEGER)")
            for name in ["20250101-old.ts", "20260101-a.js"] {
                try await database.execute(
                    database.sql("INSERT INTO \"SequelizeMeta\" (name) VALUES (\(database.dialect.placeholder(1)))"),
                    [.text(name)])
            }
            let migrator = Migrator(database, scripts: [.table("20260101-a"), .table("20260102-b")])
            let states = try await migrator.status()
            #expect(states.map(\.name) == ["20250101-old.ts", "20260101-a", "20260102-b"])
            #expect(states.map(\.isExecuted) == [true, true, false])
            #expect(states.map(\.isMissing) == [true, false, false])
            #expect(states.map(\.isSequelizes) == [true, true, false])
            #expect(states.map(\.isEdited) == [false, false, false])
            #expect(try await migrator.up().map(\.name) == ["20260102-b"])
            // The names that Sequelize wrote stay as they are, and go when it is undone.
            #expect(try await migrator.undo(step: 2).map(\.name) == ["20260102-b", "20260101-a"])
            let names = try await database.read {
                try $0.all(database.sql("SELECT name FROM \"SequelizeMeta\"")) { try $0[0] as String }
            }
            #expect(names == ["20250101-old.ts"])
        }
    }

    @Test(arguments: TestEngine.all) func `what Sequelize undid is forgotten`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator(database, scripts: [.table("20260101-a")])
            try await migrator.up()
            try await database.script(database.sql("DELETE FROM \"SequelizeMeta\""))
            try await database.script("DROP TABLE a")
            #expect(try await migrator.status().map(\.batch) == [nil])
            #expect(try await migrator.up().count == 1)
            #expect(try await migrator.status().map(\.batch) == [2])
        }
    }
}
