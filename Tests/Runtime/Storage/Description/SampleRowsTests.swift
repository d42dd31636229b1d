import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct SampleRowsTests {
    @Sendable private static func makeShop(_ tables: inout QueryInterface) {
        tables.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string(12), allowNull: false, unique: true)
            $0.column("role", .enum("user", "admin", "it's"), allowNull: false, defaultValue: "user")
            $0.column("mood", .enum("good", "bad"))
            $0.column("bossId", .integer, references: Reference("users"), onDelete: .setNull)
            $0.column("level", .integer, allowNull: false)
            $0.constraint(.check("level IN (7, 8)", name: "levels"))
        }
        tables.createTable("profiles") {
            $0.column("id", .uuid, primaryKey: true)
            $0.column("userId", .integer, allowNull: false, unique: true, references: Reference("users"))
            $0.column("bio", .text)
        }
        tables.createTable("posts") {
            $0.column("id", .bigint, primaryKey: true, autoIncrement: true)
            $0.column("userId", .integer, references: Reference("users"), onDelete: .cascade)
            for (name, type) in everyType { $0.column(name, type) }
        }
        tables.createTable("tags") { $0.column("name", .string(3), primaryKey: true) }
        tables.createTable("post_tags") {
            $0.column("postId", .bigint, allowNull: false, references: Reference("posts"))
            $0.column("tag", .string(3), allowNull: false, references: Reference("tags", key: "name"))
            $0.constraint(.primaryKey(["postId", "tag"]))
        }
    }

    private static let everyType: [(String, ColumnType)] = [
        ("a", .string(5)), ("b", .string), ("c", .text), ("d", .char(3)), ("e", .smallint), ("f", .integer),
        ("g", .bigint), ("h", .float), ("i", .double), ("j", .decimal(10, 2)), ("k", .decimal), ("l", .boolean),
        ("m", .date), ("n", .dateonly), ("o", .time), ("p", .uuid), ("q", .enum("x", "y", "z")), ("r", .json),
        ("s", .blob), ("t", .array(.string)), ("u", .decimal(2, 2)), ("v", .password),
    ]

    @Test(arguments: TestEngine.all)
    func `every table gets its rows, and every column null and a value`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.makeShop) { database in
            let tables = try await database.describe()
            let problems = try await SampleRows(tables).insert(20, in: database)
            #expect(problems.isEmpty, "\(problems)")
            for table in tables {
                let name = database.dialect.quote(table.name)
                #expect(try await database.count(name) == 20)
                for column in table.columns where column.allowNull {
                    let condition = "\(name) WHERE \(database.dialect.quote(column.name)) IS"
                    #expect(try await database.count("\(condition) NULL") >= 3, "\(table.name).\(column.name)")
                    #expect(try await database.count("\(condition) NOT NULL") >= 3, "\(table.name).\(column.name)")
                }
            }
            for (table, column, words) in [
                ("users", "role", ["user", "admin", "it's"]), ("users", "mood", ["good", "bad"]),
                ("posts", "q", ["x", "y", "z"]),
            ] {
                let quote = database.dialect.quote
                let sql = "SELECT DISTINCT \(quote(column)) FROM \(quote(table)) WHERE \(quote(column)) IS NOT NULL"
                let found = try await database.read { try $0.all(sql) { try $0[0] as String } }
                #expect(Set(found) == Set(words))
            }
            let booleans = database.sql("SELECT DISTINCT \"l\" FROM \"posts\" WHERE \"l\" IS NOT NULL")
            #expect(try await database.read { try $0.all(booleans) { try $0[0] as Bool } }.count == 2)
            let bosses = database.sql("SELECT count(*) FROM \"users\" WHERE \"bossId\" IS NOT NULL")
            #expect(try await database.read { try $0.first(bosses) { try $0[0] as Int } } ?? 0 >= 10)
        }
    }

    @Test(arguments: TestEngine.all)
    func `more rows go beside those that are there, and the same seed makes the same rows`(
        _ engine: TestEngine
    ) async throws {
        let dumps = try await [UInt64(1), 1, 2].asyncMap { seed in
            try await engine.withTables(Self.makeShop) { database in
                let tables = try await database.describe()
                let first = try await SampleRows(tables, seed: seed).insert(7, in: database)
                let second = try await SampleRows(tables, seed: seed).insert(600, into: ["posts"], in: database)
                let third = try await SampleRows(tables, seed: seed)
                    .insert(30, into: ["post_tags", "users"], in: database)
                #expect((first + second + third).isEmpty)
                #expect(try await database.count("posts") == 607)
                #expect(try await database.count("post_tags") == 37)
                let sql = database.sql("SELECT \"p\", \"userId\" FROM \"posts\" ORDER BY \"id\"")
                return try await database.read { try $0.all(sql) { "\(try $0.value(at: 0)) \(try $0.value(at: 1))" } }
            }
        }
        #expect(dumps[0] == dumps[1])
        #expect(dumps[0] != dumps[2])
    }

    @Test(arguments: TestEngine.all)
    func `circles of tables are filled, and what cannot be is said`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("teams") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("name", .string)
            }
            $0.createTable("people") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("teamId", .integer, allowNull: false, references: Reference("teams"))
            }
            $0.addColumn("teams", "leadId", .integer, references: Reference("people"))
            $0.createTable("odd") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("price", .integer, allowNull: false)
                $0.constraint(.check("price > 100000000"))
            }
            $0.createTable("flags") { $0.column("flag", .boolean, allowNull: false, unique: true) }
        } _: { database in
            let problems = try await SampleRows(try await database.describe()).insert(20, in: database)
            let led = try await database.count(database.sql("\"teams\" WHERE \"leadId\" IS NOT NULL"))
            #expect(led >= 10)
            #expect(try await database.count("people") == 20)
            #expect(problems.map(\.table).sorted() == ["flags", "odd"])
            #expect(try await database.count("flags") == 2)
            #expect(try await database.count("odd") == 0)
            #expect(problems.first { $0.table == "odd" }?.reason.contains("20 rows were refused") == true)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
