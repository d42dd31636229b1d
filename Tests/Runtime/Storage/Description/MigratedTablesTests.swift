import Testing

@testable import ScaffoldStorage

/// What operations tell of tables is what a database has that has run them.
@Suite struct MigratedTablesTests {
    private struct Steps: Migration {
        static let name = "20260101-steps"
        func up(_ queryInterface: inout QueryInterface) {
            queryInterface.createTable("users") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("email", .string(80), allowNull: false)
            }
            queryInterface.createTable("posts") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("title", .string(20), allowNull: false, defaultValue: "none")
                $0.column("body", .text)
                $0.column("views", .integer)
                $0.column("userId", .integer, references: .init("users"), onDelete: .cascade, onUpdate: .cascade)
            }
            queryInterface.createTable("gone") { $0.column("id", .integer, primaryKey: true) }
            queryInterface.createTable("pairs") {
                $0.column("a", .integer, allowNull: false)
                $0.column("b", .integer, allowNull: false)
                $0.constraint(.primaryKey(["b", "a"]))
            }
            queryInterface.bulkInsert("users", [["email": "a@example.com"]])
            queryInterface.addIndex("posts", ["title", .descending("views")], name: "by_title")
            queryInterface.addIndex("posts", ["views"])
            queryInterface.addIndex("users", ["email"], unique: true)
            queryInterface.renameTable("users", to: "people")
            queryInterface.renameColumn("people", "id", to: "key")
            queryInterface.renameColumn("posts", "title", to: "headline")
            queryInterface.renameIndex("posts", "by_title", to: "by_headline")
            queryInterface.addColumn(
                "posts", "status", .enum(["draft", "sent"]), allowNull: false, defaultValue: "draft")
            queryInterface.changeColumn("posts", "headline", .string(40), allowNull: false)
            queryInterface.removeColumn("posts", "body")
            queryInterface.removeIndex("posts", ["views"])
            queryInterface.changePrimaryKey("pairs", ["a"])
            queryInterface.dropTable("gone")
        }
        func down(_ queryInterface: inout QueryInterface) {}
    }

    @Test(arguments: TestEngine.all) func `they are those of the database`(_ engine: TestEngine) async throws {
        let told = try MigratedTables([Steps()])
        #expect(told.unseen.isEmpty)
        try await engine.withDatabase { database in
            try await Migrator(database, migrations: [Steps()]).up()
            let found = try await database.describe()
            func lines(_ tables: [TableDescription]) -> [String] {
                TableLines.text(of: tables, engine: engine.kind).split(separator: "\n").map(String.init)
                    .filter { line in
                        // A server may make an index for a foreign key by itself.
                        !line.contains(#""index":"posts_userId"#) && !line.contains(#""index":"userId""#)
                    }.sorted()
            }
            #expect(lines(told.tables) == lines(found))
        }
    }

    @Test func `what cannot be read or does not fit is named`() throws {
        struct Odd: Migration {
            static let name = "20260102-odd"
            func up(_ queryInterface: inout QueryInterface) {
                queryInterface.createTable("a") {
                    $0.column("id", .integer, primaryKey: true)
                    $0.column("name", .string, unique: true)
                    $0.constraint(.check("id > 0", name: "positive"))
                }
                queryInterface.execute("CREATE VIEW v AS SELECT 1")
                queryInterface.run("slugs") { _ in }
                queryInterface.addColumn("nowhere", "x", .integer)
                queryInterface.addColumn("a", "name", .string)
                queryInterface.removeColumn("a", "x")
                queryInterface.addIndex("a", ["name"], where: ["name": .sql("lower('X')")])
                queryInterface.removeConstraint("a", name: "positive")
                queryInterface.removeConstraint("a", name: "positive")
            }
            func down(_ queryInterface: inout QueryInterface) {}
        }
        let told = try MigratedTables([Odd()])
        #expect(
            told.unseen
                == [
                    "execute", "run slugs", "addColumn nowhere.x", "addColumn a.name", "removeColumn a.x",
                    "addIndex a_name",
                    "removeConstraint positive on a",
                ].map { "20260102-odd: \($0)" })
        #expect(told.tables.map(\.name) == ["a"])
        #expect(told.tables[0].checks.isEmpty && told.tables[0].indexes.map(\.isConstraint) == [true])
    }
}
