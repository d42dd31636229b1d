import Testing

@testable import ScaffoldStorage

/// A seeder that writes the row of its name into `log`.
private protocol Logged: Seeder {}

extension Logged {
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkInsert("log", [["name": .init(Self.name)]])
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkDelete("log", where: ["name": .init(Self.name)])
    }
}

private struct Posts: Logged {
    static let name = "1-posts"
    static var dependencies: [any Seeder.Type] { [Users.self, Tags.self] }
}

private struct Comments: Logged {
    static let name = "0-comments"
    static var dependencies: [any Seeder.Type] { [Posts.self] }
}

private struct Users: Logged {
    static let name = "3-users"
}

private struct Tags: Seeder {
    static let name = "2-tags"
    static let isRepeatable = true
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkUpsert(
            "tags", [["name": "swift", "colour": "orange"], ["name": "yaml", "colour": "red"]], conflict: ["name"])
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkDelete("tags", where: ["name": ["swift", "yaml"]])
    }
}

private struct Demo: Logged {
    static let name = "4-demo"
    static let environments = ["development", "test"]
}

private struct OnDemo: Logged {
    static let name = "5-on-demo"
    static var dependencies: [any Seeder.Type] { [Demo.self] }
}

private struct Hen: Logged {
    static let name = "1-hen"
    static var dependencies: [any Seeder.Type] { [Egg.self] }
}

private struct Egg: Logged {
    static let name = "2-egg"
    static var dependencies: [any Seeder.Type] { [Hen.self] }
}

@Suite struct SeederTests {
    @Sendable private static func tables(_ tables: inout QueryInterface) {
        tables.createTable("log") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string)
        }
        tables.createTable("tags") {
            $0.column("name", .string(20), primaryKey: true)
            $0.column("colour", .string)
        }
    }

    private func seeder(
        _ database: Database, _ seeders: [any Seeder], in environment: String? = nil
    ) -> Migrator {
        Migrator(database, seeders: seeders, options: .init(environment: environment))
    }

    @Test(arguments: TestEngine.all)
    func `what a seeder needs runs first, and is undone last`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.tables) { database in
            let seeder = seeder(database, [Posts(), Users(), Tags()])
            let done = try await seeder.up()
            #expect(done.map(\.name) == ["2-tags", "3-users", "1-posts"])
            #expect(try await seeder.undo().map(\.name) == ["1-posts"])
            // Alone, with what it needs and has not run.
            #expect(try await seeder.undo(name: "3-users").map(\.name) == ["3-users"])
            #expect(try await seeder.up(name: "1-posts").map(\.name) == ["3-users", "1-posts"])
            #expect(try await seeder.undoAll().map(\.name) == ["1-posts", "3-users", "2-tags"])
            #expect(try await database.count("log") == 0)
            #expect(try await database.count("tags") == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `what needs a seeder that is undone is undone before it`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.tables) { database in
            let seeder = seeder(database, [Comments(), Posts(), Users(), Tags()])
            try await seeder.up()
            #expect(try await seeder.undo(name: "3-users").map(\.name) == ["0-comments", "1-posts", "3-users"])
            #expect(try await database.count("tags") == 2)
            // What has not run is in nobody's way.
            try await seeder.up(name: "1-posts")
            #expect(try await seeder.undo(name: "2-tags").map(\.name) == ["1-posts", "2-tags"])
            #expect(try await seeder.undo(name: "3-users").map(\.name) == ["3-users"])
            #expect(try await database.count("log") == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a repeatable seeder runs each time and keeps its place`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.tables) { database in
            #expect(try await seeder(database, [Tags()]).up().count == 1)
            let both = seeder(database, [Tags(), Users()])
            try await database.write { try $0.run(script: "UPDATE tags SET colour = 'grey'") }
            #expect(try await both.up().map(\.name) == ["2-tags", "3-users"])
            let colours = try await database.read {
                try $0.all("SELECT colour FROM tags ORDER BY name") { try $0[0] as String }
            }
            #expect(colours == ["orange", "red"])
            #expect(try await both.up().map(\.name) == ["2-tags"])
            let states = try await both.status()
            #expect(states.map(\.isRepeatable) == [true, false])
            #expect(states.map(\.batch) == [1, 2])
            #expect(try await both.undo().map(\.name) == ["3-users"])
            #expect(try await both.up(name: "2-tags").count == 1)
            #expect(try await both.undo().map(\.name) == ["2-tags"])
            #expect(try await database.count("tags") == 0)
            #expect(try await both.undo().isEmpty)
        }
    }

    @Test func `seeders run in their environments`() async throws {
        try await TestEngine.sqlite.withTables(Self.tables) { database in
            let production = seeder(database, [Demo(), Users()], in: "production")
            let first = try await production.up()
            #expect(first.map(\.name) == ["3-users"])
            #expect(try await production.status().map(\.isElsewhere) == [false, true])
            await #expect(throws: SeederOrderError.self) { try await production.up(name: "4-demo") }
            #expect(try await seeder(database, [Demo(), Users()], in: "test").up().map(\.name) == ["4-demo"])
            // What ran is undone anywhere.
            #expect(try await production.undoAll().map(\.name) == ["4-demo", "3-users"])
            #expect(try await seeder(database, [Demo(), Users()]).up().count == 2)
        }
    }

    @Test func `seeders that cannot be put in order are named`() async throws {
        try await TestEngine.sqlite.withTables(Self.tables) { database in
            let circle = await #expect(throws: SeederOrderError.self) {
                try await seeder(database, [Hen(), Egg()]).up()
            }
            #expect(circle?.reason == "seeders need each other in a circle: 1-hen needs 2-egg needs 1-hen")
            let missing = await #expect(throws: SeederOrderError.self) { try await seeder(database, [Posts()]).up() }
            #expect(missing?.reason.contains("it needs the seeder 2-tags, which is not in SeederList.swift") == true)
            let elsewhere = await #expect(throws: SeederOrderError.self) {
                try await seeder(database, [Demo(), OnDemo()], in: "production").up()
            }
            #expect(elsewhere?.description == "5-on-demo: it needs 4-demo, which is not for production")
            await #expect(throws: UnknownMigrationError.self) {
                try await seeder(database, [Users()]).up(name: "9-none")
            }
            let count = try await database.count("log")
            #expect(count == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a repeatable seeder that fails half-way leaves nothing and can run again`(_ engine: TestEngine) async throws {
        struct Failing: Seeder {
            static let name = "1-failing"
            static let isRepeatable = true
            func up(_ queryInterface: inout QueryInterface) {
                queryInterface.bulkUpsert("tags", [["name": "one"]], conflict: ["name"])
                queryInterface.execute("INSERT INTO nowhere VALUES (1)")
            }
            func down(_ queryInterface: inout QueryInterface) {}
        }
        try await engine.withTables(Self.tables) { database in
            await #expect(throws: MigrationError.self) { try await seeder(database, [Failing()]).up() }
            let count = try await database.count("tags")
            let states = try await seeder(database, [Failing()]).status()
            #expect(count == 0)
            #expect(states.map(\.operationsDone) == [nil])
        }
    }
}
