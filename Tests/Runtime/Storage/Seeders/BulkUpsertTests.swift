import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct BulkUpsertTests {
    @Sendable private static func tables(_ tables: inout QueryInterface) {
        tables.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string(20), allowNull: false, unique: true)
            $0.column("colour", .string)
            $0.column("uses", .integer)
            $0.column("createdAt", .date)
        }
    }

    private func write(
        _ database: Database, _ rows: [SeedRow], conflict: [String] = ["name"], update: [String]? = nil
    ) async throws {
        var queryInterface = QueryInterface()
        queryInterface.bulkUpsert("tags", rows, conflict: conflict, update: update)
        try await database.apply(queryInterface.operations)
    }

    private func rows(_ database: Database) async throws -> [String] {
        try await database.read { connection in
            try connection.all("SELECT name, colour, uses FROM tags ORDER BY name") { row in
                "\(try row[0] as String) \(try row[1] as String? ?? "-") \(try row[2] as Int? ?? -1)"
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows that are there are updated, others inserted`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.tables) { database in
            try await write(database, [["name": "a", "colour": "red", "uses": 1, "createdAt": .now]])
            let first = try await database.read {
                try $0.first(
                    database.sql("SELECT \"createdAt\" FROM tags")
                ) { try $0.value(at: 0) }
            }
            try await write(
                database,
                [
                    ["name": "a", "colour": "blue", "uses": 2, "createdAt": .init(Date.distantFuture)],
                    ["name": "b", "colour": nil, "uses": 3, "createdAt": .now],
                ])
            #expect(try await rows(database) == ["a blue 2", "b - 3"])
            let again = try await database.read {
                try $0.first(
                    database.sql("SELECT \"createdAt\" FROM tags WHERE name = 'a'")
                ) { try $0.value(at: 0) }
            }
            #expect(first == again)
            try await write(database, [["name": "a", "colour": "green", "uses": 9]], update: ["colour"])
            #expect(try await rows(database) == ["a green 2", "b - 3"])
            try await write(database, [["name": "a", "uses": 9], ["name": "c", "uses": 9]], update: [])
            #expect(try await rows(database) == ["a green 2", "b - 3", "c - 9"])
        }
    }

    @Test func `what makes no sense is refused`() async throws {
        try await TestEngine.sqlite.withTables(Self.tables) { database in
            for (rows, conflict, update) in [
                ([["colour": "red"]], ["name"], nil), ([["name": "a"]], [], nil),
                ([["name": "a"]], ["name"], ["colour"]), ([["name": "a"], ["name": "a"]], ["name"], nil),
            ] as [([SeedRow], [String], [String]?)] {
                await #expect(throws: SeedError.self) {
                    try await write(database, rows, conflict: conflict, update: update)
                }
            }
            let count = try await database.count("tags")
            #expect(count == 0)
        }
    }

    @Test func `its columns count in the checksum, passwords do not`() {
        func checksum(_ rows: [SeedRow], _ conflict: [String], _ update: [String]?) -> String {
            OperationChecksum([.bulkUpsert(table: "tags", rows, conflict: conflict, update: update)]).text
        }
        let all = [
            checksum([["name": "a"]], ["name"], nil), checksum([["name": "b"]], ["name"], nil),
            checksum([["name": "a"]], ["id"], nil), checksum([["name": "a"]], ["name"], []),
            checksum([["name": "a"]], ["name"], ["name"]),
        ]
        #expect(Set(all).count == all.count)
        #expect(checksum([["p": .password("x")]], ["p"], nil) == checksum([["p": .password("y")]], ["p"], nil))
        #expect(
            SchemaOperation.bulkUpsert(table: "tags", [["name": "a"]], conflict: ["name"], update: nil).description
                == "bulkUpsert tags (1 rows)")
    }
}
