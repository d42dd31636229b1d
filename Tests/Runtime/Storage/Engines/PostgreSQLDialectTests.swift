#if PostgreSQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct PostgreSQLDialectTests {
        private let dialect = PostgreSQLDialect()

        private func holds(_ condition: String, _ values: Values) async throws -> Bool? {
            try await PostgreSQLScratch.read("SELECT \(condition)", values, as: Bool?.self) ?? nil
        }

        @Test func `contains folds letters of every alphabet and takes no character for a pattern`() async throws {
            let cases: [(String, String, Bool)] = [
                ("Grüße", "GRÜSSE", false), ("Grüße", "grÜß", true), ("ÉCOLE", "école", true),
                ("ПРИВЕТ", "привет", true),
                ("100% sure", "0% S", true), ("100 sure", "0% s", false), ("a_b", "A_B", true), ("axb", "a_b", false),
                ("abc", "", true), ("", "a", false), ("aab", "ab", true), ("plain", "é", false), ("ΟΔΟΣ", "οδος", true),
                ("οδος", "ΔΟΣ", true), ("a\\b", "\\B", true),
            ]
            try await PostgreSQLScratch.with { database in
                let condition = dialect.match("CAST($1 AS text)", .contains, "$2", folding: true)
                for (text, part, expected) in cases {
                    let found = try await database.read {
                        try $0.first("SELECT \(condition)", [.text(text), .text(part)]) { try $0[0] as Bool }
                    }
                    #expect(found == expected, "\(text) \(part)")
                }
            }
        }

        @Test func `starts, ends, patterns, and letters as they are`() async throws {
            func match(_ text: String, _ relation: TextRelation, _ part: String, folding: Bool) async throws -> Bool? {
                try await holds(
                    dialect.match("CAST($1 AS varchar)", relation, "$2", folding: folding), [.text(text), .text(part)])
            }
            #expect(try await match("Ähre", .startsWith, "ä", folding: true) == true)
            #expect(try await match("Ähre", .startsWith, "ä", folding: false) == false)
            #expect(try await match("Ähre", .endsWith, "RE", folding: true) == true)
            #expect(try await match("Ähre", .endsWith, "", folding: true) == true)
            #expect(try await match("Ähre", .endsWith, "zzÄhre", folding: true) == false)
            #expect(try await match("Ähre", .contains, "hr", folding: false) == true)
            #expect(try await match("Ähre", .startsWith, "hr", folding: true) == false)
            func like(_ text: String, _ pattern: String, folding: Bool) async throws -> Bool? {
                try await holds(
                    dialect.like("CAST($1 AS varchar)", "$2", folding: folding), [.text(text), .text(pattern)])
            }
            #expect(try await like("Ähre", "ä_r%", folding: true) == true)
            #expect(try await like("Ähre", "ä_r%", folding: false) == false)
            #expect(try await like("50%", "50\\%", folding: true) == true)
            #expect(try await like("50x", "50\\%", folding: false) == false)
            func regexp(_ text: String, _ pattern: String, folding: Bool) async throws -> Bool? {
                try await holds(
                    dialect.regexp("CAST($1 AS varchar)", "$2", folding: folding), [.text(text), .text(pattern)])
            }
            #expect(try await regexp("Ähre-1", "^[ä]h.*[0-9]$", folding: true) == true)
            #expect(try await regexp("Ähre-1", "^ä", folding: false) == false)
        }

        @Test func `JSON steps by name into objects and by number into arrays`() async throws {
            func at(_ json: String, _ path: [JSONPathStep]) async throws -> String?? {
                try await PostgreSQLScratch.read(
                    "SELECT \(dialect.json("CAST($1 AS jsonb)", at: path))", [.text(json)], as: String?.self)
            }
            #expect(try await at(#"{"a": {"it's": [1, "x"]}}"#, ["a", "it's", 1]) == "x")
            #expect(try await at(#"{"a": true}"#, ["a"]) == "true")
            #expect(try await at(#"{"a": null}"#, ["a"]) == .some(nil))
            #expect(try await at(#"{"0": 1}"#, [0]) == .some(nil))
            #expect(try await at("[1]", ["0"]) == .some(nil))
            #expect(try await at(#""x""#, []) == "x")
            let contains = dialect.jsonContains("CAST($1 AS jsonb)", "$2")
            #expect(try await holds(contains, [#"{"a": [1, {"b": 2}], "c": 3}"#, #"{"a": [{"b": 2}]}"#]) == true)
            #expect(try await holds(contains, [#"{"a": 1}"#, #"{"a": 2}"#]) == false)
            let overlaps = dialect.jsonOverlaps("CAST($1 AS jsonb)", "$2")
            #expect(try await holds(overlaps, [#"["a", 1]"#, #"[1, "z"]"#]) == true)
            #expect(try await holds(overlaps, [#"["a"]"#, "[]"]) == false)
            #expect(try await holds(overlaps, [#"{"a": 1}"#, "[1]"]) == false)
        }

        @Test func `identifiers and literals cannot break out of their quotes`() async throws {
            let text = "it's; -- \"x\" '\u{301}; \\' $1"
            try await PostgreSQLScratch.with { database in
                func read<T: ColumnValue>(_ value: Value, _ type: String, as: T.Type) async throws -> T? {
                    let literal = try dialect.literal(value)
                    return try await database.read { try $0.first("SELECT \(literal)::\(type)") { try $0[0] as T } }
                }
                #expect(try await read(.text(text), "text", as: String.self) == text)
                #expect(try await read(.blob([0, 255]), "bytea", as: [UInt8].self) == [0, 255])
                let date = Date(timeIntervalSince1970: 1_763_631_000.123)
                #expect(try await read(.date(date), "timestamptz", as: Date.self) == date)
                #expect(try await read(.decimal(Decimal(string: "-1.5")!), "numeric", as: Decimal.self) == -1.5)
                #expect(try await read(.double(1e-7), "float8", as: Double.self) == 1e-7)
                #expect(try await read(true, "boolean", as: Bool.self) == true)
                for name in ["odd \"table\"; DROP", "\"\u{301}", "Ünï", String(repeating: "n", count: 80)] {
                    let table = dialect.quote(name)
                    try await database.script("CREATE TABLE \(table) (\(table) text)")
                    try await database.execute("INSERT INTO \(table) (\(table)) VALUES ($1)", [.text(name)])
                    let isThere = try await database.read {
                        try $0.first(dialect.tableExists, [.text(name)]) { _ in true }
                    }
                    #expect(isThere == true, "\(name)")
                }
                let isThere = try await database.read { try $0.first(dialect.tableExists, ["ÜNÏ"]) { _ in true } }
                #expect(isThere == nil)
            }
            #expect(throws: ValueError.self) { try dialect.literal(.text("a\0")) }
            #expect(throws: ValueError.self) { try dialect.literal(.double(.nan)) }
            #expect(throws: ValueError.self) { try dialect.literal(.decimal(.nan)) }
            #expect(throws: ValueError.self) { try dialect.type(.string(0)) }
            #expect(throws: ValueError.self) { try dialect.type(.string(10_485_761)) }
            #expect(throws: ValueError.self) { try dialect.type(.decimal(1001, 2)) }
        }

        @Test func `locks, orders, conflicts`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.script(
                    "CREATE TABLE items (id integer PRIMARY KEY, n integer); "
                        + "INSERT INTO items VALUES (1, 1), (2, NULL), (3, 0)"
                )
                func ids(_ sql: String) async throws -> [Int] {
                    try await database.read { try $0.all("SELECT id FROM items AS t0 \(sql)") { try $0[0] as Int } }
                }
                let firsts = dialect.order("t0.\"n\"", descending: false, nulls: .first)
                #expect(try await ids("ORDER BY \(firsts)") == [2, 3, 1])
                #expect(
                    try await ids("ORDER BY \(dialect.order("t0.\"n\"", descending: true, nulls: .last))") == [1, 3, 2])
                for wait in [LockWait.wait, .skipLocked, .noWait] {
                    for lock in [RowLock.update, .share] {
                        #expect(try await ids("WHERE id = 1" + dialect.lock(lock, wait, of: "t0")) == [1])
                    }
                }
                let upsert = "INSERT INTO items (id, n) VALUES ($1, $2)"
                try await database.execute(upsert + dialect.upsert(conflict: ["id"], update: ["n"], also: []), [1, 9])
                try await database.execute(upsert + dialect.upsert(conflict: ["id"], update: [], also: []), [1, 8])
                #expect(try await ids("WHERE n = 9") == [1])
                for statement in dialect.truncate("items") { try await database.script(statement) }
                #expect(try await ids("") == [])
            }
        }
    }

    /// Letters are the same in either case, and the same ones as on SQLite.
    @Suite struct PostgreSQLFoldingTests {
        @Test func `letters fold as they do on SQLite`() async throws {
            let (different, seen) = try await PostgreSQLScratch.with { database in
                try await database.read { connection in
                    var different: [String] = []
                    var seen = 0
                    let fold = PostgreSQLDialect().fold("chr(n)")
                    let sql =
                        "SELECT n, \(fold) FROM generate_series($1::integer, $2::integer) AS s (n) "
                        + "WHERE n NOT BETWEEN 55296 AND 57343"
                    try connection.query(sql, [1, 0x1FFFF]) { row in
                        let (number, folded): (Int, String) = (try row[0], try row[1])
                        guard let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else { return }
                        var letter = String(scalar)
                        let expected = letter.withUTF8 { FoldedText.folded($0) }
                        // What is newer than the server's ICU it does not know for a letter yet.
                        guard let age = scalar.properties.age, age.major < 15 else { return }
                        seen += 1
                        if Array(folded.utf8) != expected { different.append(String(number, radix: 16)) }
                    }
                    return (different, seen)
                }
            }
            #expect(seen > 80_000)
            #expect(different == [])
        }
    }
#endif
