#if MySQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct MySQLDialectTests {
        private let dialect = MySQLDialect()

        private func holds(_ condition: String, _ values: Values) async throws -> Bool? {
            try await MySQLScratch.database { database in
                try await database.read { try $0.first("SELECT \(condition)", values) { try $0[0] as Bool } }
            }
        }

        @Test(arguments: [
            ("Grüße", "GRÜSSE", false), ("Grüße", "grÜß", true), ("ÉCOLE", "école", true), ("ecole", "école", false),
            ("ПРИВЕТ", "привет", true), ("100% sure", "0% S", true), ("100 sure", "0% s", false), ("a_b", "A_B", true),
            ("axb", "a_b", false), ("abc", "", true), ("", "a", false), ("aab", "ab", true), ("plain", "é", false),
            ("a\\b", "\\", true), ("ab ", "b ", true), ("ab", "b ", false), ("", "", true),
        ])
        func `contains folds letters of every alphabet and takes no character for a pattern`(
            text: String, part: String, expected: Bool
        ) async throws {
            let condition = dialect.match("?", .contains, "?", folding: true)
            // the part is written first
            #expect(try await holds(condition, [.text(part), .text(text)]) == expected)
        }

        @Test func `starts, ends, and letters as they are`() async throws {
            func holds(_ text: String, _ relation: TextRelation, _ part: String, folding: Bool) async throws -> Bool? {
                try await self.holds(
                    dialect.match("?", relation, "?", folding: folding), [.text(part), .text(text)])
            }
            #expect(try await holds("Ähre", .startsWith, "ä", folding: true) == true)
            #expect(try await holds("Ähre", .startsWith, "ä", folding: false) == false)
            #expect(try await holds("Ähre", .endsWith, "RE", folding: true) == true)
            #expect(try await holds("Ähre", .endsWith, "RE", folding: false) == false)
            #expect(try await holds("rere", .endsWith, "re", folding: true) == true)
            #expect(try await holds("rera", .endsWith, "re", folding: true) == false)
            #expect(try await holds("Ähre", .contains, "hr", folding: false) == true)
            #expect(try await holds("Ähre", .startsWith, "hr", folding: true) == false)
            #expect(try await holds("x", .endsWith, "", folding: true) == true)
        }

        /// What SQLite's function makes of a letter.
        private func foldedBySQLite(_ scalar: Unicode.Scalar) -> String {
            var text = String(scalar)
            return text.withUTF8 { String(decoding: FoldedText.folded($0), as: UTF8.self) }
        }

        @Test func `letters are folded as the other engines fold them, but for those that are younger than Unicode 6`()
            async throws
        {
            let scalars = (0x20...0xFFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
            let others = try await MySQLScratch.database { database in
                var rest = scalars[...]
                var found: [Unicode.Scalar] = []
                while !rest.isEmpty {
                    let part = rest.prefix(4000)
                    rest = rest.dropFirst(part.count)
                    let text = part.map { String($0) }.joined(separator: "\n")
                    let folded = try await database.read { connection in
                        try connection.first("SELECT \(MySQLDialect().fold("?"))", [.text(text)]) {
                            try $0[0] as String
                        }
                    }
                    let lines = (folded ?? "").unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.count == part.count)
                    for (scalar, line) in zip(part, lines) where String(line) != foldedBySQLite(scalar) {
                        found.append(scalar)
                    }
                }
                return found
            }
            // Cherokee, Georgian capitals, and letters that were added to Latin and Cyrillic since; and one Turkish one,
            // which loses its point.
            let isExpected: (Unicode.Scalar) -> Bool = { scalar in
                scalar == "\u{130}" || (scalar.properties.age.map { $0.major >= 6 } ?? false)
                    || (0x13A0...0x13FF).contains(scalar.value)
            }
            #expect(others.filter { !isExpected($0) }.map { String($0.value, radix: 16) } == [])
            #expect(others.count < 200)
        }

        @Test func `patterns`() async throws {
            func like(_ text: String, _ pattern: String, folding: Bool = false) async throws -> Bool? {
                try await holds(dialect.like("?", "?", folding: folding), [.text(text), .text(pattern)])
            }
            #expect(try await like("abc", "a%") == true)
            #expect(try await like("abc", "A%") == false)
            #expect(try await like("ÄBC", "äb_", folding: true) == true)
            #expect(try await like("a%c", "a\\%c") == true)
            #expect(try await like("abc", "a\\%c") == false)
            #expect(try await like("a\\c", "a\\\\c") == true)
            func regexp(_ text: String, _ pattern: String, folding: Bool = false) async throws -> Bool? {
                try await holds(dialect.regexp("?", "?", folding: folding), [.text(text), .text(pattern)])
            }
            #expect(try await regexp("my-slug", "^[a-z-]+$") == true)
            #expect(try await regexp("My-slug", "^[a-z-]+$") == false)
            #expect(try await regexp("My-Slug", "^[a-z-]+$", folding: true) == true)
            #expect(try await regexp("ÄÖ", "^äö$", folding: true) == true)
            await #expect(throws: DatabaseError.self) { _ = try await regexp("a", "(") }
        }

        @Test func `JSON`() async throws {
            try await MySQLScratch.database { database in
                let text = #"{"a": {"b c": ["x", 2.50, null, {"d\"e": true}]}, "n": null, "s": "null", "": 1}"#
                try await database.execute("CREATE TABLE j (v JSON)", [])
                try await database.execute("INSERT INTO j VALUES (?)", [.text(text)])
                func at(_ path: [JSONPathStep]) async throws -> String? {
                    let expression = MySQLDialect().json("v", at: path)
                    let found = try await database.read {
                        try $0.first("SELECT \(expression) FROM j") { try $0[0] as String? }
                    }
                    return found ?? nil
                }
                #expect(try await at(["a", "b c", 0]) == "x")
                #expect(try await at(["a", "b c", 1])?.hasPrefix("2.5") == true)
                #expect(try await at(["a", "b c", 2]) == nil)
                #expect(try await at(["a", "b c", 3, "d\"e"]) == "true")
                #expect(try await at(["a", "b c", -1, "d\"e"]) == "true")
                #expect(try await at(["a", "b c", -4]) == "x")
                #expect(try await at(["a", "b c", 9]) == nil)
                #expect(try await at(["n"]) == nil)
                #expect(try await at(["s"]) == "null")
                #expect(try await at(["nothing", "here"]) == nil)
                #expect(try await at(["'; DROP TABLE j; -- \\"]) == nil)
                #expect(try await at([.element(.min)]) == nil)
                func holds(_ condition: String, _ json: String) async throws -> Bool? {
                    try await database.read {
                        try $0.first("SELECT \(condition) FROM j", [.text(json)]) { try $0[0] as Bool }
                    }
                }
                let contains = MySQLDialect().jsonContains("v", "?")
                #expect(try await holds(contains, #"{"n": null}"#) == true)
                #expect(try await holds(contains, #"{"a": {"b c": ["x"]}}"#) == true)
                #expect(try await holds(contains, #"{"a": {"b c": ["y"]}}"#) == false)
                let overlaps = MySQLDialect().jsonOverlaps("JSON_EXTRACT(v, '$.a.\"b c\"')", "?")
                #expect(try await holds(overlaps, #"["q", "x"]"#) == true)
                #expect(try await holds(overlaps, #"["q"]"#) == false)
            }
        }

        @Test func `an order with nulls, an upsert, a lock, a table that is there`() async throws {
            try await MySQLScratch.database { database in
                let dialect = MySQLDialect()
                try await database.script(
                    "CREATE TABLE T1 (id INT PRIMARY KEY AUTO_INCREMENT, n INT UNIQUE, m INT); INSERT INTO T1 (n) VALUES (2), (NULL), (1)"
                )
                func order(_ descending: Bool, _ nulls: NullsOrder?) async throws -> [Int?] {
                    let order = dialect.order("n", descending: descending, nulls: nulls)
                    return try await database.read {
                        try $0.all("SELECT n FROM T1 ORDER BY \(order)") { try $0[0] as Int? }
                    }
                }
                #expect(try await order(false, nil) == [nil, 1, 2])
                #expect(try await order(false, .last) == [1, 2, nil])
                #expect(try await order(true, .last) == [2, 1, nil])
                #expect(try await order(true, .first) == [nil, 2, 1])
                let insert = "INSERT INTO T1 (n, m) VALUES (?, ?)"
                try await database.execute(insert + dialect.upsert(conflict: ["n"], update: ["m"], also: []), [2, 20])
                try await database.execute(insert + dialect.upsert(conflict: ["n"], update: [], also: []), [1, 10])
                let rows = try await database.read { try $0.all("SELECT m FROM T1 ORDER BY id") { try $0[0] as Int? } }
                #expect(rows == [20, nil, nil])
                for lock in [RowLock.update, .share] {
                    for wait in [LockWait.wait, .skipLocked, .noWait] {
                        let sql = "SELECT t0.id FROM T1 AS t0 LIMIT ?" + dialect.lock(lock, wait, of: "t0")
                        let locked = try await database.read { try $0.all(sql, [2]) { try $0[0] as Int } }
                        #expect(locked.count == 2)
                    }
                }
                func isThere(_ name: String) async throws -> Bool {
                    try await database.read { try $0.first(dialect.tableExists, [.text(name)]) { _ in true } } ?? false
                }
                #expect(try await isThere("T1"))
                #expect(try await !isThere("t1"))
                #expect(try await !isThere("user"))
                for sql in dialect.truncate("T1") { try await database.execute(sql, []) }
                let made = try await database.write { try $0.execute("INSERT INTO T1" + dialect.insertOfDefaults, []) }
                #expect(made.lastInsertID == 1)
            }
        }

        @Test func `types that MySQL does not have in this size are refused`() {
            for type: ColumnType in [.string(20_000), .char(256), .decimal(66, 0), .decimal(65, 31), .decimal(3, 4)] {
                #expect(throws: ValueError.self) { try dialect.type(type) }
            }
        }
    }
#endif
