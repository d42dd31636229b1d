import Testing

@testable import ScaffoldStorage

private struct ItemRow: RowDecodable, Equatable {
    var id: Int
    var name: String?

    init(id: Int, name: String?) {
        self.id = id
        self.name = name
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row["name"]
    }
}

@Suite struct RawSQLTests {
    private func withItems<R: Sendable>(
        on engine: TestEngine, _ body: @Sendable (Database) async throws -> R
    ) async throws -> R {
        try await engine.withTables(makeItems) { database in
            for (id, name) in [(1, "a"), (2, "b' OR 1 = 1 --"), (3, nil)] as [(Int, String?)] {
                try await database.execute("INSERT INTO items VALUES (\(id), \(name))")
            }
            return try await body(database)
        }
    }

    @Test(arguments: TestEngine.all)
    func `values are bound, whatever they hold`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            let name = "b' OR 1 = 1 --"
            let rows = try await database.query("SELECT id, name FROM items WHERE name = \(name)", as: ItemRow.self)
            #expect(rows == [ItemRow(id: 2, name: name)])
        }
    }

    @Test(arguments: TestEngine.all)
    func `an array is a list, an empty one holds nothing`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            func ids(_ wanted: [Int]) async throws -> [Int] {
                try await database.query("SELECT id FROM items WHERE id IN \(wanted) ORDER BY id", as: Int.self)
            }
            let (some, nothing) = (try await ids([3, 1, 7]), try await ids([]))
            #expect(some == [1, 3])
            #expect(nothing == [])
            let none: [Int] = []
            let error = await #expect(throws: QueryError.self) {
                try await database.query("SELECT id FROM items WHERE id not\n in \(none)", as: Int.self)
            }
            #expect(error?.description.contains("NOT IN") == true)
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows are read as tuples, single values, rows and models`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            let tuples = try await database.query("SELECT name, id FROM items WHERE id < \(3) ORDER BY id DESC") {
                row in
                (try row[1] as Int, try row[0] as String?)
            }
            #expect(tuples.map(\.0) == [2, 1])
            #expect(tuples.last?.1 == "a")
            let names = try await database.query("SELECT name FROM items ORDER BY id", as: String?.self)
            #expect(names == ["a", "b' OR 1 = 1 --", nil])
            let rows: [ItemRow] = try await database.query("SELECT id, name FROM items WHERE id = 3")
            #expect(rows == [ItemRow(id: 3, name: nil)])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a model finds its columns by name, whatever their order`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            let ada = try await makeUser("ada")
            _ = try await Tag.bulkCreate([Tag(name: "one"), Tag(name: "two")])
            let tags = try await database.query(
                "SELECT \(identifier: "updatedAt"), name, 1 AS more, id, \(identifier: "createdAt") FROM tags ORDER BY id",
                as: Tag.self)
            #expect(tags.map(\.name) == ["one", "two"])
            let stored = try await Tag.findAll { $0.order(by: \.id) }
            #expect(tags.map(\.id) == stored.map(\.id))
            #expect(tags.map(\.createdAt) == stored.map(\.createdAt))
            let users = try await database.query("SELECT * FROM users WHERE id = \(ada.id)", as: User.self)
            #expect(users.map(\.email) == [ada.email])
            let error = await #expect(throws: ColumnDecodingError.self) {
                try await database.query("SELECT id FROM tags", as: Tag.self)
            }
            #expect((error?.model, error?.column) == ("Tag", "name"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `execute says how many rows it reached, and joins the transaction`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            await #expect(throws: Refused.self) {
                try await database.transaction {
                    let changed = try await database.execute("UPDATE items SET name = \("x") WHERE id > \(1)")
                    let seen = try await database.query("SELECT count(*) FROM items WHERE name = 'x'", as: Int.self)
                    #expect((changed, seen) == (2, [2]))
                    throw Refused()
                }
            }
            let seen = try await database.query("SELECT count(*) FROM items WHERE name = 'x'", as: Int.self)
            #expect(seen == [0])
        }
    }

    @Test(arguments: TestEngine.all)
    func `query refuses what writes, unless it is said`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            for sql in ["DELETE FROM items", " insert INTO items VALUES (9, 'x')"] as [SQL] {
                let error = await #expect(throws: QueryError.self) { try await database.query(sql, as: Int.self) }
                #expect(error?.description.contains("writing: true") == true)
            }
            let count = try await database.count("items")
            #expect(count == 3)
            guard database.dialect.returnsRows else { return }
            let ids = try await database.query(
                "INSERT INTO items VALUES (\(9), NULL) RETURNING id", as: Int.self, writing: true)
            #expect(ids == [9])
        }
    }

    @Test func `what only turns out to write is refused by a connection that reads, with a hint`() async throws {
        try await Scratch.file { database in
            try await database.execute("CREATE TABLE items (id INTEGER)")
            let error = await #expect(throws: DatabaseError.self) {
                try await database.query("WITH n AS (SELECT 1) INSERT INTO items SELECT * FROM n", as: Int.self)
            }
            #expect(error?.message.contains("writing: true") == true)
        }
    }

    @Test(arguments: TestEngine.all)
    func `identifiers are quoted, parts put together, raw text is said out loud`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            let condition: SQL = "id > \(1)"
            let direction = "DESC"
            var sql: SQL = "SELECT \(identifier: "id") FROM \(identifier: "items") WHERE \(condition)"
            sql += " AND id < \(9)"
            let ids = try await database.query(sql + " ORDER BY id \(raw: direction)", as: Int.self)
            #expect(ids == [3, 2])
            let raw = try await database.query(SQL(raw: "SELECT 1"), as: Int.self)
            #expect(raw == [1])
            let name = "x\"`y"
            let named = try await database.query("SELECT 1 AS \(identifier: name)") { try $0[name] as Int }
            #expect(named == [1])
        }
    }

    @Test(arguments: TestEngine.all)
    func `what no engine can be asked is refused`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            for sql in ["", SQL(raw: "SELECT 1\0"), "SELECT \(identifier: "a\0b")"] {
                await #expect(throws: QueryError.self) { try await database.query(sql, as: Int.self) }
            }
            let many = Array(0...database.dialect.maximumValues)
            let error = await #expect(throws: QueryError.self) {
                try await database.execute("DELETE FROM items WHERE id IN \(many)")
            }
            #expect(error?.description.contains("\(many.count)") == true)
            await #expect(throws: DatabaseError.self) { try await database.execute("SELEC 1") }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a column that is not there, or holds something else, is named`(_ engine: TestEngine) async throws {
        try await withItems(on: engine) { database in
            let missing = await #expect(throws: ColumnDecodingError.self) {
                try await database.query("SELECT id FROM items") { try $0["title"] as String }
            }
            #expect(missing?.column == "title")
            let null = await #expect(throws: ColumnDecodingError.self) {
                try await database.query("SELECT name FROM items WHERE id = 3", as: String.self)
            }
            #expect(null?.found == .null)
        }
    }
}
