import Logging
import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tables that somebody else has made or filled: what a model cannot be read from is told with model and attribute.
@Suite struct ForeignTableTests {
    /// Writes a row by SQL of its own, reads it as a sample and says what was thrown.
    private func reading(
        _ database: Database, _ column: String, _ sql: String, before: [String] = []
    ) async throws -> ColumnDecodingError? {
        let quoted = database.dialect.quote("the \(column)")
        let table = database.dialect.quote("samples")
        try await database.exclusive { connection in
            for statement in before { try connection.run(script: statement) }
            try connection.run(script: "DELETE FROM \(table)")
            try connection.run(script: "INSERT INTO \(table) (\(quoted)) VALUES (\(sql))")
        }
        return await thrown { _ = try await EveryType.findAll() } as? ColumnDecodingError
    }

    /// What is in a table that no model of ours could have written.
    private static func strangeCells(_ engine: DatabaseEngine) -> [(column: String, sql: String)] {
        switch engine {
        case .sqlite:
            [
                ("small", "40000"), ("small", "'x'"), ("normal", "1 << 40"), ("normal", "1.5"), ("big", "1e300"),
                ("double", "'x'"), ("double", "x'00'"), ("price", "'12,5'"), ("price", "9e999"), ("flag", "2"),
                ("flag", "'true'"), ("at", "'2016-12-31 23:59:60.000 +00:00'"), ("at", "'yesterday'"), ("at", "''"),
                ("at", "'2026-01-01 00:00:00.000 +00:19:32'"), ("at", "'10000-01-01 00:00:00'"), ("at", "1700000000"),
                ("day", "'2026-02-30'"), ("day", "'44-03-15'"), ("clock", "'24:00:00'"), ("clock", "'23:59:60'"),
                ("word", "CAST(x'ff41' AS TEXT)"), ("body", "CAST(x'c3' AS TEXT)"),
                ("body", "CAST(x'eda080' AS TEXT)"), ("key", "'not-a-key'"), ("mood", "'sad'"), ("mood", "''"),
                ("data", "'{'"), ("data", "''"), ("data", "CAST(x'22ff22' AS TEXT)"), ("names", "'[1]'"),
                ("names", "'{}'"), ("names", "'[\"a\"'"), ("bytes", "7"),
            ]
        case .postgresql:
            [
                ("price", "'NaN'"), ("amount", "'Infinity'"), ("amount", "repeat('9', 50)::numeric"),
                ("at", "'infinity'"), ("at", "'-infinity'"), ("at", "'0044-03-15 12:00 BC'"),
                ("at", "'20000-01-01 00:00'"), ("day", "'infinity'"), ("day", "'20000-01-01'"), ("clock", "'24:00:00'"),
                ("mood", "'sad'"), ("names", "'[1]'"), ("names", "'{}'"),
            ]
        case .mysql:
            [
                ("flag", "2"), ("at", "'0000-00-00 00:00:00'"), ("at", "'2026-02-31 10:00:00'"),
                ("day", "'0000-00-00'"), ("day", "'2026-00-10'"), ("clock", "'-01:00:00'"), ("clock", "'838:59:59'"),
                ("clock", "'24:00:00'"), ("key", "'not-a-key'"), ("mood", "'sad'"),
                ("names", "'[1]'"), ("names", "'{}'"),
            ]
        }
    }

