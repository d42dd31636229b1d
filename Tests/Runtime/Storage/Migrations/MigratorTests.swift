import Foundation
import Testing

@testable import ScaffoldStorage

/// A migration made on the spot.
private protocol Sample: Migration {}

private struct CreateUsers: Migration {
    static let name = "20261120092900-create-user"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false, unique: true)
            $0.column("password", .password)
            $0.column("createdAt", .date, allowNull: false, defaultValue: .now)
        }
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("users")
    }
}

private struct CreatePosts: Migration {
    static let name = "20261120093000-create-post"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("posts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("title", .string(200), allowNull: false)
            $0.column("status", .enum("draft", "published"), allowNull: false, defaultValue: "draft")
            $0.column(
                "userId", .integer, allowNull: false, references: .init("users", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
        }
        queryInterface.addIndex("posts", ["userId"])
        queryInterface.addIndex("posts", ["status", "userId"], unique: true, name: "by_status")
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("posts")
    }
}

private struct Broken: Migration {
    static let name = "20261120094000-broken"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("halves") { $0.column("id", .integer) }
        queryInterface.addColumn("nowhere", "x", .text)
    }
    func down(_ queryInterface: inout QueryInterface) {}
}

private struct Users: Seeder {
    static let name = "20261120093500-demo-users"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkInsert(
            "users",
            [
                ["email": "a@example.com", "password": .password("password123"), "createdAt": .now],
                ["email": "b@example.com"],
                ["email": "c@example.com"],
            ])
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkDelete("users", where: ["email": ["a@example.com", "b@example.com", "c@example.com"]])
    }
}

@Suite struct MigratorTests {
    private let all: [any Migration] = [CreatePosts(), CreateUsers()]

    private func withDatabase(on engine: TestEngine, _ body: (Database) async throws -> Void) async throws {
        try await engine.withEmptyURL { try await body(try Database(DatabaseConfiguration(url: $0))) }
    }

    /// Those tables of this file that are there.
    private func tables(_ database: Database) async throws -> [String] {
        try await database.read { connection in
            try ["SequelizeData", "SequelizeMeta", "halves", "posts", "users"].filter { name in
                try connection.first(database.dialect.tableExists, [.text(name)]) { _ in true } ?? false
            }
        }
    }

