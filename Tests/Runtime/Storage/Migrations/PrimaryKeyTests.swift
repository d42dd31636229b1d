import Foundation
import Testing

@testable import ScaffoldStorage

/// Another primary key, and another name for an index, on a table that holds rows.
@Suite struct PrimaryKeyTests {
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

    private func withBooks(_ body: (Database) async throws -> Void) async throws {
        try await Scratch.file { database in
            try await apply(database) {
                $0.createTable("books") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("userId", .integer, allowNull: false)
                    $0.column("bookId", .integer)
                    $0.column("note", .string, defaultValue: "1.5 <> 'x'")
                }
                $0.addIndex("books", ["bookId"])
                $0.bulkInsert("books", [["userId": 1, "bookId": 2], ["userId": 1, "bookId": 3]])
            }
            try await body(database)
        }
    }

    /// The columns of the key in order, and whether each of the table's columns refuses null.
    private func key(_ database: Database) async throws -> [String] {
        try await database.read { connection in
            try connection.all("SELECT name FROM pragma_table_info('books') WHERE pk > 0 ORDER BY pk") {
                try $0[0] as String
            }
        }
    }

    @Test func `two columns become the key instead of a number, and the other way round`() async throws {
        try await withBooks { database in
            try await apply(database) { $0.changePrimaryKey("books", ["userId", "bookId"]) }
            #expect(try await key(database) == ["userId", "bookId"])
            await #expect(throws: (any Error).self) {
                try await database.execute("INSERT INTO books (id, userId, bookId) VALUES (9, 1, 2)")
            }
            await #expect(throws: (any Error).self) {
                try await database.execute("INSERT INTO books (id, userId) VALUES (9, 1)")
            }
            await #expect(throws: (any Error).self) {
                try await database.execute("INSERT INTO books (userId, bookId) VALUES (5, 5)")
            }
            try await apply(database) { $0.changePrimaryKey("books", ["id"], autoIncrement: true) }
            #expect(try await key(database) == ["id"])
            try await database.execute("INSERT INTO books (userId, bookId) VALUES (5, 5)")
            let last = try await database.read {
                try $0.first("SELECT max(id), note FROM books") { (try $0[0] as Int, try $0[1] as String) }
            }
            #expect(last?.0 == 3)
            #expect(last?.1 == "1.5 <> 'x'")
        }
    }

    @Test func `rows without a number are numbered when it becomes the key`() async throws {
        try await withBooks { database in
            try await apply(database) {
                $0.changePrimaryKey("books", ["userId", "bookId"])
                $0.addColumn("books", "number", .integer)
                $0.changePrimaryKey("books", ["number"], autoIncrement: true)
            }
            #expect(try await key(database) == ["number"])
            let numbers = try await database.read { connection in
                try connection.all("SELECT number FROM books ORDER BY number") { try $0[0] as Int }
            }
            #expect(numbers == [1, 2])
        }
    }

    @Test func `without columns there is no key, and the columns go on to hold no null`() async throws {
        try await withBooks { database in
            try await apply(database) { $0.changePrimaryKey("books", []) }
            #expect(try await key(database) == [])
            await #expect(throws: (any Error).self) {
                try await database.execute("INSERT INTO books (userId) VALUES (5)")
            }
            try await apply(database) { $0.changePrimaryKey("books", ["id"]) }
            #expect(try await key(database) == ["id"])
        }
    }

    @Test func `a key that cannot be one is refused, and nothing has changed`() async throws {
        try await withBooks { database in
            await #expect(throws: (any Error).self) {
                try await apply(database) { $0.changePrimaryKey("books", ["nothing"]) }
            }
            await #expect(throws: (any Error).self) {
                try await apply(database) { $0.changePrimaryKey("books", ["userId"]) }
            }
            await #expect(throws: (any Error).self) {
                try await apply(database) { $0.changePrimaryKey("books", ["id", "userId"], autoIncrement: true) }
            }
            let (columns, count) = (try await key(database), try await database.count("books"))
            #expect(columns == ["id"] && count == 2)
        }
    }

    @Test func `an index is called otherwise, whatever it is of`() async throws {
        try await withBooks { database in
            try await apply(database) {
                $0.addIndex("books", [.descending("note")], unique: false, name: "odd \"name", where: ["userId": 1])
                $0.renameIndex("books", "odd \"name", to: "it's \"another")
                $0.renameIndex("books", "books_book_id", to: "by_book")
            }
            let indexes = try await database.read { connection in
                try connection.all("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name") {
                    try $0[0] as String
                }
            }
            #expect(indexes.count == 2)
            #expect(indexes.first?.hasPrefix("CREATE INDEX \"by_book\" ON \"books\" (\"bookId\")") == true)
            #expect(indexes.last?.contains("\"it's \"\"another\" ON \"books\" (\"note\" DESC) WHERE") == true)
            await #expect(throws: (any Error).self) {
                try await apply(database) { $0.renameIndex("books", "nothing", to: "x") }
            }
        }
    }

    @Test func `an update works out a value for each row`() async throws {
        try await withBooks { database in
            try await apply(database) {
                $0.bulkUpdate("books", ["note": .sql("\"userId\" || '-' || \"bookId\"")], where: ["bookId": 3])
            }
            let note = try await database.read { connection in
                try connection.first("SELECT note FROM books WHERE bookId = 3") { try $0[0] as String }
            }
            #expect(note == "1-3")
        }
    }
}
