import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct TableLinesTests {
    @Sendable private static func make(_ tables: inout QueryInterface) {
        tables.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string(100), allowNull: false)
        }
        tables.createTable("posts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("status", .enum("draft", "se\"nt"), allowNull: false, defaultValue: "draft")
            $0.column("price", .decimal(8, 2), defaultValue: .value(.decimal(1.5)))
            $0.column("createdAt", .date, defaultValue: .now)
            $0.column("userId", .integer, references: Reference("users"), onDelete: .cascade, onUpdate: .cascade)
        }
        tables.createTable("pairs") {
            $0.column("a", .integer, allowNull: false)
            $0.column("b", .integer, allowNull: false)
            $0.constraint(.primaryKey(["b", "a"]))
        }
        tables.addIndex("posts", ["status", .descending("createdAt")])
        tables.addIndex("posts", ["price"], unique: true)
    }

    @Test(arguments: TestEngine.all)
    func `the lines are those of the tool's file`(_ engine: TestEngine) async throws {
        try await engine.withTables(Self.make) { database in
            let text = TableLines.text(
                of: try await database.describe(), engine: database.configuration.url.engine, rows: ["users": 3])
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.first == #"{"version":1,"engine":"\#(engine.rawValue)"}"#)
            for line in [
                #"{"table":"pairs","key":["b","a"]}"#,
                #"{"table":"pairs","column":"a","type":"integer","allowNull":false,"primaryKey":true}"#,
                #"{"table":"posts"}"#, #"{"table":"users","rows":3}"#,
                #"{"table":"posts","column":"id","type":"integer","allowNull":false,"primaryKey":true,"autoIncrement":true}"#,
                #"{"table":"posts","column":"status","type":"enum","values":["draft","se\"nt"],"allowNull":false,"default":["enum","draft"]}"#,
                #"{"table":"posts","column":"price","type":"decimal","numbers":[8,2],"default":["decimal","1.5"]}"#,
                #"{"table":"posts","column":"createdAt","type":"date","default":["now"]}"#,
                #"{"table":"posts","column":"userId","type":"integer","references":["users","id","CASCADE","CASCADE"]}"#,
                #"{"table":"posts","index":"posts_status_created_at","fields":["status","createdAt"],"orders":["asc","desc"]}"#,
                #"{"table":"posts","index":"posts_price","fields":["price"],"unique":true}"#,
                #"{"table":"users","column":"email","type":"string","numbers":[100],"allowNull":false}"#,
            ] {
                #expect(lines.contains(line), "\(line)\n\(text)")
            }
            #expect(!text.contains("\"check\""))
        }
    }

    @Test(arguments: TestEngine.all)
    func `what was written is read, and makes the same database`(_ engine: TestEngine) async throws {
        let first = try await engine.withTables(Self.make) { try await $0.describe() }
        let text = TableLines.text(of: first, engine: .sqlite)
        let recorded = try RecordedTables.tables(in: text)
        #expect(recorded.map(\.table.name) == ["pairs", "posts", "users"])
        let second = try await engine.withDatabase { database in
            var operations = ["users", "posts", "pairs"].compactMap { name in
                recorded.first { $0.table.name == name }.map { SchemaOperation.createTable($0.table) }
            }
            operations += recorded.flatMap(\.indexes).filter { $0.name != "userId" }.map { .addIndex($0) }
            try await database.apply(operations)
            return try await database.describe()
        }
        #expect(second == first, "\(second.differences(from: first))")
    }

    @Test func `a file of the tool is read`() throws {
        let text = """
            {"table":"posts","model":"Post","slug":"post"}
            {"table":"posts","column":"id","type":"uuid","allowNull":false,"default":["uuidv4"],"primaryKey":true}
            {"table":"posts","column":"tags","type":"array string","numbers":[20]}\r
            {"table":"posts","column":"deletedAt","type":"date"}

            {"table":"posts","column":"deletedAt","type":"date","something":"new"}
            {"table":"posts","index":"some","fields":["tags"],"where":[["deletedAt","null",""],["id","string","a","string","b"]],"lengths":[3]}
            """
        let posts = try #require(try RecordedTables.tables(in: text).first)
        #expect(posts.model == "Post")
        #expect(posts.table.columns.map(\.name) == ["id", "tags", "deletedAt"])
        #expect(posts.table.columns[0].defaultValue == nil)
        #expect(posts.table.columns[0].primaryKey)
        #expect(posts.table.columns[1].type == .array(.string(20)))
        #expect(posts.indexes.first?.fields.first?.length == 3)
        #expect(posts.indexes.first?.condition == ["deletedAt": nil, "id": ["a", "b"]])
    }

    @Test func `what cannot be read is said with its line`() throws {
        for (text, reason) in [
            ("{\"table\":\"a\"}\n<<<<<<< mine", "line 2"), ("{\"version\":2}", "version 1"),
            ("{\"table\":\"a\",\"column\":\"b\",\"type\":\"tsvector\"}", "tsvector"),
            ("{\"table\":\"a\",\"column\":\"b\",\"type\":\"integer\",\"references\":[\"x\"]}", "references of b"),
        ] {
            let error = #expect(throws: RecordedTablesError.self) { try RecordedTables.tables(in: text) }
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a type without a word is said to be none`(_ engine: TestEngine) async throws {
        let word = ["sqlite": "geometry", "postgresql": "tsvector", "mysql": "set('a','b')"][engine.rawValue] ?? ""
        try await engine.withDatabase { database in
            try await database.script("CREATE TABLE things (id integer, thing \(word))")
            let text = TableLines.text(of: try await database.describe(), engine: .sqlite)
            #expect(text.lowercased().contains(#""column":"thing","type":"unknown","native":"\#(word)"#))
        }
    }
}
