#if MySQL
    import CMySQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct MySQLTests {
        private func read<T: ColumnValue>(_ sql: String, _ values: Values = [], as type: T.Type) async throws -> T? {
            try await MySQLScratch.database { database in
                try await database.read { try $0.first(sql, values) { try $0[0] as T } }
            }
        }

        @Test func `every kind of value comes back as it went in`() async throws {
            try await MySQLScratch.database { database in
                func check<T: ColumnValue & Equatable>(_ value: T, _ type: ColumnType) async throws {
                    let table = database.dialect.quote("t_\(UUID().uuidString)")
                    try await database.execute("CREATE TABLE \(table) (v \(try database.dialect.type(type)))", [])
                    try await database.execute("INSERT INTO \(table) VALUES (?), (NULL)", [value.value])
                    let rows = try await database.read { try $0.all("SELECT v FROM \(table)") { try $0[0] as T? } }
                    #expect(rows == [value, nil])
                    let again = try await database.read {
                        try $0.first("SELECT v FROM \(table) WHERE v = ?", [value.value]) { try $0[0] as T }
                    }
                    if type != .json { #expect(again == value) }
                    let kept = try await database.read {
                        try $0.first("SELECT v FROM \(table) WHERE v IS NOT NULL") { try $0.value(at: 0) }
                    }
                    let back = try T.decode(Row(values: Values([kept ?? .null])), at: 0)
                    #expect(back == value)
                }
                try await check(Int.min, .bigint)
                try await check(Int64.max, .bigint)
                try await check(Int32.min, .integer)
                try await check(Int16.max, .smallint)
                try await check(-0.1, .double)
                try await check(1.0e-300, .float)
                try await check(Float(1.5), .float)
                try await check(true, .boolean)
                try await check(false, .boolean)
                try await check("", .string)
                try await check("Grüße, 世界 👩‍👩‍👧 ' \" ; -- \\ \\' ` % _", .text)
                try await check(String(repeating: "ä", count: 300), .text)
                try await check(String(repeating: "x", count: 70_000), .text)
                try await check(Date(timeIntervalSince1970: 1_763_631_000.123), .date)
                try await check(Date(timeIntervalSince1970: 253_402_300_799.999), .date)
                try await check(DateOnly("2024-02-29")!, .dateonly)
                try await check(TimeOfDay("23:59:59.999")!, .time)
                try await check(TimeOfDay("00:00")!, .time)
                try await check(UUID(), .uuid)
                try await check([UInt8]([]), .blob)
                try await check([UInt8]([0, 255, 0]), .blob)
                try await check([UInt8](repeating: 7, count: 17_000), .blob)
                try await check(Data([1, 0, 2]), .blob)
                try await check("{\"a\": [1, 2]}", .json)
                for text in ["0", "12.10", "-0.001", "999999999999.999", "9223372036854775807", "-1e-10"] {
                    try await check(Decimal(string: text)!, .decimal)
                    try await check(Decimal(string: text)!, .decimal(38, 18))
                }
                try await check(Decimal(string: "12345678901234567890123456789012.345678")!, .decimal(38, 6))
            }
        }

        @Test func `values come back from an expression too`() async throws {
            func check<T: ColumnValue & Equatable>(_ value: T) async throws {
                #expect(try await read("SELECT ?", [value.value], as: T.self) == value)
            }
            try await check(7)
            try await check(-0.1)
            try await check(true)
            try await check("Grüße")
            try await check(Date(timeIntervalSince1970: 1_763_631_000.123))
            try await check(DateOnly("2024-02-29")!)
            try await check(TimeOfDay("23:59:59.999")!)
            try await check([UInt8]([0, 255, 0]))
            try await check(Decimal(string: "12.34")!)
            #expect(try await read("SELECT ?", [.null], as: Int?.self) == .some(.none))
        }

        @Test func `numbers of every width, signed and not, to their ends`() async throws {
            func check<T: ColumnValue & Equatable>(_ type: String, _ text: String, _ value: T) async throws {
                try await MySQLScratch.database { database in
                    try await database.script("CREATE TABLE n (v \(type)); INSERT INTO n VALUES (\(text))")
                    let found = try await database.read { try $0.first("SELECT v FROM n") { try $0[0] as T } }
                    #expect(found == value)
                }
            }
            try await check("TINYINT", "-128", -128)
            try await check("TINYINT UNSIGNED", "255", 255)
            try await check("SMALLINT", "-32768", -32768)
            try await check("SMALLINT UNSIGNED", "65535", 65535)
            try await check("MEDIUMINT", "-8388608", -8_388_608)
            try await check("MEDIUMINT UNSIGNED", "16777215", 16_777_215)
            try await check("INT", "-2147483648", -2_147_483_648)
            try await check("INT UNSIGNED", "4294967295", 4_294_967_295)
            try await check("BIGINT UNSIGNED", "9223372036854775807", Int.max)
            try await check("BIGINT UNSIGNED", "18446744073709551615", Decimal(string: "18446744073709551615")!)
            try await check("BIGINT UNSIGNED", "18446744073709551615", 18446744073709551615.0)
            try await check("YEAR", "2026", 2026)
            try await check("BIT(1)", "b'1'", true)
            try await check("BIT(12)", "b'100000000001'", 2049)
            try await check("DECIMAL(10,2)", "12.00", 12)
            try await check("DECIMAL(10,2)", "-12.50", -12.5)
            try await check("FLOAT", "0.1", Decimal(string: "0.1")!)
            try await check("DOUBLE", "0.1", Decimal(string: "0.1")!)
        }

        @Test func `what does not fit is refused on the way out`() async throws {
            func refuses<T: ColumnValue>(_ sql: String, as type: T.Type) async {
                let error = await #expect(throws: ColumnDecodingError.self) { _ = try await read(sql, as: type) }
                #expect(error?.column == "v")
            }
            await refuses("SELECT 40000 AS v", as: Int16.self)
            await refuses("SELECT 1 << 40 AS v", as: Int32.self)
            await refuses("SELECT 18446744073709551615 AS v", as: Int.self)
            await refuses("SELECT 1e300 AS v", as: Int.self)
            await refuses("SELECT 1.5 AS v", as: Int.self)
            await refuses("SELECT 'x' AS v", as: Int.self)
            await refuses("SELECT '1' AS v", as: Int.self)
            await refuses("SELECT NULL AS v", as: Int.self)
            await refuses("SELECT NULL AS v", as: String.self)
            await refuses("SELECT 2 AS v", as: Bool.self)
            await refuses("SELECT 'true' AS v", as: Bool.self)
            await refuses("SELECT x'C328' AS v", as: String.self)
            await refuses("SELECT 1 AS v", as: String.self)
            await refuses("SELECT 'no-uuid' AS v", as: UUID.self)
            await refuses("SELECT '1.2.3' AS v", as: Decimal.self)
            await refuses("SELECT CAST('24:00:00' AS TIME) AS v", as: TimeOfDay.self)
            await refuses("SELECT CAST('-01:00:00' AS TIME) AS v", as: TimeOfDay.self)
            await refuses("SELECT CAST('838:00:00' AS TIME) AS v", as: TimeOfDay.self)
            await refuses("SELECT CAST('2026-01-01 10:00:00' AS DATETIME) AS v", as: DateOnly.self)
        }

        @Test func `a date of zeros is a typed error`() async throws {
            try await MySQLScratch.database { database in
                try await database.script(
                    "SET sql_mode = ''; CREATE TABLE d (day DATE, at DATETIME(3)); INSERT INTO d VALUES (0, 0), ('2026-00-00', '2026-11-00 10:00:00')"
                )
                try await database.read { connection in
                    try connection.query("SELECT day, at FROM d", []) { row in
                        #expect(throws: ColumnDecodingError.self) { _ = try row[0] as DateOnly }
                        #expect(throws: ColumnDecodingError.self) { _ = try row[1] as Date }
                        #expect(throws: ColumnDecodingError.self) { _ = try row.value(at: 1) }
                    }
                }
            }
        }

        @Test func `what cannot be kept is refused on the way in`() async throws {
            func refuses(_ value: Value) async {
                await #expect(throws: ValueError.self) { _ = try await read("SELECT ?", [value], as: String?.self) }
            }
            await refuses(.text("a\0b"))
            await refuses(.double(.nan))
            await refuses(.double(.infinity))
            await refuses(.date(Date(timeIntervalSince1970: .nan)))
            await refuses(.date(Date(timeIntervalSince1970: 253_402_300_800)))
            await refuses(.decimal(.nan))
        }

        @Test func `a cell that is not there is null, and an error where null is none`() async throws {
            try await MySQLScratch.database { database in
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

        @Test func `the wrong number of values is an error`() async throws {
            for values in [Values([]), [1, 2]] {
                await #expect(throws: DatabaseError.self) { _ = try await read("SELECT ?", values, as: Int.self) }
            }
        }

        @Test(arguments: ["", "   ", ";", "SELECT 1; SELECT 2", "SELECT 1\0", "SELEC 1"])
        func `what is not one statement is refused`(sql: String) async throws {
            await #expect(throws: DatabaseError.self) { _ = try await read(sql, as: Int.self) }
            await #expect(throws: DatabaseError.self) {
                try await MySQLScratch.database { try await $0.execute(sql, []) }
            }
        }

        @Test func `sums and averages are numbers`() async throws {
            try await MySQLScratch.database { database in
                try await database.script("CREATE TABLE n (i INT, b BIGINT); INSERT INTO n VALUES (1, 2), (3, 4)")
                try await database.read { connection in
                    try connection.query("SELECT SUM(i), SUM(b), AVG(i), COUNT(*), MIN(i) FROM n", []) { row in
                        let sums = (try row[0] as Int, try row[1] as Decimal, try row[2] as Double, try row[2] as Int)
                        #expect(sums == (4, 6, 2, 2))
                        let others = (try row[3] as Int, try row[4] as Int)
                        #expect(others == (2, 1))
                    }
                }
            }
        }

        @Test func `constraints are typed errors that name the column and show no value`() async throws {
            try await MySQLScratch.database { database in
                try await database.script(
                    """
                    CREATE TABLE users (id INT PRIMARY KEY AUTO_INCREMENT, email VARCHAR(20) NOT NULL UNIQUE,
                        first VARCHAR(9), last VARCHAR(9), age TINYINT, born DATE, role VARCHAR(9) NOT NULL DEFAULT 'a',
                        CONSTRAINT users_role_check CHECK (role IN ('a', 'b')), UNIQUE names (first, last));
                    CREATE TABLE posts (userId INT NOT NULL, CONSTRAINT posts_user FOREIGN KEY (userId) REFERENCES users (id));
                    INSERT INTO users (id, email, first, last) VALUES (1, 'a@b', 'x', 'y');
                    INSERT INTO posts VALUES (1);
                    """)
                func failure(_ sql: String, _ values: Values = ["secret"]) async -> (any Error)? {
                    do {
                        try await database.execute(sql, values)
                        return nil
                    } catch {
                        #expect(!"\(error)".contains("secret"), "\(error)")
                        return error
                    }
                }
                try await database.execute("INSERT INTO `users` (`email`) VALUES (?)", ["secret"])
                let email = await failure("INSERT INTO `users` (`email`) VALUES (?)") as? UniqueConstraintError
                #expect(email?.columns == ["email"])
                #expect(email?.table == "users")
                let names =
                    await failure("INSERT INTO users (email, first, last) VALUES (?, 'x', 'y')", ["secret 2"])
                    as? UniqueConstraintError
                #expect(names?.columns == ["first", "last"])
                let key = await failure("INSERT INTO `users` (id, email) VALUES (1, ?)") as? UniqueConstraintError
                #expect(key?.columns == ["id"])
                let null =
                    await failure("INSERT INTO `users` (email, first) VALUES (NULL, ?)") as? NotNullConstraintError
                #expect(null?.column == "email")
                let missing = await failure("INSERT INTO `users` (first) VALUES (?)") as? NotNullConstraintError
                #expect(missing?.column == "email")
                let check = await failure("INSERT INTO users (email, role) VALUES ('q', ?)") as? CheckConstraintError
                #expect(check?.constraint == "users_role_check")
                let reference = await failure("INSERT INTO posts VALUES (?)", [77]) as? ForeignKeyConstraintError
                #expect(reference?.constraint == "posts_user")
                #expect(reference?.table == "posts")
                #expect(await failure("DELETE FROM users WHERE id = ?", [1]) is ForeignKeyConstraintError)
                let long = await failure("UPDATE users SET email = REPEAT(?, 9)") as? ValueTooLongError
                #expect(long?.column == "email")
                let range = await failure("UPDATE users SET age = ? WHERE id = 1", [1000]) as? ValueTooLongError
                #expect(range?.column == "age")
                let number = await failure("UPDATE users SET age = ?") as? ValueTooLongError
                #expect(number?.column == "age")
                #expect((await failure("UPDATE users SET born = ?") as? ValueTooLongError)?.column == "born")
                let nowhere = await failure("INSERT INTO nowhere VALUES (?)") as? DatabaseError
                #expect(nowhere?.code == 1146)
                #expect(nowhere?.state == "42S02")
            }
        }

        @Test func `what a statement did`() async throws {
            try await MySQLScratch.database { database in
                try await database.execute("CREATE TABLE items (id INT PRIMARY KEY AUTO_INCREMENT, n INT)", [])
                func run(_ sql: String, _ values: Values = []) async throws -> Execution {
                    try await database.write { try $0.execute(sql, values) }
                }
                let insert = try await run("INSERT INTO items (n) VALUES (1), (2), (?)", [3])
                #expect(insert == Execution(rowsAffected: 3, lastInsertID: 1))
                #expect(try await run("INSERT INTO items (n) VALUES (1), (2)").lastInsertID == 4)
                #expect(try await run("UPDATE items SET n = 0 WHERE id > ?", [1]).rowsAffected == 4)
                // found, though not changed
                #expect(try await run("UPDATE items SET n = 0 WHERE id > ?", [1]).rowsAffected == 4)
                #expect(try await run("UPDATE items SET n = 0 WHERE id > 1").rowsAffected == 4)
                #expect(try await run("DELETE FROM items WHERE id = 99").rowsAffected == 0)
                #expect(try await run("CREATE TABLE others (id INTEGER)").rowsAffected == 0)
                #expect(try await run("SELECT * FROM items").rowsAffected == 0)
            }
        }

        @Test func `statements are kept, up to a bound, and the same text works inside of its own rows`() async throws {
            let settings = DatabaseConfiguration(url: .memory, connections: 1, statementCacheSize: 5)
            try await MySQLScratch.database(settings) { database in
                @Sendable func kept(_ connection: any Connection) throws -> Int {
                    let counts = try connection.all(
                        "SHOW SESSION STATUS WHERE variable_name IN ('Com_stmt_prepare', 'Com_stmt_close')"
                    ) { (name: try $0[0] as String, count: Int(try $0[1] as String) ?? 0) }
                    return counts.reduce(0) { $0 + ($1.name == "Com_stmt_prepare" ? $1.count : -$1.count) }
                }
                try await database.read { connection in
                    for number in 0..<50 {
                        for _ in 0..<2 {
                            let read = try connection.first("SELECT \(number)") { try $0[0] as Int }
                            #expect(read == number)
                        }
                    }
                    #expect((1...6).contains(try kept(connection)))
                    var seen: [Int] = []
                    let numbers = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT ?"
                    try connection.query(numbers, [3]) { outer in
                        try connection.query(numbers, [30]) { _ in }
                        seen.append(try outer[0])
                    }
                    #expect(seen == [1, 2, 3])
                }
            }
        }

        @Test func `a statement survives a change of its table`() async throws {
            try await MySQLScratch.database { database in
                try await database.script("CREATE TABLE items (id INTEGER); INSERT INTO items VALUES (1)")
                @Sendable func row() async throws -> [Value]? {
                    try await database.read { connection in
                        try connection.first("SELECT * FROM items WHERE 1 = ?", [1]) { row in
                            try (0..<row.count).map { try row.value(at: $0) }
                        }
                    }
                }
                #expect(try await row() == [1])
                try await database.execute("ALTER TABLE items ADD COLUMN name VARCHAR(9) DEFAULT 'x'", [])
                #expect(try await row() == [1, "x"])
                try await database.execute("ALTER TABLE items MODIFY COLUMN id VARCHAR(9)", [])
                #expect(try await row() == ["1", "x"])
                try await database.execute("ALTER TABLE items DROP COLUMN name", [])
                #expect(try await row() == ["1"])
            }
        }

        @Test func `a script stops at the statement that fails, and says which`() async throws {
            try await MySQLScratch.database { database in
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.script(
                        "CREATE TABLE a (id INT);\nSELECT 1;\nSELECT * FROM b; CREATE TABLE c (id INT)")
                }
                #expect(error?.message.hasPrefix("statement 3: ") == true)
                let rows = try await database.count("a")
                #expect(rows == 0)
                await #expect(throws: DatabaseError.self) { _ = try await database.count("c") }
                // What is sent alone is one statement.
                await #expect(throws: DatabaseError.self) { try await database.execute("SELECT 1; SELECT 2", []) }
            }
        }

        @Test func `identifiers and literals cannot break out of their quotes`() async throws {
            let dialect = MySQLDialect()
            #expect(dialect.quote("a`b") == "`a``b`")
            for text in ["it's; -- \"x\"", "\\", "\\'", "'; DROP TABLE x; -- ", "a\nb\tc\u{1a}", "%_\\%", ""] {
                #expect(try await read("SELECT " + dialect.literal(.text(text)), as: String.self) == text)
            }
            #expect(try await read("SELECT " + dialect.literal(.blob([0, 255])), as: [UInt8].self) == [0, 255])
            #expect(throws: ValueError.self) { try dialect.literal(.text("a\0")) }
            try await MySQLScratch.database { database in
                let table = dialect.quote("odd `table`; DROP \\ \" '")
                try await database.execute("CREATE TABLE \(table) (\(dialect.quote("a`b?")) TEXT)", [])
                let rows = try await database.count(table)
                #expect(rows == 0)
                try await database.execute("INSERT INTO \(table) (\(dialect.quote("a`b?"))) VALUES (?)", ["x"])
                let one = try await database.count(table)
                #expect(one == 1)
            }
        }
    }
#endif
