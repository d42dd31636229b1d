import Testing

@testable import scaffold

@Suite struct HandWrittenTests {
    private func table(_ name: String, _ columns: [String], indexes: [String] = []) -> Table {
        var table = Table(
            model: name, slug: name, name: name,
            columns: columns.map { name in
                Table.Column(
                    attribute: name, name: name, type: ColumnType(word: "integer"), allowNull: name != "id",
                    autoIncrement: false)
            }, indexes: indexes.map { Index(fields: [$0], isUnique: false, name: "by_\($0)") })
        table.primaryKey = .init(columns: ["id"], autoIncrement: true)
        return table
    }

    /// What is written down, read again.
    private func reread(_ book: HandWritten) throws -> HandWritten { try HandWritten(parsing: book.text ?? "") }

    @Test func `what is made by hand and not wanted yet is remembered`() throws {
        let wanted = [table("posts", ["id", "title", "body"], indexes: ["title"])]
        let made = [table("posts", ["id", "title", "rank"], indexes: ["rank"]), table("notes", ["id", "word"])]
        let book = HandWritten(migrations: ["1-x": ["a"]], made: made, wanted: wanted)
        let text = try #require(book.text)
        #expect(text.contains(#"{"migration":"1-x","text":"a"}"#))
        #expect(text.contains(#"{"table":"posts","column":"body","gone":true}"#))
        #expect(text.contains(#"{"table":"posts","index":"by_title","gone":true}"#))
        #expect(!text.contains(#""column":"title""#))
        let again = try reread(book)
        #expect(again.text == text)
        #expect(again.migrations == ["1-x": ["a"]])
        let tables = again.made(over: wanted).map(\.structure).sorted { $0.name < $1.name }
        #expect(tables == made.map(\.structure).sorted { $0.name < $1.name })
        #expect(HandWritten(migrations: [:], made: wanted, wanted: wanted).text == nil)
    }

    @Test func `two branches merge line by line`() throws {
        let wanted = [table("posts", ["id"])]
        let one = HandWritten(migrations: ["1-x": ["a"]], made: [table("posts", ["id", "a"])], wanted: wanted)
        let other = HandWritten(migrations: ["1-x": ["b"]], made: [table("posts", ["id", "b"])], wanted: wanted)
        let merged = try HandWritten(parsing: (one.text ?? "") + (other.text ?? ""))
        #expect(merged.migrations == ["1-x": ["a", "b"]])
        #expect(merged.made(over: wanted).map(\.structure) == [table("posts", ["id", "a", "b"]).structure])
    }

    @Test func `a line that cannot be read is named with its place`() throws {
        let problem = #expect(throws: Diagnostic.self) {
            try HandWritten(parsing: "{\"migration\":\"1-x\",\"text\":\"a\"}\n<<<<<<< mine\n")
        }
        #expect(problem?.position == SourcePosition(file: ".scaffold/by-hand.jsonl", line: 2, column: 1))
    }

    @Test func `what migrations make already is not made again`() throws {
        let recorded = [table("posts", ["id", "title", "body"])]
        let made = [table("posts", ["id", "title", "subtitle"], indexes: ["title"])]
        let wanted = [table("posts", ["id", "title", "subtitle", "more"], indexes: ["title"])]
        let standing = Standing(recorded: recorded, made: made, wanted: wanted)
        let steps = try TableDifference(from: standing.tables, to: wanted).operations
        #expect(steps == [.addColumn(table: "posts", try #require(wanted[0].column(named: "more")))])
        #expect(standing.book(after: steps, wanted: wanted).text == nil)
    }

    @Test func `what somebody has seen to in other ways counts as it is recorded`() throws {
        // 'title' was said to be there by hand: no migration makes it.
        let recorded = [table("posts", ["id", "title"])]
        let made = [table("posts", ["id"])]
        let wanted = [table("posts", ["id", "title", "more"])]
        let standing = Standing(recorded: recorded, made: made, wanted: wanted)
        let steps = try TableDifference(from: standing.tables, to: wanted).operations
        #expect(steps.count == 1 && steps.first?.table == "posts")
        // With --no-migration, and nothing written by hand, nothing is to be remembered.
        let nothing = Standing(recorded: made, made: made, wanted: wanted)
        #expect(nothing.book(after: [], wanted: wanted).text == nil)
    }

    @Test func `where not all is known, only what is as wanted counts`() throws {
        let recorded = [table("posts", ["id", "old"])]
        let made = [table("posts", ["id", "new"])]
        let wanted = [table("posts", ["id", "new"])]
        let standing = Standing(recorded: recorded, made: made, wanted: wanted, isExact: false)
        let steps = try TableDifference(from: standing.tables, to: wanted).operations
        #expect(steps == [.removeColumn(table: "posts", try #require(recorded[0].column(named: "old")))])
        let exact = Standing(recorded: recorded, made: made, wanted: wanted)
        #expect(try TableDifference(from: exact.tables, to: wanted).operations.isEmpty)
    }

    @Test func `a table that gets another name takes along what was made on it by hand`() throws {
        let recorded = [table("posts", ["id", "title"])]
        let made = [table("posts", ["id", "title", "rank"], indexes: ["rank"])]
        var renamed = table("articles", ["id", "title"])
        renamed.model = "posts"
        let standing = Standing(recorded: recorded, made: made, wanted: [renamed], migrations: ["1-x": ["a"]])
        let book = standing.book(after: [.renameTable("posts", to: "articles")], wanted: [renamed])
        let text = try #require(book.text)
        #expect(text.contains(#"{"table":"articles","column":"rank""#))
        #expect(text.contains(#"{"table":"articles","index":"by_rank""#))
        #expect(!text.contains(#""table":"posts""#))
    }
}
