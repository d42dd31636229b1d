#if PostgreSQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct PostgreSQLSchemaTests {
        private struct Change: Migration {
            static let name = "1-change"
            let record: @Sendable (inout QueryInterface) -> Void
            func up(_ queryInterface: inout QueryInterface) { record(&queryInterface) }
            func down(_ queryInterface: inout QueryInterface) {}
        }

        private func change(
            _ database: Database, _ record: @escaping @Sendable (inout QueryInterface) -> Void
        ) async throws {
            try await database.script("DROP TABLE IF EXISTS \"SequelizeMeta\"")
            try await Migrator(database, migrations: [Change(record: record)]).up()
        }

        private func strings(_ database: Database, _ sql: String) async throws -> [String] {
            try await database.read { try $0.all(sql) { try $0[0] as String } }
        }

        private func constraints(_ database: Database, _ table: String) async throws -> [String] {
            try await strings(
                database, "SELECT conname FROM pg_constraint WHERE conrelid = '\"\(table)\"'::regclass ORDER BY 1")
        }

        private func withUsers(_ body: @Sendable (Database) async throws -> Void) async throws {
            try await PostgreSQLScratch.with { database in
                try await change(database) {
                    $0.createTable("users") {
                        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                        $0.column("email", .string(20), allowNull: false, unique: true)
                        $0.column("age", .text)
                        $0.column("role", .enum("a", "b"), defaultValue: "a")
                        $0.column("bossId", .integer, references: .init("users"), onDelete: .setNull)
                        $0.column("price", .decimal(8, 3), defaultValue: 1)
                        $0.constraint(.unique(["age", "role"], name: "users_pair"))
                    }
                    $0.addIndex("users", ["age"])
                    $0.bulkInsert(
                        "users",
                        [
                            ["id": 7, "email": "a", "age": "10", "price": "1.500"],
                            ["id": 9, "email": "b", "age": "20", "price": 2],
                        ])
                }
                try await body(database)
            }
        }

        @Test func `what is true is the number 1, whatever the number's type`() async throws {
            try await PostgreSQLScratch.with { database in
                let types: [ColumnType] = [.smallint, .bigint, .float, .double, .decimal, .decimal(5, 2)]
                try await change(database) {
                    $0.createTable("flags") { table in
                        for place in types.indices { table.column("c\(place)", .boolean) }
                    }
                    for place in types.indices {
                        $0.bulkInsert("flags", [["c\(place)": true]])
                        $0.changeColumn("flags", "c\(place)", types[place])
                        $0.changeColumn("flags", "c\(place)", .boolean)
                        $0.changeColumn("flags", "c\(place)", types[place])
                    }
                }
                for place in types.indices {
                    let rows = try await strings(database, "SELECT 'one' FROM flags WHERE c\(place) = 1")
                    #expect(rows == ["one"])
                }
            }
        }

        @Test func `every type of column is made, with defaults and keys`() async throws {
            try await PostgreSQLScratch.with { database in
                let all: [ColumnType] = [
                    .string, .text, .char(3), .smallint, .integer, .bigint, .float, .double, .decimal, .decimal(9, 2),
                    .boolean, .date, .dateonly, .time, .uuid, .enum("x", "it's"), .json, .blob, .password,
                ]
                try await change(database) { migration in
                    migration.createTable("types") {
                        for (index, type) in all.enumerated() { $0.column("c\(index)", type) }
                    }
                    migration.createTable("defaults") {
                        $0.column("a", .integer, primaryKey: true)
                        $0.column("b", .integer, primaryKey: true)
                        $0.column("made", .date, allowNull: false, defaultValue: .now)
                        $0.column("text", .text, defaultValue: "it's '\u{301}")
                        $0.column("json", .json, defaultValue: "{}")
                        $0.column("blob", .blob, defaultValue: .value(.blob([1, 0])))
                        $0.column("uuid", .uuid, defaultValue: .sql("gen_random_uuid()"))
                    }
                }
            }
        }

        @Test func `rows with keys of their own move the counter on`() async throws {
            try await withUsers { database in
                try await database.execute("INSERT INTO users (email) VALUES ('c')")
                let id = try await strings(database, "SELECT id::text FROM users WHERE email = 'c'")
                #expect(id == ["10"])
            }
        }

        @Test func `a column is made what is said, in every respect`() async throws {
            try await withUsers { database in
                try await change(database) {
                    $0.changeColumn("users", "age", .integer, allowNull: false, defaultValue: 18)
                    $0.changeColumn("users", "email", .text)
                    $0.changeColumn("users", "role", .enum("a", "c"), unique: false)
                    $0.changeColumn("users", "id", .bigint, primaryKey: true, autoIncrement: true)
                    $0.changeColumn("users", "bossId", .bigint, references: .init("users"), onDelete: .cascade)
                }
                #expect(
                    try await constraints(database, "users")
                        == ["users_bossId_fkey", "users_pair", "users_pkey", "users_role_check"])
                try await database.execute("INSERT INTO users (email, role, \"bossId\") VALUES (NULL, 'c', 7)")
                #expect(try await strings(database, "SELECT age::text FROM users ORDER BY id") == ["10", "20", "18"])
                #expect(
                    await PostgreSQLScratch.failure(database, "UPDATE users SET role = 'b'") is CheckConstraintError)
                try await database.execute("DELETE FROM users WHERE id = 7")
                #expect(try await database.count("users") == 1)
                #expect(
                    try await strings(database, "SELECT indexname::text FROM pg_indexes WHERE indexname = 'users_age'")
                        .count == 1)
            }
        }

        @Test func `the primary key becomes another, and rows that have no number get one`() async throws {
            try await withUsers { database in
                try await change(database) {
                    $0.changeColumn("users", "bossId", .integer)
                    $0.renameTable("users", to: "People")
                    $0.changePrimaryKey("People", ["email", "id"])
                }
                let key =
                    "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'p'"
                    + " AND conrelid = '\"People\"'::regclass"
                #expect(try await strings(database, key) == ["PRIMARY KEY (email, id)"])
                try await change(database) {
                    $0.addColumn("People", "number", .bigint)
                    $0.changePrimaryKey("People", ["number"], autoIncrement: true)
                }
                #expect(try await strings(database, key) == ["PRIMARY KEY (number)"])
                try await database.execute("INSERT INTO \"People\" (id, email) VALUES (11, 'c')")
                #expect(
                    try await strings(database, "SELECT number::text FROM \"People\" ORDER BY number")
                        == ["1", "2", "3"])
                try await change(database) { $0.changePrimaryKey("People", []) }
                #expect(try await strings(database, key) == [])
            }
        }

        @Test func `an index is called otherwise, and comments come and go`() async throws {
            try await withUsers { database in
                try await change(database) {
                    $0.renameIndex("users", "users_age", to: "odd \"name")
                    $0.addColumn("users", "more", .text, comment: "it's")
                }
                #expect(
                    try await strings(database, "SELECT indexname::text FROM pg_indexes WHERE indexname LIKE 'odd%'")
                        == ["odd \"name"])
                let comments = "SELECT description FROM pg_description WHERE objoid = 'users'::regclass"
                #expect(try await strings(database, comments) == ["it's"])
                try await change(database) { $0.changeColumn("users", "more", .text) }
                #expect(try await strings(database, comments) == [])
            }
        }

        @Test func `constraints are found after tables and columns were renamed`() async throws {
            try await withUsers { database in
                try await change(database) {
                    $0.renameTable("users", to: "People")
                    $0.renameColumn("People", "email", to: "E-Mail")
                    $0.renameColumn("People", "role", to: "part")
                    $0.changeColumn("People", "E-Mail", .text, unique: false)
                    $0.changeColumn("People", "part", .text)
                    $0.changeColumn("People", "bossId", .integer)
                }
                #expect(try await constraints(database, "People") == ["users_pair", "users_pkey"])
                try await change(database) { $0.changeColumn("People", "E-Mail", .text, unique: true) }
                #expect(try await constraints(database, "People").contains("People_E-Mail_key"))
            }
        }

        @Test func `a change that the rows do not fit is refused and nothing happens`() async throws {
            try await withUsers { database in
                try await database.execute("UPDATE users SET age = 'old' WHERE id = 7")
                let changes: [@Sendable (inout QueryInterface) -> Void] = [
                    { $0.changeColumn("users", "age", .integer) }, { $0.changeColumn("users", "age", .string(2)) },
                    { $0.changeColumn("users", "price", .integer) },
                    { $0.changeColumn("users", "price", .decimal(8, 0)) },
                    { $0.changeColumn("users", "bossId", .integer, allowNull: false) },
                    { $0.changeColumn("users", "nowhere", .integer) }, { $0.removeColumn("users", "id") },
                    { $0.changeColumn("users", "id", .integer, autoIncrement: true) },
                ]
                for record in changes {
                    await #expect(throws: MigrationError.self) {
                        try await change(database) {
                            $0.addColumn("users", "more", .text)
                            record(&$0)
                        }
                    }
                }
                #expect(
                    try await strings(
                        database, "SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0")
                        == ["id", "email", "age", "role", "bossId", "price"])
                try await change(database) { $0.changeColumn("users", "price", .decimal(8, 1)) }
                #expect(try await strings(database, "SELECT price::text FROM users ORDER BY id") == ["1.5", "2.0"])
            }
        }

        @Test func `columns, indexes and constraints come and go`() async throws {
            try await withUsers { database in
                try await change(database) {
                    $0.removeColumn("users", "role")
                    $0.addColumn("users", "kind", .enum("x"), allowNull: false, defaultValue: "x", unique: false)
                    $0.addColumn("users", "code", .string, unique: true)
                    $0.addConstraint("users", .check("age <> ''", name: "has_age"))
                    $0.removeIndex("users", ["age"])
                    $0.addIndex("users", ["email", "age"], unique: true, name: "odd \"index\"")
                }
                #expect(
                    try await constraints(database, "users")
                        == [
                            "has_age", "users_bossId_fkey", "users_code_key", "users_email_key", "users_kind_check",
                            "users_pkey",
                        ])
                try await change(database) {
                    $0.removeConstraint("users", name: "has_age")
                    $0.removeIndex("users", name: "odd \"index\"")
                    $0.removeIndex("users", name: "users_email_key")
                }
                let left = try await constraints(database, "users")
                #expect(left == ["users_bossId_fkey", "users_code_key", "users_kind_check", "users_pkey"])
                try await change(database) { $0.dropTable("users") }
            }
        }

        @Test func `what depends on a table is named when it cannot go`() async throws {
            try await withUsers { database in
                try await database.script("CREATE VIEW names AS SELECT email FROM users")
                let error = await #expect(throws: MigrationError.self) {
                    try await change(database) { $0.dropTable("users") }
                }
                #expect("\(try #require(error))".contains("view names depends on table users"))
            }
        }

        @Test func `two runners do not meet`() async throws {
            struct Slow: Migration {
                static let name = "2-slow"
                func up(_ queryInterface: inout QueryInterface) {
                    queryInterface.execute("SELECT pg_sleep(0.2)")
                    queryInterface.createTable("once") { $0.column("id", .integer, primaryKey: true) }
                }
                func down(_ queryInterface: inout QueryInterface) {}
            }
            try await PostgreSQLScratch.with { database in
                let done = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<4 { group.addTask { try await Migrator(database, migrations: [Slow()]).up().count } }
                    return try await group.reduce(0, +)
                }
                #expect(done == 1)
            }
        }
    }
#endif
