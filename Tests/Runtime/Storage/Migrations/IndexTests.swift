import Foundation
import Testing

@testable import ScaffoldStorage

/// Indexes with more than columns: order, condition, method, name.
struct IndexTests {
    /// The tool's IndexNameTests has the same names: both follow one rule.
    @Test(arguments: [
        (["posts", "userId"], "posts_user_id"), (["Posts", "createdAt", "URL"], "posts_created_at_url"),
        (["http_logs", "HTTPStatus"], "http_logs_httpstatus"), (["a2b", "x9Y"], "a2b_x9_y"),
        (
            ["a_table_with_a_rather_long_name", "anAttributeWithALongName", "another"],
            "a_table_with_a_rather_long_name_an_attribute_with_along_name_another"
        ),
    ])
    func `names are Sequelize's, and no longer than 63`(parts: [String], whole: String) {
        let name = IndexName.make(table: parts[0], columns: Array(parts.dropFirst()))
        if whole.utf8.count <= 63 {
            #expect(name == whole)
        } else {
            #expect(name.utf8.count == 63 && name.hasPrefix(whole.prefix(54)) && name != String(whole.prefix(63)))
        }
    }

    /// MySQL has no indexes of some rows.
    @Test(arguments: TestEngine.all.filter { $0.rawValue != "mysql" })
    func `a unique index of some rows leaves the others alone`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("people") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("email", .string, allowNull: false)
                $0.column("deletedAt", .date)
            }
            $0.addIndex("people", ["email", .descending("id")])
            $0.addIndex("people", ["email"], unique: true, name: "people_living", where: ["deletedAt": nil])
            $0.bulkInsert("people", [["email": "a", "deletedAt": .now], ["email": "a", "deletedAt": nil]])
            $0.bulkInsert("people", [["email": "a", "deletedAt": .now]])
        } _: { _ in
        }
        await #expect(throws: (any Error).self) {
            try await engine.withTables {
                $0.createTable("people") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("email", .string, allowNull: false)
                    $0.column("deletedAt", .date)
                }
                $0.addIndex("people", ["email"], unique: true, where: ["deletedAt": nil])
                $0.bulkInsert("people", [["email": "a", "deletedAt": nil], ["email": "a", "deletedAt": nil]])
            } _: { _ in
            }
        }
    }

    /// The tool writes a number of more digits than a literal of Swift keeps as SQL.
    @Test(arguments: TestEngine.all.filter { $0.rawValue != "mysql" })
    func `rows of an index are chosen by exact numbers too`(_ engine: TestEngine) async throws {
        func insert(_ prices: [String]) async throws {
            try await engine.withTables {
                $0.createTable("items") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("name", .string)
                    $0.column("price", .decimal(20, 2))
                }
                $0.addIndex("items", ["name"], unique: true, where: ["price": .sql("1.50")])
                $0.addIndex("items", ["id"], where: ["price": [.sql("1"), .sql("2.25")]])
                $0.bulkInsert("items", prices.map { ["name": "a", "price": .init(Decimal(string: $0) ?? 0)] })
            } _: { _ in
            }
        }
        try await insert(["1.5", "2.5", "2.5"])
        await #expect(throws: UniqueConstraintError.self) { try await insert(["1.5", "1.5"]) }
    }

    @Test(arguments: TestEngine.all.filter { $0.rawValue == "mysql" })
    func `where there are no indexes of some rows, a unique one is refused`(_ engine: TestEngine) async throws {
        func make(unique: Bool) async throws {
            try await engine.withTables {
                $0.createTable("people") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("email", .text, allowNull: false)
                    $0.column("deletedAt", .date)
                }
                $0.addIndex(
                    "people", [.init("email", .descending, length: 20)], unique: unique, where: ["deletedAt": nil])
            } _: { _ in
            }
        }
        try await make(unique: false)
        await #expect(throws: ModelDefinitionError.self) { try await make(unique: true) }
    }

    @Test func `SQLite refuses a method that it has not`() async {
        await #expect(throws: ModelDefinitionError.self) {
            try await TestEngine.sqlite.withTables {
                $0.createTable("people") { $0.column("id", .integer, primaryKey: true) }
                $0.addIndex("people", ["id"], using: .gin)
            } _: { _ in
            }
        }
    }
}
