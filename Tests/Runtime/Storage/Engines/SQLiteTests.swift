import CSQLite
import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct SQLiteTests {
    private func read<T: ColumnValue>(_ sql: String, _ values: Values = [], as type: T.Type) async throws -> T? {
        try await Scratch.memory { database in
            try await database.read { try $0.first(sql, values) { try $0[0] as T } }
        }
    }

    @Test func `every kind of value comes back as it went in`() async throws {
        func check<T: ColumnValue & Equatable>(_ value: T) async throws {
            #expect(try await read("SELECT ?", [value.value], as: T.self) == value)
            #expect(try await read("SELECT ?", [value.value], as: T?.self) == .some(.some(value)))
        }
        try await check(Int.min)
        try await check(Int64.max)
        try await check(Int32.min)
        try await check(Int16.max)
        try await check(-0.1)
        try await check(Float(1.5))
        try await check(true)
        try await check(false)
        try await check("")
        try await check("Grüße, 世界 👩‍👩‍👧 ' \" ; --")
        try await check(Date(timeIntervalSince1970: 1_763_631_000.123))
        try await check(Date(timeIntervalSince1970: -62_167_219_200))
        try await check(DateOnly("2024-02-29")!)
        try await check(TimeOfDay("23:59:59.999")!)
        try await check(UUID())
        try await check([UInt8]([]))
        try await check([UInt8]([0, 255, 0]))
        try await check(Data([1, 0, 2]))
        for text in ["0", "12.10", "-0.001", "999999999999.999", "9223372036854775807", "-1e-10"] {
            try await check(Decimal(string: text)!)
        }
        #expect(try await read("SELECT ?", [.null], as: Int?.self) == .some(.none))
    }

    @Test func `dates are kept as Sequelize keeps them, and SQLite's shorter form is read`() async throws {
        let date = Date(timeIntervalSince1970: 1_763_631_000)
        #expect(try await read("SELECT ?", [.date(date)], as: String.self) == "2025-11-20 09:30:00.000 +00:00")
        for text in ["2025-11-20 09:30:00", "2025-11-20T09:30:00Z", "2025-11-20 10:30:00.000 +01:00"] {
            #expect(try await read("SELECT ?", [.text(text)], as: Date.self) == date)
        }
        _ = try #require(try await read("SELECT CURRENT_TIMESTAMP", as: Date.self))
    }

    @Test(arguments: [
        "", "xyzzy", "2025-13-01 00:00:00", "2025-02-29", "2025-11-20 25:00:00", "2025-11-20 09:30:00 +1",
    ])
    func `a text that is no date is a typed error that names the column and not the value`(text: String) async throws {
        let error = await #expect(throws: ColumnDecodingError.self) {
            _ = try await read("SELECT ? AS createdAt", [.text(text)], as: Date.self)
        }
        #expect(error?.column == "createdAt")
        #expect(error?.found == .text)
        #expect(text.isEmpty || error?.description.contains(text) == false)
    }

    @Test func `what does not fit is refused on the way out`() async throws {
        func refuses<T: ColumnValue>(_ sql: String, as type: T.Type) async {
            await #expect(throws: ColumnDecodingError.self) { _ = try await read(sql, as: type) }
        }
        await refuses("SELECT 40000", as: Int16.self)
        await refuses("SELECT 1 << 40", as: Int32.self)
        await refuses("SELECT 1e300", as: Int.self)
        await refuses("SELECT 1.5", as: Int.self)
        await refuses("SELECT 'x'", as: Int.self)
        await refuses("SELECT NULL", as: Int.self)
        await refuses("SELECT NULL", as: String.self)
        await refuses("SELECT 2", as: Bool.self)
        await refuses("SELECT 'true'", as: Bool.self)
        await refuses("SELECT CAST(x'C328' AS TEXT)", as: String.self)
        await refuses("SELECT x'00'", as: String.self)
        await refuses("SELECT 'no-uuid'", as: UUID.self)
        await refuses("SELECT '1.2.3'", as: Decimal.self)
        await refuses("SELECT 'gone'", as: Colour.self)
        await refuses("SELECT 9e999", as: Decimal.self)
    }

    @Test func `what cannot be kept is refused on the way in`() async throws {
        func refuses(_ value: Value) async {
            await #expect(throws: ValueError.self) { _ = try await read("SELECT ?", [value], as: String?.self) }
        }
        await refuses(.text("a\0b"))
        await refuses(.double(.nan))
        await refuses(.date(Date(timeIntervalSince1970: .nan)))
        await refuses(.date(Date(timeIntervalSince1970: .infinity)))
        await refuses(.date(Date(timeIntervalSince1970: 253_402_300_800)))
        await refuses(.decimal(Decimal(string: "1234567890.1234567")!))
        await refuses(.decimal(.nan))
    }

    @Test func `a cell that is not there is null, and an error where null is none`() async throws {
        try await Scratch.memory { database in
            try await database.read { connection in
                try connection.query("SELECT 1", []) { row in
                    #expect(row.isNull(1))
                    #expect(row.isNull(.max))
                    #expect(throws: ColumnDecodingError.self) { _ = try row[5] as Int }
                    #expect(throws: ColumnDecodingError.self) { _ = try row[-1] as String }
                }
            }
        }
    }

    @Test func `a row seen from a later cell on`() async throws {
        try await Scratch.memory { database in
            try await database.read { connection in
                try connection.query("SELECT 1, 'a', NULL, 2", []) { row in
                    let (text, number): (String, Int) = (try row.from(1)[0], try row.from(1).from(2)[0])
                    #expect(text == "a")
                    #expect(number == 2)
                    #expect(row.from(2).isNull(0))
                    #expect(row.from(1).count == 3)
                }
            }
        }
    }

    @Test func `the wrong number of values is an error`() async throws {
        for values in [Values([]), [1, 2]] {
            await #expect(throws: DatabaseError.self) { _ = try await read("SELECT ?", values, as: Int.self) }
        }
    }

    @Test(arguments: ["", "   ", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1\0", "SELEC 1"])
    func `what is not one statement is refused`(sql: String) async throws {
        await #expect(throws: DatabaseError.self) { _ = try await read(sql, as: Int.self) }
    }

    @Test func `constraints are typed errors`() async throws {
        try await Scratch.memory { database in
            try await database.script(
                """
                CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, first TEXT, last TEXT,
                    role TEXT CHECK (role IN ('a', 'b')), UNIQUE (first, last));
                CREATE UNIQUE INDEX lower_email ON users (lower(email));
                CREATE TABLE posts (userId INTEGER REFERENCES users (id));
                INSERT INTO users VALUES (1, 'a@b', 'x', 'y', 'a');
                """)
            func failure(_ sql: String) async -> (any Error)? {
                do {
                    try await database.execute(sql, [])
                    return nil
                } catch { return error }
            }
            let email = await failure("INSERT INTO users VALUES (2, 'a@b', 'q', 'q', 'a')") as? UniqueConstraintError
            #expect(email?.columns == ["email"] || email?.constraint == "lower_email")
            let names = await failure("INSERT INTO users VALUES (2, 'c@d', 'x', 'y', 'a')") as? UniqueConstraintError
            #expect(names?.table == "users")
            #expect(names?.columns == ["first", "last"])
            let lower = await failure("INSERT INTO users VALUES (2, 'A@B', 'q', 'q', 'a')") as? UniqueConstraintError
            #expect(lower?.constraint == "lower_email")
            let key = await failure("INSERT INTO users VALUES (1, 'c@d', 'q', 'q', 'a')") as? UniqueConstraintError
            #expect(key?.columns == ["id"])
            let null = await failure("INSERT INTO users (id) VALUES (2)") as? NotNullConstraintError
            #expect(null?.column == "email")
            #expect(null?.table == "users")
            #expect(await failure("INSERT INTO users VALUES (2, 'c@d', 'q', 'q', 'z')") is CheckConstraintError)
            #expect(await failure("INSERT INTO posts VALUES (77)") is ForeignKeyConstraintError)
            #expect(await failure("INSERT INTO nowhere VALUES (77)") is DatabaseError)
        }
    }

    @Test func `no error shows a bound value`() async throws {
        try await Scratch.memory { database in
            try await database.execute("CREATE TABLE users (email TEXT UNIQUE)")
            try await database.execute("INSERT INTO users VALUES (?)", ["secret"])
            let error = await #expect(throws: UniqueConstraintError.self) {
                try await database.execute("INSERT INTO users VALUES (?)", ["secret"])
            }
            #expect(error?.description.contains("secret") == false)
            #expect(error?.description.contains("INSERT INTO users") == true)
        }
    }

    @Test func `what a statement did`() async throws {
        try await Scratch.memory { database in
            try await database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, n INTEGER)")
            let insert = try await database.write { try $0.execute("INSERT INTO items (n) VALUES (1), (2), (3)", []) }
            #expect(insert == Execution(rowsAffected: 3, lastInsertID: 3))
            let update = try await database.write { try $0.execute("UPDATE items SET n = 0 WHERE id > ?", [1]) }
            #expect(update.rowsAffected == 2)
            let none = try await database.write { try $0.execute("DELETE FROM items WHERE id = 99", []) }
            #expect(none.rowsAffected == 0)
            let table = try await database.write { try $0.execute("CREATE TABLE others (id INTEGER)", []) }
            #expect(table.rowsAffected == 0)
        }
    }

    @Test func `statements are kept, up to a bound, and the same text works inside of its own rows`() async throws {
        try await Scratch.file(DatabaseConfiguration(url: .memory, statementCacheSize: 5)) { database in
            try await database.read { connection in
                for number in 0..<50 {
                    for _ in 0..<2 {
                        let read = try connection.first("SELECT \(number)") { try $0[0] as Int }
                        #expect(read == number)
                    }
                }
                var seen = 0
                let numbers = "WITH n(i) AS (VALUES (1), (2), (3)) SELECT i FROM n"
                try connection.query(numbers, []) { _ in try connection.query(numbers, []) { _ in seen += 1 } }
                #expect(seen == 9)
            }
        }
    }

    @Test func `long texts of one length are told apart, wherever they differ`() async throws {
        try await Scratch.memory { database in
            try await database.read { connection in
                for place in 0..<200 {
                    var text = String(repeating: "a", count: 200)
                    let index = text.index(text.startIndex, offsetBy: place)
                    text.replaceSubrange(index...index, with: "b")
                    for _ in 0..<2 {
                        let found = try connection.first("SELECT '\(text)'") { try $0[0] as String }
                        #expect(found == text)
                    }
                }
            }
        }
    }

    @Test func `a statement survives a change of its table`() async throws {
        try await Scratch.file { database in
            try await database.script("CREATE TABLE items (id INTEGER); INSERT INTO items VALUES (1)")
            @Sendable func columns() async throws -> Int? {
                try await database.read { try $0.first("SELECT * FROM items") { $0.count } }
            }
            #expect(try await columns() == 1)
            try await database.execute("ALTER TABLE items ADD COLUMN name TEXT")
            #expect(try await columns() == 2)
        }
    }

    @Test(arguments: [
        ("Grüße", "GRÜSSE", false), ("Grüße", "grÜß", true), ("ÉCOLE", "école", true), ("ПРИВЕТ", "привет", true),
        ("100% sure", "0% S", true), ("100 sure", "0% s", false), ("a_b", "A_B", true), ("axb", "a_b", false),
        ("abc", "", true), ("", "a", false), ("aab", "ab", true), ("plain", "é", false),
    ])
    func `contains folds letters of every alphabet and takes no character for a pattern`(
        text: String, part: String, expected: Bool
    ) async throws {
        let condition = SQLiteDialect().match("?", .contains, "?", folding: true)
        #expect(try await read("SELECT \(condition)", [.text(text), .text(part)], as: Bool.self) == expected)
    }

    @Test func `starts, ends, and letters as they are`() async throws {
        func holds(_ text: String, _ relation: TextRelation, _ part: String, folding: Bool) async throws -> Bool? {
            let condition = SQLiteDialect().match("?", relation, "?", folding: folding)
            return try await read("SELECT \(condition)", [.text(text), .text(part)], as: Bool.self)
        }
        #expect(try await holds("Ähre", .startsWith, "ä", folding: true) == true)
        #expect(try await holds("Ähre", .startsWith, "ä", folding: false) == false)
        #expect(try await holds("Ähre", .endsWith, "RE", folding: true) == true)
        #expect(try await holds("Ähre", .contains, "hr", folding: false) == true)
        #expect(try await holds("Ähre", .startsWith, "hr", folding: true) == false)
        #expect(try await read("SELECT scaffold_match(NULL, 'a', 0)", as: Bool?.self) == .some(nil))
        #expect(try await read("SELECT scaffold_fold('ÄB')", as: String.self) == "äb")
        #expect(try await read("SELECT scaffold_fold('')", as: String.self) == "")
    }

    @Test func `identifiers and literals cannot break out of their quotes`() async throws {
        let dialect = SQLiteDialect()
        #expect(dialect.quote("a\"b") == "\"a\"\"b\"")
        let text = "it's; -- \"x\""
        #expect(try await read("SELECT " + dialect.literal(.text(text)), as: String.self) == text)
        #expect(try await read("SELECT " + dialect.literal(.blob([0, 255])), as: [UInt8].self) == [0, 255])
        #expect(throws: ValueError.self) { try dialect.literal(.text("a\0")) }
        try await Scratch.memory { database in
            let table = dialect.quote("odd \"table\"; DROP")
            try await database.script("CREATE TABLE \(table) (\(dialect.quote("a\"b")) TEXT)")
            let rows = try await database.count(table)
            #expect(rows == 0)
        }
    }

    @Test func `an enumeration reads its raw values`() async throws {
        #expect(try await read("SELECT 'green'", as: Colour.self) == .green)
        #expect(try await read("SELECT ?", [Colour.red.value], as: String.self) == "red")
        #expect(try await read("SELECT NULL", as: Colour?.self) == .some(nil))
    }
}

private enum Colour: String, Enumeration {
    case red, green
}
