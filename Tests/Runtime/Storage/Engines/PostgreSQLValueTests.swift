#if PostgreSQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct PostgreSQLValueTests {
        /// Writes a value into a column of a type and reads it back.
        private func stored<T: ColumnValue & Equatable>(
            _ value: Value, in type: String, as: T.Type, _ connection: any Connection
        ) throws -> T? {
            try connection.run(script: "DROP TABLE IF EXISTS kept; CREATE TABLE kept (cell \(type))")
            try connection.execute("INSERT INTO kept VALUES ($1) -- \(type)", [value])
            return try connection.first("SELECT cell FROM kept") { try $0[0] as T }
        }

        @Test func `every kind of value comes back as it went in`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.write { connection in
                    func check<T: ColumnValue & Equatable>(_ value: T, _ type: String) throws {
                        let read = try stored(value.value, in: type, as: T.self, connection)
                        #expect(read == value, "\(type)")
                        let kept = try connection.first("SELECT cell FROM kept") { try $0.value(at: 0) }
                        #expect(kept == value.value, "\(type)")
                    }
                    try check(Int.min, "bigint")
                    try check(Int64.max, "bigint")
                    try check(Int32.min, "integer")
                    try check(Int16.max, "smallint")
                    try check(-0.1, "double precision")
                    try check(Double.infinity, "double precision")
                    try check(Float(1.5), "real")
                    try check(true, "boolean")
                    try check(false, "boolean")
                    for type in ["text", "varchar(99)", "jsonb"] { try check("[1, \"Grüße, 世界 👩‍👩‍👧 ' ; --\"]", type) }
                    try check("", "text")
                    for time in [1_763_631_000.123, 0, -62_167_219_200, 253_402_300_799.999, 946_684_799.999, -0.001] {
                        try check(Date(timeIntervalSince1970: time), "timestamptz(3)")
                        try check(Date(timeIntervalSince1970: time), "timestamp(3)")
                    }
                    for day in ["2024-02-29", "0000-01-01", "9999-12-31", "1999-12-31"] {
                        try check(DateOnly(day)!, "date")
                    }
                    try check(TimeOfDay("23:59:59.999")!, "time(3)")
                    try check(TimeOfDay("00:00")!, "time(3)")
                    try check(UUID(), "uuid")
                    try check([UInt8]([]), "bytea")
                    try check([UInt8]([0, 255, 0]), "bytea")
                    for text in [
                        "0", "12.1", "-0.001", "999999999999.999", "9223372036854775807", "-0.0000000001", "10000",
                        "0.00010001",
                        "12345678901234567890123456789012345678", "-1.2345678901234567890123456789012345678", "1e30",
                    ] {
                        try check(Decimal(string: text)!, "numeric")
                    }
                    try check(Decimal(string: "12.1")!, "numeric(10, 4)")
                }
            }
        }

        @Test func `a value goes where nothing of it is lost, and nowhere else`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.write { connection in
                    #expect(try stored(5, in: "text", as: String.self, connection) == "5")
                    #expect(try stored(5, in: "numeric", as: Decimal.self, connection) == 5)
                    #expect(try stored(5, in: "double precision", as: Double.self, connection) == 5)
                    #expect(try stored(1, in: "boolean", as: Bool.self, connection) == true)
                    #expect(try stored(true, in: "integer", as: Int.self, connection) == 1)
                    #expect(try stored(.double(2), in: "integer", as: Int.self, connection) == 2)
                    #expect(try stored("12.50", in: "numeric", as: Decimal.self, connection) == Decimal(string: "12.5"))
                    let uuid = UUID()
                    #expect(try stored(.text(uuid.uuidString), in: "uuid", as: UUID.self, connection) == uuid)
                    #expect(try stored(.uuid(uuid), in: "text", as: UUID.self, connection) == uuid)
                    #expect(
                        try stored("2024-02-29", in: "date", as: DateOnly.self, connection) == DateOnly("2024-02-29"))
                    func refuses(_ value: Value, in type: String) throws {
                        try connection.run(script: "DROP TABLE IF EXISTS kept; CREATE TABLE kept (cell \(type))")
                        let error = #expect(throws: ValueError.self) {
                            try connection.execute("INSERT INTO kept VALUES ($1) -- \(type)", [value])
                        }
                        #expect(error?.kind == value.kind)
                        #expect(try connection.first("SELECT 1 FROM kept") { _ in true } == nil)
                    }
                    try refuses("5", in: "integer")
                    try refuses("true", in: "boolean")
                    try refuses("x", in: "numeric")
                    try refuses("NaN", in: "numeric")
                    try refuses(2, in: "boolean")
                    try refuses(.double(1.5), in: "integer")
                    try refuses(.double(.nan), in: "double precision")
                    try refuses(.double(.infinity), in: "numeric")
                    try refuses(.integer(.max), in: "double precision")
                    try refuses(.decimal(Decimal(string: "0.12345678901234567890")!), in: "double precision")
                    try refuses(.decimal(.nan), in: "numeric")
                    try refuses(.text("a\0b"), in: "text")
                    try refuses(.text("\"\0\""), in: "jsonb")
                    try refuses(.blob([1]), in: "text")
                    try refuses(1, in: "bytea")
                    try refuses(1, in: "timestamptz")
                    try refuses(.date(.now), in: "date")
                    try refuses(.date(.now), in: "uuid")
                    for time in [Double.nan, .infinity, 253_402_300_800, -62_167_219_201] {
                        try refuses(.date(Date(timeIntervalSince1970: time)), in: "timestamptz")
                    }
                }
            }
        }

        @Test func `an integer beyond its column is refused in writing, and finds nothing`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.execute("CREATE TABLE items (id integer PRIMARY KEY, small smallint)")
                try await database.execute("INSERT INTO items VALUES (1, 1)")
                try await database.write { connection in
                    for _ in 0..<2 {
                        #expect(throws: ValueTooLongError.self) {
                            try connection.execute("INSERT INTO items VALUES ($1, $2)", [5_000_000_000, 1])
                        }
                        #expect(throws: ValueTooLongError.self) {
                            try connection.execute("INSERT INTO items VALUES ($1, $2)", [5, 40_000])
                        }
                        let found = try connection.all(
                            "SELECT id FROM items WHERE id IN ($1, $2) AND small < $3",
                            [5_000_000_000, 1, .integer(.max)]
                        ) { try $0[0] as Int }
                        #expect(found == [1])
                    }
                    #expect(throws: ValueError.self) {
                        try connection.execute("SELECT repeat('a', $1)", [5_000_000_000])
                    }
                }
            }
        }

        @Test func `what does not fit is refused on the way out`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.read { connection in
                    func refuses<T: ColumnValue>(_ sql: String, as type: T.Type, _ found: ValueKind) {
                        let error = #expect(throws: ColumnDecodingError.self) {
                            _ = try connection.first("SELECT \(sql) AS cell") { try $0[0] as T }
                        }
                        #expect(error?.column == "cell")
                        #expect(error?.found == found, "\(sql)")
                    }
                    refuses("40000", as: Int16.self, .integer)
                    refuses("1::bigint << 40", as: Int32.self, .integer)
                    refuses("1e300::float8", as: Int.self, .double)
                    refuses("1.5", as: Int.self, .decimal)
                    refuses("9223372036854775808", as: Int.self, .decimal)
                    refuses("'x'::text", as: Int.self, .text)
                    refuses("NULL::integer", as: Int.self, .null)
                    refuses("NULL", as: String.self, .null)
                    refuses("2", as: Bool.self, .integer)
                    refuses("'true'::text", as: Bool.self, .text)
                    refuses("5", as: String.self, .integer)
                    refuses("'NaN'::numeric", as: Decimal.self, .decimal)
                    refuses("'NaN'::numeric", as: Double.self, .decimal)
                    refuses("'-Infinity'::numeric", as: Decimal.self, .decimal)
                    refuses("'NaN'::float8", as: Decimal.self, .double)
                    refuses("repeat('1', 39)::numeric", as: Decimal.self, .decimal)
                    refuses("'infinity'::timestamptz", as: Date.self, .date)
                    refuses("'-infinity'::timestamp", as: Date.self, .date)
                    refuses("'10000-01-01'::timestamptz", as: Date.self, .date)
                    refuses("'0001-01-01 BC'::timestamptz - interval '1 day'", as: Date.self, .date)
                    refuses("'infinity'::date", as: DateOnly.self, .dateOnly)
                    refuses("'infinity'::date", as: Date.self, .dateOnly)
                    refuses("'12000-01-01'::date", as: DateOnly.self, .dateOnly)
                    refuses("'24:00'::time", as: TimeOfDay.self, .time)
                    refuses("'x'::text", as: UUID.self, .text)
                    refuses("'gone'::text", as: Colour.self, .text)
                    refuses("'192.168.0.1'::inet", as: String.self, .blob)
                    refuses("ARRAY[1, 2]", as: String.self, .blob)
                    refuses("interval '1 day'", as: TimeOfDay.self, .blob)
                    // And as a value of its own.
                    for sql in ["'NaN'::numeric", "'infinity'::timestamptz", "'24:00'::time", "ARRAY[1]"] {
                        #expect(throws: ColumnDecodingError.self) {
                            _ = try connection.first("SELECT \(sql)") { try $0.value(at: 0) }
                        }
                    }
                }
            }
        }

        @Test func `numbers are read as whatever they are exactly`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.read { connection in
                    func read<T: ColumnValue & Equatable>(_ sql: String, as type: T.Type) throws -> T? {
                        try connection.first("SELECT \(sql)") { try $0[0] as T }
                    }
                    #expect(try read("sum(n) FROM (VALUES (1::bigint), (2)) AS t (n)", as: Int.self) == 3)
                    #expect(try read("avg(n) FROM (VALUES (1), (2)) AS t (n)", as: Double.self) == 1.5)
                    #expect(try read("count(*)", as: Int.self) == 1)
                    #expect(try read("-9223372036854775808::numeric", as: Int64.self) == .min)
                    #expect(try read("10000000000000000::numeric", as: Int64.self) == 10_000_000_000_000_000)
                    #expect(try read("20.000::numeric(9, 3)", as: Int.self) == 20)
                    #expect(try read("0.000::numeric(9, 3)", as: Int.self) == 0)
                    #expect(try read("1.1::numeric * 1e-200", as: Double.self) == 1.1e-200)
                    #expect(try read("0.1::numeric", as: Double.self) == 0.1)
                    #expect(try read("0.1::float8", as: Decimal.self) == Decimal(string: "0.1"))
                    #expect(try read("7::smallint", as: Decimal.self) == 7)
                    #expect(try read("2.0::float8", as: Int.self) == 2)
                    #expect(try read("1", as: Bool.self) == true)
                    let shortened = try #require(try read("12.500::numeric", as: Decimal.self))
                    #expect("\(shortened)" == "12.5")
                }
            }
        }

        @Test func `blanks that fill up a char are not read`() async throws {
            #expect(try await PostgreSQLScratch.read("SELECT 'ab'::char(5)", as: String.self) == "ab")
            #expect(try await PostgreSQLScratch.read("SELECT ''::char(5)", as: String.self) == "")
            #expect(try await PostgreSQLScratch.read("SELECT 'ü'::char(2)", as: String.self) == "ü")
        }

        @Test func `a type of the database's own is text`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.script("CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE days (mood mood)")
                try await database.execute("INSERT INTO days VALUES ($1)", ["good"])
                let mood = try await database.read { try $0.first("SELECT mood FROM days") { try $0[0] as String } }
                #expect(mood == "good")
                let error = await PostgreSQLScratch.failure(database, "INSERT INTO days VALUES ($1)", ["secret"])
                #expect((error as? DatabaseError)?.state == "22P02")
                #expect("\(try #require(error))".contains("secret") == false)
            }
        }

        @Test func `a text that is not UTF-8 is a typed error`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.script("CREATE TABLE raw (bytes bytea); INSERT INTO raw VALUES ('\\xc328')")
                let found = try await database.read { try $0.first("SELECT bytes FROM raw") { try $0[0] as [UInt8] } }
                #expect(found == [0xC3, 0x28])
                await #expect(throws: ColumnDecodingError.self) {
                    try await database.read { _ = try $0.first("SELECT bytes FROM raw") { try $0[0] as String } }
                }
            }
        }

        @Test func `a cell that is not there is null, and an error where null is none`() async throws {
            try await PostgreSQLScratch.with { database in
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
    }

    private enum Colour: String, Enumeration {
        case red, green
    }
#endif
