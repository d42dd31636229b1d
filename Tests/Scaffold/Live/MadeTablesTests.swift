import Testing

@testable import scaffold

@Suite struct MadeTablesTests {
    private static let head = #"{"migrations":["1-a","2-b"],"told":true,"unseen":[]}"#

    @Test func `what the app says of its migrations is read`() throws {
        let text = [
            #"{"migrations":["1-a"],"told":true,"unseen":["1-a: execute"],"reason":"no server"}"#, LiveText.head,
            LiveText.id,
        ].joined(separator: "\n")
        let made = try MadeTables(parsing: text)
        #expect(made.migrations == ["1-a"] && made.unseen == ["1-a: execute"] && made.reason == "no server")
        #expect(made.database.tables.map(\.name) == ["posts"])
        #expect(throws: Diagnostic.self) { try MadeTables(parsing: LiveText.head) }
        #expect(throws: Diagnostic.self) { try MadeTables(parsing: "") }
    }

    @Test func `it comes in the schema's words, with what no schema asks for`() throws {
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: LiveText.schema)])
        let wanted = try schema.tables()
        let lines = [
            Self.head, LiveText.head, LiveText.id, LiveText.title,
            // As good as the unique index that the schema asks for.
            #"{"table":"posts","index":"posts_title_key","fields":["title"],"unique":true,"constraint":true,"unnamed":true}"#,
            #"{"table":"posts","index":"by_hand","fields":["id","title"]}"#,
            #"{"table":"notes","column":"word","type":"string","numbers":[20]}"#,
        ]
        let made = try MadeTables(parsing: lines.joined(separator: "\n"))
        let tables = made.tables(
            likeness: try LiveText.database(LiveText.id, LiveText.title, LiveText.index), wanted: wanted,
            recorded: wanted)
        #expect(tables.map(\.name) == ["posts", "notes"])
        #expect(tables[0].indexes.map(\.name) == ["posts_title", "by_hand"])
        #expect(tables[0].columns == wanted[0].columns)
    }

    @Test func `what is lost is told with how much it is`() throws {
        var counts = LiveCounts()
        let column = Table.Column(
            attribute: "body", name: "body", type: ColumnType(word: "text"), allowNull: true, autoIncrement: false)
        let removal = Operation.removeColumn(table: "posts", column)
        let drop = Operation.dropTable(Table(model: "Post", slug: "post", name: "posts", columns: [], indexes: []))
        #expect(counts.text(of: removal).isEmpty)
        counts.rows["posts"] = 1240
        #expect(counts.text(of: drop) == " (1,240 rows)")
        counts.values["posts"] = ["body": 17]
        #expect(counts.text(of: removal) == " (17 of 1,240 rows hold something)")
        counts = LiveCounts(rows: ["posts": 1], values: ["posts": ["body": 1]])
        #expect(counts.text(of: removal) == " (1 of 1 row holds something)")
    }
}
