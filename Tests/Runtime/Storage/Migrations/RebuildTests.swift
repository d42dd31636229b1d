import Testing

@testable import ScaffoldStorage

/// Changes that SQLite's ALTER TABLE cannot do, on tables that hold rows, children, indexes, triggers and views.
@Suite struct RebuildTests {
    private struct Change: Migration {
        static let name = "1-change"
        let record: @Sendable (inout QueryInterface) -> Void
        func up(_ queryInterface: inout QueryInterface) { record(&queryInterface) }
        func down(_ queryInterface: inout QueryInterface) {}
    }

    private func change(_ database: Database, _ record: @escaping @Sendable (inout QueryInterface) -> Void) async throws
    {
        try await database.script("DROP TABLE IF EXISTS SequelizeMeta")
        try await Migrator(database, migrations: [Change(record: record)]).up()
    }

    private func withBlog(_ body: (Database) async throws -> Void) async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE users ("id" INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL /* , ( */ UNIQUE,
                    "odd, (name" TEXT DEFAULT 'a, (b', -- a comment, with (
                    age TEXT, role TEXT CHECK (role IN ('user', 'admin')), twice INTEGER AS (age * 2),
                    boss INTEGER REFERENCES users (id), CONSTRAINT grown CHECK (age <> 'x'), UNIQUE (age, email));
                CREATE TABLE posts (id INTEGER PRIMARY KEY, userId INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
                    title TEXT);
                CREATE INDEX users_age ON users (age);
                CREATE INDEX users_email_age ON users (email, age);
                CREATE INDEX users_role ON users (role) WHERE role = 'admin';
                CREATE TABLE log (text TEXT);
                CREATE TRIGGER users_log AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.email); END;
                CREATE VIEW admins AS SELECT email FROM users WHERE role = 'admin';
                INSERT INTO users (id, email, age, role) VALUES (1, 'a', '10', 'admin'), (2, 'b', '20', 'user'), (9, 'z', '1', NULL);
                DELETE FROM users WHERE id = 9;
                INSERT INTO posts VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 1, 'z');
                DELETE FROM log;
                """)
            try await body(database)
        }
    }

    private func strings(_ database: Database, _ sql: String) async throws -> [String] {
        try await database.read { try $0.all(sql) { try $0[0] as String } }
    }

    @Test func `changing a column loses no row, child, index, trigger, view or count`() async throws {
        try await withBlog { database in
            try await change(database) { $0.changeColumn("users", "age", .integer, allowNull: false, defaultValue: 18) }
            #expect(try await database.count("users") == 2)
            #expect(try await database.count("posts") == 3)
            #expect(try await strings(database, "SELECT typeof(age) FROM users") == ["integer", "integer"])
            #expect(try await strings(database, "SELECT email FROM admins") == ["a"])
            #expect(
                try await strings(
                    database, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1")
                    == ["users_age", "users_email_age", "users_role"])
            try await database.execute("INSERT INTO users (email) VALUES ('c')")
            #expect(try await strings(database, "SELECT text FROM log") == ["c"])
            // AUTOINCREMENT never gives a number twice, also that of a row that is gone.
            let new = try await database.read {
                try $0.first("SELECT id, age, \"odd, (name\", twice FROM users WHERE email = 'c'") {
                    (try $0[0] as Int, try $0[1] as Int, try $0[2] as String, try $0[3] as Int)
                }
            }
            #expect(new?.0 == 10)
            #expect(new?.1 == 18)
            #expect(new?.2 == "a, (b")
            #expect(new?.3 == 36)
            // Keys are back in force, and children still belong to the table.
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.execute("INSERT INTO posts VALUES (7, 77, 'x')")
            }
            try await database.execute("DELETE FROM users WHERE id = 1")
            #expect(try await database.count("posts") == 1)
        }
    }

    @Test func `removing a column takes along its indexes and constraints and nothing else`() async throws {
        try await withBlog { database in
            try await change(database) {
                $0.removeColumn("users", "twice")
                $0.removeColumn("users", "age")
                $0.removeColumn("users", "boss")
            }
            #expect(
                try await strings(database, "SELECT name FROM pragma_table_info('users')")
                    == ["id", "email", "odd, (name", "role"])
            #expect(
                try await strings(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
                    == ["users_role"])
            #expect(try await database.count("posts") == 3)
            await #expect(throws: UniqueConstraintError.self) {
                try await database.execute("INSERT INTO users (email) VALUES ('a')")
            }
        }
    }

    @Test func `a change that the rows do not fit is refused and nothing happens`() async throws {
        try await withBlog { database in
            try await database.execute("INSERT INTO users (email, age) VALUES ('d', 'old')")
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.changeColumn("users", "age", .integer) }
            }
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.changeColumn("users", "role", .enum("user"), allowNull: false) }
            }
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.changeColumn("users", "nope", .text) }
            }
            await #expect(throws: MigrationError.self) { try await change(database) { $0.removeColumn("users", "id") } }
            // A generated column is made from it.
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.removeColumn("users", "age") }
            }
            #expect(try await strings(database, "SELECT age FROM users WHERE email = 'd'") == ["old"])
            #expect(try await strings(database, "SELECT name FROM sqlite_master WHERE name GLOB 'scaffold*'").isEmpty)
            let isOn = try await database.write { try $0.first("PRAGMA foreign_keys") { try $0[0] as Int } }
            #expect(isOn == 1)
        }
    }

    @Test func `dropping a table deletes no child row behind one's back`() async throws {
        try await withBlog { database in
            let error = await #expect(throws: MigrationError.self) {
                try await change(database) { $0.dropTable("users") }
            }
            #expect(error?.description.contains("posts") == true)
            #expect(try await database.count("posts") == 3)
            try await change(database) {
                $0.dropTable("posts")
                $0.dropTable("users")
            }
        }
    }

    @Test func `columns that ALTER TABLE cannot add are added`() async throws {
        try await withBlog { database in
            try await change(database) {
                $0.addColumn("posts", "slug", .string, unique: true)
                $0.addColumn("posts", "createdAt", .date, allowNull: false, defaultValue: .now)
                $0.addColumn(
                    "posts", "editorId", .integer, defaultValue: 1, references: .init("users"), onDelete: .setNull)
                $0.addColumn("posts", "kind", .enum("a", "b"), allowNull: false, defaultValue: "a")
            }
            #expect(try await database.count("posts") == 3)
            #expect(try await strings(database, "SELECT DISTINCT kind FROM posts") == ["a"])
            try await database.execute("UPDATE posts SET slug = 's' WHERE id = 1")
            await #expect(throws: UniqueConstraintError.self) {
                try await database.execute("UPDATE posts SET slug = 's' WHERE id = 2")
            }
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.addColumn("posts", "needed", .integer, allowNull: false) }
            }
        }
    }

    @Test func `constraints come and go, tables and columns are renamed with what refers to them`() async throws {
        try await withBlog { database in
            try await change(database) {
                $0.addConstraint("posts", .unique(["userId", "title"], name: "one_title"))
                $0.removeConstraint("users", name: "grown")
                $0.renameTable("users", to: "people")
                $0.renameColumn("people", "email", to: "mail")
            }
            await #expect(throws: UniqueConstraintError.self) {
                try await database.execute("INSERT INTO posts VALUES (8, 1, 'x')")
            }
            try await database.execute("INSERT INTO people (mail, age) VALUES ('q', 'x')")
            #expect(try await strings(database, "SELECT text FROM log") == ["q"])
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.execute("INSERT INTO posts VALUES (8, 99, 'x')")
            }
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.removeConstraint("posts", name: "nope") }
            }
            try await change(database) { $0.removeConstraint("posts", name: "one_title") }
            try await database.execute("INSERT INTO posts VALUES (8, 1, 'x')")
        }
    }

    @Test func `rows are written, updated and deleted by condition, and not without one`() async throws {
        try await withBlog { database in
            try await change(database) {
                $0.bulkUpdate("posts", ["title": "new"], where: ["userId": 1])
                $0.bulkDelete("posts", where: ["title": ["y", "nothing"]])
                $0.bulkUpdate("posts", ["title": nil], where: ["id": 3])
                var row: SeedRow = ["id": 20, "userId": 1]
                row["title"] = "twenty"
                $0.bulkInsert("posts", [row, ["id": 21, "userId": 2]])
                $0.bulkDelete("posts", where: ["id": 21, "title": nil])
            }
            let titles = try await strings(database, "SELECT id || coalesce(title, '-') FROM posts ORDER BY id")
            #expect(titles == ["1new", "3-", "20twenty"])
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.bulkDelete("posts", where: [:]) }
            }
            await #expect(throws: MigrationError.self) {
                try await change(database) { $0.bulkInsert("posts", [["id": 1, "id": 2]]) }
            }
            try await change(database) { $0.bulkDelete("posts", where: .all) }
            let count = try await database.count("posts")
            #expect(count == 0)
        }
    }
}