    /// What lets such things in.
    private static func laxity(_ engine: DatabaseEngine) -> [String] {
        switch engine {
        case .sqlite: ["PRAGMA ignore_check_constraints = ON"]
        case .postgresql:
            ["ALTER TABLE samples DROP CONSTRAINT IF EXISTS \"samples_the mood_check\""]
        case .mysql: ["SET SESSION sql_mode = 'ALLOW_INVALID_DATES', check_constraint_checks = 0"]
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `what no model could have written is told, never guessed`(_ engine: TestEngine) async throws {
        try await withSamples(on: engine) { database in
            for (column, sql) in Self.strangeCells(engine.kind) {
                let error = try await reading(database, column, sql, before: Self.laxity(engine.kind))
                #expect(error != nil, "\(column) \(sql)")
                #expect((error?.model, error?.column) == ("EveryType", column), "\(sql): \(String(describing: error))")
            }
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `JSON of others: members that stand twice, numbers beyond 64 bits, great depth`(_ engine: TestEngine)
        async throws
    {
        try await withSamples(on: engine) { database in
            func read(_ json: String) async throws -> Result<JSON?, any Error> {
                let (table, column) = (database.dialect.quote("samples"), database.dialect.quote("the data"))
                try await database.exclusive { connection in
                    try connection.run(script: "DELETE FROM \(table)")
                    try connection.run(script: "INSERT INTO \(table) (\(column)) VALUES ('\(json)')")
                }
                do { return .success(try await EveryType.findAll().first?.data) } catch { return .failure(error) }
            }
            // The server keeps the last one; where JSON is text, which one is meant nobody knows.
            let twice = try await read(#"{"a": 1, "a": 2}"#)
            if engine.kind == .postgresql {
                #expect(try twice.get()?["a"] == .integer(2))
            } else {
                #expect(throws: ColumnDecodingError.self) { try twice.get() }
            }
            let great = try await read("[123456789012345678901234567890, 1e400]")
            // A number of JSON has no bounds; ours ends where a double does.
            #expect(throws: ColumnDecodingError.self) { try great.get() }
            let long = try await read("[0.1234567890123456789, 1e2]")
            #expect(try long.get()?.array?.count == 2)
            guard engine.kind != .mysql else { return }
            let deep = try await read(String(repeating: "[", count: 3000) + String(repeating: "]", count: 3000))
            #expect(throws: ColumnDecodingError.self) { try deep.get() }
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `a table that differs from its model`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("entries") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("title", .string)
                $0.column("extra", .string, defaultValue: "there")
            }
        } _: { (database: Database) async throws in
            // A column that is missing is named, in reading and in writing.
            for body: @Sendable () async throws -> Void in [
                { _ = try await Entry.findAll() }, { _ = try await Entry.create(Entry(title: "a", views: 1)) },
                { _ = try await Entry.count { $0.where { $0.views == 1 } } },
            ] {
                let error = await thrown(body)
                #expect("\(try #require(error as? DatabaseError))".contains("views"))
            }
            // One that the model does not know of is left alone.
            try await database.exclusive { try $0.run(script: "ALTER TABLE entries ADD COLUMN views VARCHAR(20)") }
            try await database.exclusive {
                try $0.run(script: "INSERT INTO entries (title, views) VALUES ('a', 'many')")
            }
            // One of another type.
            let text = await thrown { _ = try await Entry.findAll() } as? ColumnDecodingError
            #expect((text?.model, text?.column, text?.found) == ("Entry", "views", .text))
            // Null where the model has none.
            for (title, views, column) in [("NULL", "'1'", "title"), ("'a'", "NULL", "views")] {
                try await database.exclusive {
                    try $0.run(script: "DELETE FROM entries")
                    try $0.run(script: "INSERT INTO entries (title, views) VALUES (\(title), \(views))")
                }
                let null = await thrown { _ = try await Entry.findAll() } as? ColumnDecodingError
                #expect(null?.model == "Entry")
                if column == "title" { #expect((null?.column, null?.found) == (column, .null)) }
            }
            // One that must be said, which the model cannot.
            try await database.exclusive {
                try $0.run(script: "DELETE FROM entries")
                try $0.run(script: "DROP TABLE entries")
                try $0.run(
                    script: "CREATE TABLE entries (id INTEGER PRIMARY KEY, title VARCHAR(9), views INTEGER, "
                        + "owner INTEGER NOT NULL)")
            }
            let owner = await thrown { _ = try await Entry.create(Entry(id: 1, title: "a", views: 1)) }
            #expect((owner as? NotNullConstraintError)?.column == "owner", "\(String(describing: owner))")
        }
    }

    #if MySQL
        @Test(arguments: TestEngine.everywhere.filter { $0.kind == .mysql })
        func `a column of another character set is read as what it means, and takes what it has`(_ engine: TestEngine)
            async throws
        {
            try await engine.withDatabase { database in
                try await database.script(
                    "CREATE TABLE entries (id INTEGER PRIMARY KEY AUTO_INCREMENT, "
                        + "title VARCHAR(9) CHARACTER SET latin1, views INTEGER)")
                try await database.script("INSERT INTO entries (title, views) VALUES (x'e4f6', 1)")
                var found = try await Entry.findAll().map(\.title)
                #expect(found == ["äö"])
                found = try await Entry.findAll { $0.where { $0.title == "äö" } }.map(\.title)
                #expect(found == ["äö"])
                let made = try await Entry.create(Entry(title: "ü", views: 2))
                #expect(made.title == "ü")
                let error = await thrown { _ = try await Entry.create(Entry(title: "💥", views: 3)) }
                #expect((error as? ValueTooLongError)?.column == "title", "\(String(describing: error))")
            }
        }

        @Test func `a server that keeps names in small letters`() async throws {
            let server = try #require(try await TestEngine.oddMySQL.server?.value)
            let url = server.url.withDatabase("Scaffold_Names")
            let engine = MySQLEngine(DatabaseConfiguration(url: url), logger: Logger(label: "tests"))
            #expect(try engine.create())
            #expect(try !engine.create())
            #expect(try engine.drop())
            #expect(try !engine.drop())
        }
    #endif
}

/// A model of few attributes, none of which may be null.
private struct Entry: Model {
    var id = 0
    var title: String
    var views: Int

    init(id: Int = 0, title: String, views: Int) {
        self.id = id
        self.title = title
        self.views = views
    }

    static let table = TableDefinition("entries", model: "Entry") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string, allowNull: false)
        $0.column("views", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Entry, Int>(0)
        let title = Column<Entry, String>(1)
        let views = Column<Entry, Int>(2)
    }

    static let columns = Columns()

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        views = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(title)
        values.append(views)
    }
}
