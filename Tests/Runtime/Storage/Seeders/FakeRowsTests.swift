import Foundation
import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct FakeRowsTests {
    @Sendable private static func tables(_ tables: inout QueryInterface) {
        tables.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false, unique: true)
            $0.column("password", .string, allowNull: false)
            $0.column("name", .string, allowNull: false)
            $0.column("role", .enum("user", "admin"), allowNull: false)
            $0.column("age", .integer)
            $0.column("homepage", .string)
            $0.column("code", .string(7), allowNull: false)
            $0.column("ip", .string(45), allowNull: false)
            $0.column("handle", .string(10), allowNull: false, unique: true)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
            $0.column("deletedAt", .date)
        }
        tables.createTable("posts") {
            $0.column("id", .uuid, primaryKey: true)
            $0.column("userId", .integer, allowNull: false, references: Reference("users"))
            $0.column("parentId", .uuid, references: Reference("posts"))
            $0.column("title", .string(40), allowNull: false)
            $0.column("slug", .string, allowNull: false, unique: true)
            $0.column("price", .decimal(8, 2), allowNull: false)
            $0.column("rating", .integer, allowNull: false)
            $0.column("isDraft", .boolean, allowNull: false)
            $0.column("meta", .json)
            $0.column("labels", .array(.string), allowNull: false)
        }
        tables.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string(20), allowNull: false, unique: true)
        }
        tables.createTable("post_tags") {
            $0.column("postId", .uuid, allowNull: false, references: Reference("posts"))
            $0.column("tagId", .integer, allowNull: false, references: Reference("tags"))
        }
        tables.addIndex("post_tags", ["postId", "tagId"], unique: true)
    }

    private static let recorded = """
        {"version":1,"engine":"sqlite"}
        {"table":"users","model":"User"}
        {"table":"users","column":"email","type":"string","numbers":[255],"rules":[["isEmail"],["len","6","60"]]}
        {"table":"users","column":"password","type":"password","rules":[["len","12","72"]]}
        {"table":"users","column":"age","type":"integer","rules":[["min","21"],["max","30"]]}
        {"table":"users","column":"homepage","type":"string","numbers":[255],"rules":[["isUrl"]]}
        {"table":"users","column":"code","type":"string","numbers":[7],"rules":[["is","^[A-Z]{2}-\\\\d{4}$"]]}
        {"table":"users","column":"ip","type":"string","numbers":[45],"rules":[["isIP"]]}
        {"table":"users","column":"handle","type":"string","numbers":[10],\
        "rules":[["isAlpha"],["isLowercase"],["len","3","10"]]}
        {"table":"users","column":"createdAt","type":"date","role":"createdAt"}
        {"table":"users","column":"updatedAt","type":"date","role":"updatedAt"}
        {"table":"users","column":"deletedAt","type":"date","role":"deletedAt"}
        {"table":"posts","model":"Post"}
        {"table":"posts","column":"rating","type":"integer","rules":[["isIn","1","3","5"]]}
        {"table":"posts","column":"labels","type":"array string","numbers":[255]}
        {"table":"tags"}
        {"table":"post_tags"}
        """

    private func fake(_ database: Database, seed: UInt64 = 1) async throws -> FakeRows {
        FakeRows(
            of: try await database.describe(), recorded: try RecordedTables.tables(in: Self.recorded), seed: seed)
    }

    private func texts(_ database: Database, _ column: String, _ table: String) async throws -> [String] {
        let sql = database.sql("SELECT \"\(column)\" FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL")
        return try await database.read { try $0.all(sql) { try $0[0] as String } }
    }

    @Test(arguments: TestEngine.all)
    func `rows keep the rules of the schema`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.tables) { database in
            let fake = try await fake(database)
            #expect(fake.usualTables == ["users", "posts", "tags", "post_tags"])
            let problems = try await fake.insert(1200, into: fake.usualTables, in: database)
            #expect(problems.isEmpty, "\(problems)")
            for table in fake.usualTables { #expect(try await database.count(database.sql("\"\(table)\"")) == 1200) }
            func all(_ column: String, _ rules: [Validator<String>]) async throws {
                for text in try await texts(database, column, "users") {
                    for rule in rules {
                        let problem = try rule.problem(with: text, path: column)
                        #expect(problem == nil, "\(column): \(text)")
                    }
                }
            }
            try await all("email", [.isEmail, .len(6, 60)])
            try await all("homepage", [.isUrl])
            try await all("code", [.is("^[A-Z]{2}-\\d{4}$")])
            try await all("ip", [.isIP])
            try await all("handle", [.isAlpha, .isLowercase, .len(3, 10)])
            let hashes = Set(try await texts(database, "password", "users"))
            #expect(hashes.count == 1)
            #expect((12...72).contains(fake.password.count))
            let hash = try #require(hashes.first)
            #expect(try await Password(hash: hash).verify(fake.password))
            func count(_ condition: String) async throws -> Int {
                try await database.count(database.sql(condition))
            }
            #expect(try await count("\"users\" WHERE \"age\" < 21 OR \"age\" > 30") == 0)
            #expect((60...180).contains(try await count("\"users\" WHERE \"age\" IS NULL")))
            #expect((20...120).contains(try await count("\"users\" WHERE \"deletedAt\" IS NOT NULL")))
            #expect(try await count("\"users\" WHERE \"updatedAt\" < \"createdAt\"") == 0)
            #expect(try await count("\"users\" WHERE \"deletedAt\" < \"updatedAt\"") == 0)
            #expect(try await count("\"posts\" WHERE \"rating\" NOT IN (1, 3, 5)") == 0)
            #expect((900...1150).contains(try await count("\"posts\" WHERE \"parentId\" IS NOT NULL")))
            #expect(try await count("\"posts\" WHERE \"parentId\" = \"id\"") == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `the same seed makes the same rows, and more rows go beside them`(_ engine: TestEngine) async throws {
        @Sendable func dump(_ seed: UInt64) async throws -> [String] {
            try await engine.withTables(Self.tables) { database in
                let fake = try await fake(database, seed: seed)
                let first = try await fake.insert(60, into: ["users", "tags"], in: database)
                let posts = try await fake.insert(60, into: ["posts"], in: database)
                let again = try await fake.insert(60, into: fake.usualTables, in: database)
                #expect((first + posts + again).isEmpty, "\(first + posts + again)")
                #expect(try await database.count("users") == 120)
                return try await texts(database, "email", "users").sorted()
                    + texts(database, "slug", "posts").sorted()
            }
        }
        let (one, same, other) = (try await dump(1), try await dump(1), try await dump(2))
        #expect(one == same)
        #expect(one != other)
    }

    @Test(arguments: TestEngine.all)
    func `tables without room say how many rows they took`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("flags") { $0.column("flag", .boolean, allowNull: false, unique: true) }
            $0.createTable("moods") { $0.column("mood", .enum("good", "bad", "odd"), allowNull: false, unique: true) }
            $0.createTable("pairs") {
                $0.column("a", .enum("x", "y"), allowNull: false)
                $0.column("b", .boolean, allowNull: false)
                $0.constraint(.primaryKey(["a", "b"]))
            }
            $0.createTable("odd") { $0.column("code", .string(3), allowNull: false) }
        } _: { database in
            let lines = """
                {"table":"odd"}
                {"table":"odd","column":"code","type":"string","numbers":[3],"rules":[["isEmail"]]}
                """
            let fake = FakeRows(
                of: try await database.describe(), recorded: try RecordedTables.tables(in: lines), seed: 1)
            let problems = try await fake.insert(1_000_000, into: ["flags", "moods", "pairs", "odd"], in: database)
            #expect(problems.map(\.table).sorted() == ["flags", "moods", "odd", "pairs"])
            #expect(try await database.count("flags") == 2)
            #expect(try await database.count("moods") == 3)
            #expect(try await database.count("pairs") == 4)
            #expect(problems.first { $0.table == "flags" }?.reason.hasPrefix("2 of 1000000 rows were made") == true)
            let reason = problems.first { $0.table == "odd" }?.reason
            #expect(reason == "no value is known that keeps the rules of code")
        }
    }

    @Test func `what a table cannot do without is known`() async throws {
        try await TestEngine.sqlite.withTables(Self.tables) { database in
            let fake = try await fake(database)
            let counts = ["users": 0, "posts": 0, "tags": 0, "post_tags": 0]
            #expect(fake.missing(for: ["post_tags"], counts: counts) == ["posts", "tags", "users"])
            #expect(fake.missing(for: ["posts"], counts: ["users": 3]) == [])
        }
    }

    @Test(arguments: [
        "^[a-z]+$", "^[A-Z]{3}$", "^\\d{3}-\\d{4}$", "^(?:red|green|blue)$", "^\\+?[1-9]\\d{1,14}$", "^[^a-z ]{4}$",
        "^[a-z][a-z0-9_-]{2,15}$", "x{0}", "^\\w+\\s\\w+$", "^[\u{E4}\u{F6}]+$",
    ])
    func `samples of a pattern match it`(text: String) throws {
        let sample = try PatternSample(text)
        let pattern = try Pattern(text)
        var chance = SampleNumber(seed: 3, text)
        for _ in 0..<50 {
            let made = sample.text { chance.next(below: $0) }
            #expect(pattern.matches(made), "\(made)")
        }
    }

    /// Rules of validator.js: for each of them a form is known.
    @Test(arguments: [
        "isEmail", "isUrl", "isIP", "isIPv4", "isIPv6", "isUUID", "isSlug", "isFQDN", "isCreditCard", "isHexColor",
        "isHexadecimal", "isBase64", "isMongoId", "isJWT", "isPort", "isMACAddress", "isSemVer", "isLatLong",
        "isStrongPassword", "isInt", "isNumeric", "isDecimal", "isFloat", "isLocale", "isAlpha", "isAlphanumeric",
        "isLowercase", "isUppercase", "notEmpty",
    ])
    func `a form of text is known for each rule`(rule: String) throws {
        for isUnique in [false, true] {
            let column = ColumnDescription(name: "thing", nativeType: "text", type: .string(255), allowNull: false)
            let facts = ColumnFacts(rules: [[rule]])
            let rules = try #require(FakeRules(facts, length: 255))
            let made = try #require(
                FakeTextColumn(column, in: "things", length: 255, facts, isUnique: isUnique), "\(rule)")
            var chance = SampleNumber(seed: 1, rule)
            for turn in 0..<300 {
                let text = made.text(turn, &chance)
                #expect(text.map(rules.keeps) == true, "\(text ?? "none")")
            }
        }
    }
}
