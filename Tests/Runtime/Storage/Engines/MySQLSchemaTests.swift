#if MySQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct MySQLSchemaTests {
        private func apply(_ database: Database, _ build: @Sendable (inout QueryInterface) -> Void) async throws {
            var tables = QueryInterface()
            build(&tables)
            let operations = tables.operations
            try await database.exclusive { connection in
                _ = try database.engine.migrate(connection, operations) { editor in
                    let rows = SeedWriter(connection: connection, dialect: database.dialect, now: .now)
                    for operation in operations { try editor.apply(operation, rows: rows) }
                    return true
                }
            }
        }

        private func definition(_ table: String, _ database: Database) async throws -> String {
            try await database.read { try $0.first("SHOW CREATE TABLE \(table)") { try $0[1] as String } } ?? ""
        }

        private func tables(_ queryInterface: inout QueryInterface) {
            queryInterface.createTable("users") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("email", .string, allowNull: false, unique: true)
                $0.column("role", .enum("user", "it's\\"), allowNull: false, defaultValue: "it's\\")
                $0.column("bio", .text, defaultValue: "a 'bio'")
                $0.column("settings", .json, defaultValue: "{}")
                $0.column("day", .dateonly, defaultValue: .now)
                $0.column("made", .date, allowNull: false, defaultValue: .now)
                $0.column("score", .decimal(10, 2), defaultValue: .value(.decimal(Decimal(string: "1.5")!)))
            }
            queryInterface.createTable("posts") {
                $0.column("id", .uuid, primaryKey: true)
                $0.column("userId", .integer, references: .init("users"), onDelete: .cascade)
                $0.column("n", .integer)
            }
            queryInterface.addIndex("posts", ["userId", "n"])
        }

        @Test func `tables with all their defaults`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database, tables)
                try await database.execute("INSERT INTO users (email) VALUES (?)", ["a"])
                let row = try await database.read {
                    try $0.first("SELECT role, bio, settings, day, made, score FROM users") {
                        (
                            try $0[0] as String, try $0[1] as String, try $0[2] as String, try $0[3] as DateOnly,
                            try $0[4] as Date, try $0[5] as Decimal
                        )
                    }
                }
                #expect(row?.0 == "it's\\")
                #expect(row?.1 == "a 'bio'")
                #expect(row?.2 == "{}")
                #expect(abs(row?.4.timeIntervalSinceNow ?? 99) < 5)
                #expect(row?.5 == Decimal(string: "1.5"))
                await #expect(throws: CheckConstraintError.self) {
                    try await database.execute("INSERT INTO users (email, role) VALUES (?, 'x')", ["b"])
                }
                await #expect(throws: ForeignKeyConstraintError.self) {
                    try await database.execute("INSERT INTO posts (id, userId) VALUES (?, 9)", [.uuid(UUID())])
                }
                let text = try await definition("users", database)
                #expect(text.contains("COLLATE=utf8mb4_bin"))
                #expect(text.contains("users_role_check"))
            }
        }

        @Test func `a column goes with its keys, checks and indexes`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.removeColumn("posts", "n")
                }
                // The foreign key that leaned on the index keeps one.
                #expect(try await definition("posts", database).contains("KEY `posts_ibfk_1` (`userId`)"))
                try await apply(database) {
                    $0.removeColumn("posts", "userId")
                    $0.removeColumn("users", "role")
                }
                #expect(try await !definition("posts", database).contains("userId"))
                #expect(try await !definition("users", database).contains("role"))
                await #expect(throws: (any Error).self) { try await apply(database) { $0.removeColumn("posts", "id") } }
                await #expect(throws: (any Error).self) { try await apply(database) { $0.removeColumn("posts", "q") } }
            }
        }

        @Test func `a renamed column keeps its keys and checks`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.renameColumn("users", "role", to: "kind")
                    $0.renameColumn("posts", "userId", to: "authorId")
                    $0.renameTable("posts", to: "articles")
                }
                await #expect(throws: CheckConstraintError.self) {
                    try await database.execute("INSERT INTO users (email, kind) VALUES (?, 'x')", ["b"])
                }
                try await database.execute("INSERT INTO users (email, kind) VALUES (?, ?)", ["b", "it's\\"])
                await #expect(throws: ForeignKeyConstraintError.self) {
                    try await database.execute("INSERT INTO articles (id, authorId) VALUES (?, 9)", [.uuid(UUID())])
                }
            }
        }

        @Test func `a changed column is what is said, in every respect`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database, tables)
                try await database.execute("INSERT INTO users (email) VALUES (?)", ["a"])
                try await apply(database) {
                    $0.changeColumn("users", "role", .enum("it's\\", "new"), allowNull: true)
                    $0.changeColumn("users", "email", .string(100))
                    $0.changeColumn(
                        "posts", "userId", .integer, allowNull: false, references: .init("users"), onDelete: .restrict)
                    $0.changeColumn("posts", "n", .bigint, defaultValue: 7, unique: true)
                }
                try await database.execute("INSERT INTO users (email, role) VALUES (NULL, ?)", ["new"])
                try await database.execute("INSERT INTO users (email, role) VALUES ('a', NULL)", [])
                await #expect(throws: CheckConstraintError.self) {
                    try await database.execute("INSERT INTO users (email, role) VALUES (?, 'user')", ["b"])
                }
                let posts = try await definition("posts", database)
                #expect(!posts.contains("CASCADE"))
                #expect(posts.contains("`userId` int(11) NOT NULL"))
                #expect(posts.contains("UNIQUE KEY"))
                #expect(posts.contains("DEFAULT 7"))
                try await apply(database) { $0.changeColumn("posts", "userId", .integer) }
                #expect(try await !definition("posts", database).contains("FOREIGN KEY"))
                await #expect(throws: (any Error).self) {
                    try await apply(database) { $0.changeColumn("users", "email", .integer) }
                }
            }
        }

        @Test func `the words of an enumeration change also when there is only one`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.addColumn("users", "kind", .enum("it's"), allowNull: false, defaultValue: "it's")
                    $0.changeColumn("users", "kind", .enum("one"), allowNull: false, defaultValue: "one")
                    $0.changeColumn("users", "kind", .enum("one", "two"), allowNull: false, defaultValue: "one")
                }
                try await database.execute("INSERT INTO users (email, kind) VALUES ('a', 'two')", [])
                await #expect(throws: CheckConstraintError.self) {
                    try await database.execute("INSERT INTO users (email, kind) VALUES ('b', ?)", ["it's"])
                }
            }
        }

        /// The server would take a 0 for a row that has no number.
        @Test func `a number 0 stays one when its column is counted up`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    $0.createTable("notes") {
                        $0.column("id", .integer, primaryKey: true)
                        $0.column("number", .integer)
                    }
                    $0.bulkInsert("notes", [["id": 0, "number": 0], ["id": 1, "number": 7], ["id": 5]])
                    $0.changeColumn("notes", "id", .bigint, primaryKey: true, autoIncrement: true)
                }
                func ids(_ column: String) async throws -> [Int] {
                    try await database.read { connection in
                        try connection.all("SELECT \(column) FROM notes ORDER BY 1") { try $0[0] as Int }
                    }
                }
                #expect(try await ids("id") == [0, 1, 5])
                try await apply(database) { $0.changePrimaryKey("notes", ["number"], autoIncrement: true) }
                #expect(try await ids("number") == [0, 7, 8])
                try await database.execute("INSERT INTO notes (id) VALUES (9)", [])
                #expect(try await ids("number") == [0, 7, 8, 9])
            }
        }

        /// The server leaves the index behind that it made for a foreign key.
        @Test func `an index that is there for a foreign key is called like it and goes with it`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.addColumn("posts", "ownerId", .integer, references: .init("users"))
                    $0.renameColumn("posts", "ownerId", to: "editorId")
                }
                #expect(try await definition("posts", database).contains("KEY `editorId` (`editorId`)"))
                try await apply(database) { $0.changeColumn("posts", "editorId", .integer) }
                #expect(try await !definition("posts", database).contains("KEY `editorId`"))
                // The primary key serves it again.
                try await apply(database) {
                    $0.changeColumn("posts", "editorId", .integer, references: .init("users"))
                    $0.changePrimaryKey("posts", ["editorId", "id"])
                    $0.changePrimaryKey("posts", ["id"])
                    $0.changePrimaryKey("posts", ["editorId", "id"])
                }
                #expect(try await !definition("posts", database).contains("KEY `editorId`"))
                #expect(try await definition("posts", database).contains("FOREIGN KEY (`editorId`)"))
            }
        }

        @Test func `the primary key becomes another, and rows that have no number get one`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    $0.createTable("users") { $0.column("id", .integer, primaryKey: true, autoIncrement: true) }
                    $0.createTable("books") {
                        $0.column("id", .integer, primaryKey: true, autoIncrement: true, comment: "it's")
                        $0.column("userId", .integer, allowNull: false, references: .init("users"))
                        $0.column("bookId", .integer, allowNull: false)
                    }
                    $0.bulkInsert("users", [["id": 1]])
                    $0.bulkInsert("books", [["userId": 1, "bookId": 2], ["userId": 1, "bookId": 3]])
                    $0.changePrimaryKey("books", ["userId", "bookId"])
                }
                let composite = try await definition("books", database)
                #expect(composite.contains("PRIMARY KEY (`userId`,`bookId`)"))
                #expect(!composite.contains("AUTO_INCREMENT"))
                #expect(composite.contains("`id` int(11) NOT NULL COMMENT 'it''s'"))
                try await apply(database) {
                    $0.addColumn("books", "number", .bigint)
                    $0.changePrimaryKey("books", ["number"], autoIncrement: true)
                }
                #expect(try await definition("books", database).contains("`number` bigint(20) NOT NULL AUTO_INCREMENT"))
                let numbers = try await database.read { try $0.all("SELECT number FROM books") { try $0[0] as Int } }
                #expect(numbers.sorted() == [1, 2])
                try await apply(database) { $0.changePrimaryKey("books", []) }
                #expect(try await !definition("books", database).contains("PRIMARY KEY"))
            }
        }

        @Test func `an index is called otherwise, and one with a name of its own outlasts a change of its column`()
            async throws
        {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.addIndex("users", ["bio"].map { .init($0, length: 9) })
                    $0.addIndex("users", ["score"], unique: true)
                    $0.renameIndex("users", "users_bio", to: "odd `name")
                    $0.changeColumn("users", "score", .integer)
                }
                let users = try await definition("users", database)
                #expect(users.contains("KEY `odd ``name` (`bio`(9))"))
                #expect(users.contains("UNIQUE KEY `users_score` (`score`)"))
            }
        }

        @Test func `indexes and constraints come and go`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.addIndex("posts", ["userId"])
                    $0.removeIndex("posts", ["userId", "n"])
                    $0.removeIndex("posts", ["userId"])
                    $0.addConstraint("posts", .check("n > 0", name: "positive"))
                    $0.addConstraint("posts", .unique(["n"], name: "single"))
                    $0.addConstraint("posts", .foreignKey(["n"], references: "users", name: "other"))
                }
                #expect(try await definition("posts", database).contains("KEY `posts_ibfk_1` (`userId`)"))
                await #expect(throws: CheckConstraintError.self) {
                    try await database.execute("INSERT INTO posts (id, n) VALUES (?, 0)", [.uuid(UUID())])
                }
                try await apply(database) {
                    $0.removeConstraint("posts", name: "positive")
                    $0.removeConstraint("posts", name: "other")
                    $0.removeConstraint("posts", name: "single")
                }
                try await database.execute(
                    "INSERT INTO posts (id, n) VALUES (?, 0), (?, 0)", [.uuid(UUID()), .uuid(UUID())])
                await #expect(throws: DatabaseError.self) {
                    try await apply(database) { $0.removeConstraint("posts", name: "positive") }
                }
            }
        }

        @Test func `a column is added with all that belongs to it`() async throws {
            try await MySQLScratch.database { database in
                try await apply(database) {
                    tables(&$0)
                    $0.addColumn("posts", "status", .enum("a", "b"), allowNull: false, defaultValue: "a")
                    $0.addColumn("posts", "slug", .string, unique: true)
                    $0.addColumn("posts", "editorId", .integer, references: .init("users"), onDelete: .setNull)
                    $0.addColumn("posts", "at", .date, defaultValue: .now)
                }
                let text = try await definition("posts", database)
                #expect(text.contains("posts_status_check"))
                #expect(text.contains("UNIQUE KEY `slug`"))
                #expect(text.contains("ON DELETE SET NULL"))
            }
        }

        @Test func `a migration that fails says what stays of it`() async throws {
            try await MySQLScratch.database { database in
                let migrator = Migrator(database, migrations: [HalfDone()])
                let error = await #expect(throws: MigrationError.self) { _ = try await migrator.up() }
                #expect(error?.operation == "bulkInsert halves (1 rows)")
                #expect(
                    error?.kept == [
                        "createTable halves", "bulkInsert halves (2 rows)", "addIndex halves_id",
                        "bulkInsert halves (1 rows)",
                    ])
                #expect(error?.description.contains("goes on at bulkInsert halves (1 rows)") == true)
                let rows = try await database.count("halves")
                #expect(rows == 3)
                let states = try await migrator.status()
                #expect(states.map(\.isExecuted) == [false])
            }
        }
    }

    private struct HalfDone: Migration {
        static let name = "20261121000000-half-done"

        func up(_ queryInterface: inout QueryInterface) {
            queryInterface.createTable("halves") { $0.column("id", .integer) }
            queryInterface.bulkInsert("halves", [["id": 1], ["id": 2]])
            queryInterface.addIndex("halves", ["id"])
            queryInterface.bulkInsert("halves", [["id": 3]])
            queryInterface.bulkInsert("halves", [["id": "none"]])
        }

        func down(_ queryInterface: inout QueryInterface) {}
    }
#endif
