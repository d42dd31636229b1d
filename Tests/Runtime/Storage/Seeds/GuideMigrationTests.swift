import Testing

@testable import ScaffoldStorage

/// The development guide's section 1 as migrations of ours.
@Suite struct GuideMigrationTests {
    @Sendable private static func createPosts(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("users") {
            $0.column("id", .integer, allowNull: false, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false)
        }
        queryInterface.createTable("posts") {
            $0.column("id", .integer, allowNull: false, primaryKey: true, autoIncrement: true)
            $0.column("title", .string, allowNull: false)
            $0.column("content", .text, allowNull: false)
            $0.column(
                "userId", .integer, allowNull: false, references: .init("users", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
            $0.column("createdAt", .date, allowNull: false, defaultValue: .now)
            $0.column("updatedAt", .date, allowNull: false, defaultValue: .now)
        }
        queryInterface.addIndex("posts", ["userId"])
        queryInterface.addIndex("posts", ["createdAt"])
    }

    private func insert(_ database: Database) async throws {
        try await database.execute("INSERT INTO users (email) VALUES (\("a@example.com"))")
        let columns: SQL = "title, content, \(identifier: "userId")"
        try await database.execute("INSERT INTO posts (\(columns)) VALUES (\("a"), \("b"), \(1))")
    }

    @Test(arguments: TestEngine.all)
    func `1 create-post: foreign key with CASCADE, defaults CURRENT_TIMESTAMP, two indexes`(_ engine: TestEngine)
        async throws
    {
        try await engine.withTables(Self.createPosts) { database in
            try await insert(database)
            let made = try await database.query(
                "SELECT \(identifier: "createdAt") FROM posts WHERE \(identifier: "createdAt") IS NOT NULL"
            ) { row in
                row.isNull(0)
            }
            #expect(made == [false])
            try await database.execute("UPDATE users SET id = \(5)")
            #expect(try await database.query("SELECT \(identifier: "userId") FROM posts", as: Int.self) == [5])
            try await database.execute("DELETE FROM users")
            #expect(try await database.count("posts") == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `1 add-status-to-posts: a column, an index over two, and both removed again`(_ engine: TestEngine) async throws
    {
        try await engine.withTables {
            Self.createPosts(&$0)
            $0.addColumn("posts", "status", .string, allowNull: false, defaultValue: "draft")
            $0.addIndex("posts", ["status", "createdAt"])
        } _: { database in
            try await insert(database)
            #expect(try await database.query("SELECT status FROM posts", as: String.self) == ["draft"])
        }
        try await engine.withTables {
            Self.createPosts(&$0)
            $0.addColumn("posts", "status", .string, allowNull: false, defaultValue: "draft")
            $0.addIndex("posts", ["status", "createdAt"])
            $0.removeIndex("posts", ["status", "createdAt"])
            $0.removeColumn("posts", "status")
        } _: { database in
            try await insert(database)
            await #expect(throws: DatabaseError.self) {
                try await database.query("SELECT posts.status FROM posts", as: String.self)
            }
        }
        try await engine.withTables {
            Self.createPosts(&$0)
            $0.dropTable("posts")
        } _: { database in
            _ = await #expect(throws: DatabaseError.self) { try await database.count("posts") }
        }
    }
}
