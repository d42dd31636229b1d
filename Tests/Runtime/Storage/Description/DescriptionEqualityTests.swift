import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct DescriptionEqualityTests {
    /// Two tables, and what is added to them.
    @Sendable private static func make(_ tables: inout QueryInterface) {
        tables.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false, unique: true)
        }
        tables.createTable("posts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("title", .string(200), allowNull: false, defaultValue: "none")
            $0.column("status", .enum("draft", "sent"), defaultValue: "draft")
            $0.column("userId", .integer, references: Reference("users"), onDelete: .cascade)
            $0.column("price", .decimal(8, 2))
            $0.constraint(.check("price > 0", name: "positive"))
        }
        tables.addIndex("posts", ["userId", .descending("id")])
    }

    @Test(arguments: TestEngine.all)
    func `two databases made the same way are equal`(_ engine: TestEngine) async throws {
        let first = try await engine.withTables(Self.make) { try await $0.describe() }
        let second = try await engine.withTables(Self.make) { try await $0.describe() }
        #expect(first == second)
        #expect(first.map(\.name) == ["posts", "users"])
    }

    @Test(arguments: TestEngine.all)
    func `any change makes them differ, and its way back makes them equal again`(_ engine: TestEngine) async throws {
        let original = try await engine.withTables(Self.make) { try await $0.describe() }
        func title(_ change: (inout ColumnBlueprint) -> Void) -> SchemaOperation {
            var column = ColumnBlueprint(name: "title", type: .string(200), allowNull: false, defaultValue: "none")
            change(&column)
            return .changeColumn(table: "posts", column)
        }
        func user(_ change: (inout ColumnBlueprint) -> Void) -> SchemaOperation {
            var column = ColumnBlueprint(
                name: "userId", type: .integer, references: Reference("users"), onDelete: .cascade)
            change(&column)
            return .changeColumn(table: "posts", column)
        }
        let status = ColumnBlueprint(name: "status", type: .enum("draft", "sent"), defaultValue: "draft")
        var other = status
        other.type = .enum("draft", "sent", "read")
        let index = IndexBlueprint(table: "posts", columns: ["userId", .descending("id")])
        let ascending = IndexBlueprint(table: "posts", columns: ["userId", "id"])
        let remove = SchemaOperation.removeIndex(table: "posts", name: index.name)
        let check = TableConstraint.check("price > 0", name: "positive")
        let changes: [(up: [SchemaOperation], down: [SchemaOperation])] = [
            ([title { $0.type = .string(201) }], [title { _ in }]),
            ([title { $0.type = .text }], [title { _ in }]),
            ([title { $0.allowNull = true }], [title { _ in }]),
            ([title { $0.defaultValue = "other" }], [title { _ in }]),
            ([title { $0.defaultValue = nil }], [title { _ in }]),
            ([title { $0.unique = true }], [title { _ in }]),
            ([user { $0.onDelete = .setNull }], [user { _ in }]),
            ([user { $0.onUpdate = .cascade }], [user { _ in }]),
            ([user { $0.references = nil }], [user { _ in }]),
            (
                [.addColumn(table: "posts", ColumnBlueprint(name: "a", type: .uuid))],
                [.removeColumn(table: "posts", "a")]
            ),
            ([.changeColumn(table: "posts", other)], [.changeColumn(table: "posts", status)]),
            ([remove], [.addIndex(index)]),
            ([remove, .addIndex(ascending)], [remove, .addIndex(index)]),
            (
                [.addIndex(IndexBlueprint(table: "posts", columns: ["title"]))],
                [.removeIndex(table: "posts", name: "posts_title")]
            ),
            ([.removeConstraint(table: "posts", name: "positive")], [.addConstraint(table: "posts", check)]),
            (
                [.addColumn(table: "users", ColumnBlueprint(name: "name", type: .string))],
                [.removeColumn(table: "users", "name")]
            ),
            (
                [.renameColumn(table: "users", "email", to: "mail")],
                [.renameColumn(table: "users", "mail", to: "email")]
            ),
            ([.renameTable("users", to: "people")], [.renameTable("people", to: "users")]),
        ]
        for (up, down) in changes {
            try await engine.withTables(Self.make) { database in
                try await database.apply(up)
                let changed = try await database.describe()
                #expect(changed != original, "\(up)")
                try await database.apply(down)
                let back = try await database.describe()
                #expect(
                    back.map(\.withSortedColumns) == original.map(\.withSortedColumns),
                    "\(up): \(back.differences(from: original))")
                #expect(back.differences(from: original).isEmpty)
                #expect(!changed.differences(from: original).isEmpty)
            }
        }
    }
}
