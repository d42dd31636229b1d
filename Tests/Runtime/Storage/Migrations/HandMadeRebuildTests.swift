import Testing

@testable import ScaffoldStorage

/// Tables that no migration of ours made, and what others have that mention them, when SQLite builds them anew.
@Suite struct HandMadeRebuildTests {
    private func change(_ database: Database, _ build: (inout QueryInterface) -> Void) async throws {
        var tables = QueryInterface()
        build(&tables)
        try await database.apply(tables.operations)
    }

    private func strings(_ database: Database, _ sql: String) async throws -> [String] {
        try await database.read { try $0.all(sql) { try $0[0] as String } }
    }

    /// What the database says of everything but one table and its columns.
    private func definitions(_ database: Database, but table: String) async throws -> [String] {
        try await strings(
            database,
            "SELECT name || ': ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> '\(table)' ORDER BY 1")
    }

    @Test func `views and triggers of others that mention the table stay and work`() async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, score TEXT, old TEXT);
                CREATE TABLE posts (id INTEGER PRIMARY KEY, userId INTEGER REFERENCES users (id) ON DELETE CASCADE);
                CREATE VIEW names AS SELECT id, name FROM users;
                CREATE VIEW long_names AS SELECT name FROM names WHERE length(name) > 1;
                CREATE TRIGGER posts_count AFTER INSERT ON posts BEGIN
                    UPDATE users SET score = score + 1 WHERE id = new.userId; END;
                CREATE TRIGGER names_insert INSTEAD OF INSERT ON names BEGIN
                    INSERT INTO users (name, score) VALUES (new.name, '0'); END;
                CREATE TRIGGER users_gone BEFORE DELETE ON users WHEN old.name = 'root' BEGIN SELECT RAISE(ABORT, 'no'); END;
                INSERT INTO users (name, score) VALUES ('root', '0'), ('ada', '7'), ('gone', '1');
                DELETE FROM users WHERE name = 'gone';
                INSERT INTO posts VALUES (1, 1), (2, 2);
                """)
            let before = try await definitions(database, but: "users")
            try await change(database) {
                $0.changeColumn("users", "score", .integer, allowNull: false, defaultValue: 0)
                $0.removeColumn("users", "old")
            }
            #expect(try await definitions(database, but: "users") == before)
            try await database.script("INSERT INTO posts VALUES (3, 2); INSERT INTO names (name) VALUES ('eve');")
            #expect(
                try await strings(database, "SELECT id || name || score FROM users ORDER BY id")
                    == ["1root1", "2ada9", "4eve0"])
            #expect(try await strings(database, "SELECT name FROM long_names") == ["root", "ada", "eve"])
            await #expect(throws: (any Error).self) { try await database.script("DELETE FROM users WHERE id = 1") }
            let posts = try await database.count("posts")
            #expect(posts == 3)
            // A view that reads the column keeps it.
            let error = await #expect(throws: DatabaseError.self) {
                try await change(database) { $0.removeColumn("users", "name") }
            }
            #expect(error?.message.contains("long_names, names") == true)
            #expect(try await strings(database, "SELECT name FROM long_names").count == 3)
        }
    }

    @Test func `rows that refer to their own table, and to several columns at once, stay`() async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE seats ("row" TEXT, number INTEGER, extra TEXT, "left" INTEGER, PRIMARY KEY ("row", number),
                    FOREIGN KEY ("row", "left") REFERENCES seats ("row", number) ON DELETE SET NULL ON UPDATE CASCADE);
                CREATE TABLE tickets (id INTEGER PRIMARY KEY, "row" TEXT, number INTEGER,
                    FOREIGN KEY ("row", number) REFERENCES seats ON DELETE CASCADE);
                INSERT INTO seats VALUES ('a', 1, 'x', NULL), ('a', 2, '5', 1), ('b', 1, NULL, NULL);
                INSERT INTO tickets VALUES (1, 'a', 2), (2, 'b', 1);
                """)
            try await change(database) {
                $0.removeColumn("seats", "extra")
                $0.addColumn("seats", "sold", .date, defaultValue: .now)
                $0.changeColumn("tickets", "number", .bigint, allowNull: false)
                $0.renameTable("seats", to: "chairs")
                $0.changeColumn("chairs", "sold", .text)
            }
            #expect(
                try await strings(database, "SELECT \"row\" || number || ifnull(\"left\", '-') FROM chairs ORDER BY 1")
                    == ["a1-", "a21", "b1-"])
            let parents = try await strings(database, "SELECT \"table\" FROM pragma_foreign_key_list('tickets')")
            #expect(parents == ["chairs", "chairs"])
            try await database.script("UPDATE chairs SET number = 9 WHERE number = 1 AND \"row\" = 'a'")
            #expect(try await strings(database, "SELECT CAST(\"left\" AS TEXT) FROM chairs WHERE number = 2") == ["9"])
            try await database.script("DELETE FROM chairs WHERE number = 2")
            let tickets = try await database.count("tickets")
            #expect(tickets == 1)
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.execute("INSERT INTO tickets VALUES (3, 'c', 1)")
            }
        }
    }

    @Test func `tables without row numbers and strict ones stay what they are`() async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE words (word TEXT PRIMARY KEY, count INTEGER, note TEXT) WITHOUT ROWID, STRICT;
                INSERT INTO words VALUES ('b', 2, 'x'), ('a', 1, NULL);
                """)
            try await change(database) {
                $0.changeColumn("words", "count", .text)
                $0.removeColumn("words", "note")
            }
            #expect(try await strings(database, "SELECT word || count FROM words") == ["a1", "b2"])
            let facts = try await database.read { connection in
                try connection.all("SELECT wr, strict FROM pragma_table_list WHERE name = 'words'") {
                    [try $0[0] as Int, try $0[1] as Int]
                }
            }
            #expect(facts == [[1, 1]])
            await #expect(throws: (any Error).self) {
                try await database.execute("INSERT INTO words VALUES (x'00', 'c')")
            }
        }
    }

    @Test func `generated columns, collations and indexes of every kind stay`() async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE, age INTEGER, city TEXT,
                    loud TEXT GENERATED ALWAYS AS (upper(name)) STORED, next INTEGER AS (age + 1), plan TEXT);
                CREATE INDEX by_lower ON people (lower(city), age DESC);
                CREATE UNIQUE INDEX by_city ON people (city COLLATE RTRIM) WHERE age > 17 AND plan IS NOT NULL;
                CREATE INDEX by_loud ON people (loud);
                CREATE INDEX by_plan ON people (substr(plan, 1, 2));
                INSERT INTO people (name, age, city, plan) VALUES ('Ada', 36, 'London', 'p'), ('eve', 3, 'London', NULL);
                """)
            let before = try await definitions(database, but: "people")
            try await change(database) { $0.changeColumn("people", "age", .bigint, allowNull: false) }
            #expect(try await definitions(database, but: "people") == before)
            #expect(try await strings(database, "SELECT loud || next FROM people ORDER BY id") == ["ADA37", "EVE4"])
            await #expect(throws: UniqueConstraintError.self) {
                try await database.execute("INSERT INTO people (name, age) VALUES ('ADA', 1)")
            }
            await #expect(throws: UniqueConstraintError.self) {
                try await database.execute(
                    "INSERT INTO people (name, age, city, plan) VALUES ('x', 20, 'London  ', 'q')")
            }
            // The indexes of a column go with it, those of expressions and of chosen rows too.
            try await change(database) { $0.removeColumn("people", "plan") }
            #expect(
                try await strings(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
                    == ["by_lower", "by_loud"])
        }
    }

    @Test func `numbers that were given are never given again, whatever is done to the table`() async throws {
        try await Scratch.file { database in
            try await database.script(
                """
                CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT);
                INSERT INTO notes VALUES (41, 'x'), (42, 'y');
                DELETE FROM notes;
                """)
            try await change(database) {
                $0.changeColumn("notes", "text", .string, defaultValue: "new")
                $0.renameTable("notes", to: "Memos")
                $0.addColumn("memos", "at", .date, defaultValue: .now)
                $0.removeColumn("MEMOS", "text")
            }
            try await database.execute("INSERT INTO memos DEFAULT VALUES")
            #expect(try await strings(database, "SELECT CAST(id AS TEXT) FROM memos") == ["43"])
        }
    }
}