    @Test(arguments: TestEngine.all) func `up runs what is pending in the order of names, once`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all)
            var reported: [String] = []
            try await migrator.up { reported.append($0.name) }
            #expect(reported == [CreateUsers.name, CreatePosts.name])
            #expect(try await tables(database) == ["SequelizeMeta", "posts", "users"])
            #expect(try await migrator.up().isEmpty)
        }
    }

    @Test(arguments: TestEngine.all) func `status says what ran and what is missing, and makes no table`(
        _ engine: TestEngine
    ) async throws {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all)
            #expect(try await migrator.status().map(\.isExecuted) == [false, false])
            #expect(try await tables(database).isEmpty)
            try await migrator.up(to: "20261120092900")
            #expect(try await migrator.status().map(\.isExecuted) == [true, false])
            let other = try await Migrator(database, migrations: [CreatePosts()]).status()
            #expect(other.map(\.isMissing) == [true, false])
        }
    }

    @Test(arguments: TestEngine.all) func `undo takes back the last, undo all the rest, to a name with that one`(
        _ engine: TestEngine
    ) async throws {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all)
            try await migrator.up()
            #expect(try await migrator.undo().map(\.name) == [CreatePosts.name])
            #expect(try await tables(database) == ["SequelizeMeta", "users"])
            try await migrator.up()
            #expect(try await migrator.undoAll(to: CreatePosts.name).map(\.name) == [CreatePosts.name])
            try await migrator.up()
            #expect(try await migrator.undoAll().map(\.name) == [CreatePosts.name, CreateUsers.name])
            #expect(try await tables(database) == ["SequelizeMeta"])
            #expect(try await migrator.undo().isEmpty)
            try await migrator.up()
            #expect(try await tables(database).contains("posts"))
        }
    }

    @Test(arguments: TestEngine.all) func `a failure keeps what ran before, nothing of itself, and says both`(
        _ engine: TestEngine
    ) async throws {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all + [Broken()])
            let error = await #expect(throws: MigrationError.self) { try await migrator.up() }
            #expect(error?.name == Broken.name)
            #expect(error?.operation == "addColumn nowhere.x")
            #expect(error?.completed.map(\.name) == [CreateUsers.name, CreatePosts.name])
            #expect(error?.description.contains(CreateUsers.name) == true)
            let (names, states) = (try await tables(database), try await migrator.status())
            #expect(names.contains("halves") == !engine.takesBackTables)
            #expect(states.map(\.isExecuted) == [true, true, false])
        }
    }

    @Test(arguments: TestEngine.all) func `a wrong name is refused and says the right ones`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all)
            let error = await #expect(throws: UnknownMigrationError.self) {
                try await migrator.up(to: "2026-create-uzer")
            }
            #expect(error?.reason.contains(CreateUsers.name) == true)
            await #expect(throws: UnknownMigrationError.self) { try await migrator.undo(name: CreateUsers.name) }
            try await migrator.up(name: CreateUsers.name)
            await #expect(throws: UnknownMigrationError.self) { try await migrator.up(name: CreateUsers.name) }
        }
    }

    @Test(arguments: TestEngine.all) func `undoing what this program does not have is an error`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            try await Migrator(database, migrations: all).up()
            await #expect(throws: UnknownMigrationError.self) {
                try await Migrator(database, migrations: [CreateUsers()]).undo()
            }
        }
    }

    @Test(arguments: TestEngine.all) func `an entry that came in twice runs once and is named`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            let migrator = Migrator(database, migrations: all + all)
            let done = try await migrator.up()
            #expect(done.count == 2)
            #expect(migrator.duplicates.sorted() == [CreateUsers.name, CreatePosts.name])
        }
    }

    @Test(arguments: TestEngine.all) func `runners at once do each migration once`(_ engine: TestEngine) async throws {
        let counts = try await engine.withEmptyURL { url in
            try await withThrowingTaskGroup(of: Int.self) { group in
                // Databases of their own, as processes would have.
                for _ in 0..<6 {
                    let database = try Database(DatabaseConfiguration(url: url, connections: 2))
                    group.addTask {
                        try await Migrator(database, migrations: [CreatePosts(), CreateUsers()]).up().count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(counts.reduce(0, +) == 2)
    }

    @Test(arguments: TestEngine.all) func `migrations do not run inside of a transaction`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            await #expect(throws: (any Error).self) {
                try await database.transaction { try await Migrator(database, migrations: all).up() }
            }
            let tables = try await tables(database)
            #expect(tables.isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `seeders run once, passwords are hashed, defaults fill in, and they are taken back`(_ engine: TestEngine)
        async throws
    {
        try await withDatabase(on: engine) { database in
            try await Migrator(database, migrations: all).up()
            let seeder = Migrator(database, seeders: [Users()])
            #expect(try await seeder.up().count == 1)
            #expect(try await seeder.up().isEmpty)
            let rows = try await database.read {
                try $0.all(database.sql(#"SELECT "password", "createdAt" FROM users ORDER BY id"#)) {
                    (try $0[0] as String?, try $0[1] as Date)
                }
            }
            #expect(rows.count == 3)
            #expect(rows[0].0?.hasPrefix("$2b$") == true)
            #expect(rows.allSatisfy { abs($0.1.timeIntervalSinceNow) < 60 })
            try await seeder.undo()
            #expect(try await database.count("users") == 0)
            #expect(try await tables(database).contains("SequelizeData"))
        }
    }

    @Test(arguments: TestEngine.all) func `what a migration makes is what it says`(_ engine: TestEngine) async throws {
        try await withDatabase(on: engine) { database in
            try await Migrator(database, migrations: all).up()
            try await database.script("INSERT INTO users (email) VALUES ('a@b')")
            try await database.script(database.sql(#"INSERT INTO posts (title, "userId") VALUES ('x', 1)"#))
            await #expect(throws: CheckConstraintError.self) {
                try await database.script(
                    database.sql(#"INSERT INTO posts (title, "userId", status) VALUES ('x', 1, 'z')"#))
            }
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.script(
                    database.sql(#"INSERT INTO posts (title, "userId", status) VALUES ('x', 9, 'draft')"#))
            }
            await #expect(throws: NotNullConstraintError.self) {
                try await database.script(database.sql(#"INSERT INTO posts ("userId") VALUES (1)"#))
            }
            try await database.script("DELETE FROM users")
            #expect(try await database.count("posts") == 0)
        }
    }
}
