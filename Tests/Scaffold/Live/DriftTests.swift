import Testing

@testable import scaffold

@Suite struct DriftTests {
    private func drift(
        _ live: LiveDatabase, like: LiveDatabase? = nil, schema: String = LiveText.schema, recorded: [Table]? = nil
    ) throws -> Drift {
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: schema)])
        let wanted = try schema.tables()
        return Drift(
            of: live, likeness: try like ?? LiveText.database(LiveText.id, LiveText.title, LiveText.index),
            wanted: wanted, recorded: recorded ?? wanted)
    }

    @Test func `a database that is what the engine makes of the schema does not differ`() throws {
        let drift = try drift(LiveText.database(LiveText.id, LiveText.title, LiveText.index))
        #expect(drift.isEmpty && drift.notes.isEmpty)
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: LiveText.schema)])
        #expect(drift.tables == (try schema.tables()))
    }

    @Test func `a column of another type, another null and another default are told in the schema's words`() throws {
        let title = "{\"table\":\"posts\",\"column\":\"title\",\"type\":\"text\",\"default\":[\"string\",\"x\"]}"
        let drift = try drift(LiveText.database(LiveText.id, title, LiveText.index))
        #expect(
            drift.differences.map(\.text) == [
                "Post.title: string(200) in the schema, text in the database",
                "Post.title: null not allowed in the schema, null allowed in the database",
                "Post.title: no default value in the schema, the default value 'x' in the database",
            ])
        #expect(drift.tables.first?.column(named: "title")?.type == ColumnType(word: "text"))
    }

    @Test func `what is missing and what is too much is told`() throws {
        let extra = "{\"table\":\"posts\",\"column\":\"rank\",\"type\":\"unknown\",\"native\":\"tsvector\"}"
        let drift = try drift(LiveText.database(LiveText.id, extra))
        #expect(
            drift.differences.map(\.text) == [
                "Post.title: the column 'title' is missing in the database",
                "Post.rank: the column 'rank', tsvector, is in the database and not in the schema",
                "Post index posts_title: a unique index on (title) is missing in the database",
            ])
        // What is to be removed can be written down.
        #expect(drift.tables.first?.column(named: "rank")?.type == ColumnType(word: "text"))
    }

    @Test func `a table that is missing, and one that a migration made for no model any more`() throws {
        let old = Table(model: "Tag", slug: "tag", name: "tags", columns: [], indexes: [])
        let line = "{\"table\":\"tags\",\"column\":\"id\",\"type\":\"integer\"}"
        let drift = try drift(LiveText.database(line), recorded: [old])
        #expect(drift.differences.map(\.kind) == [.missing, .extra])
        #expect(drift.differences.map(\.subject) == ["Post", "Tag"])
    }

    @Test func `what nobody recorded is left alone and named`() throws {
        let lines = [
            LiveText.id, LiveText.title, LiveText.index,
            "{\"table\":\"posts\",\"index\":\"by_hand\",\"fields\":[\"id\",\"title\"]}",
            "{\"table\":\"posts\",\"check\":\"c\",\"expression\":\"(id > 0)\"}",
            "{\"table\":\"spatial\",\"column\":\"id\",\"type\":\"integer\"}",
        ]
        let live = try LiveDatabase(parsing: lines.joined(separator: "\n"))
        let drift = try drift(live)
        #expect(drift.isEmpty)
        #expect(
            drift.notes == [
                "the table 'posts' has the index 'by_hand', which no migration made: left alone",
                "the table 'posts' has a check: (id > 0): left alone",
                "the table 'spatial' belongs to no model, and no migration made it: left alone",
            ])
        #expect(drift.tables.count == 1 && drift.tables[0].indexes.map(\.name) == ["posts_title"])
    }

    @Test func `an index of a constraint stands for a unique one under another name, a plain one does not`() throws {
        let constraint =
            "{\"table\":\"posts\",\"index\":\"posts_title_key\",\"fields\":[\"title\"],\"unique\":true,\"constraint\":true}"
        #expect(try drift(LiveText.database(LiveText.id, LiveText.title, constraint)).isEmpty)
        let plain = "{\"table\":\"posts\",\"index\":\"posts_title\",\"fields\":[\"title\"]}"
        let drift = try drift(LiveText.database(LiveText.id, LiveText.title, plain))
        #expect(
            drift.differences.map(\.text) == [
                "Post index posts_title: a unique index on (title) in the schema, an index on (title) in the database"
            ])
    }

    @Test func `an index that somebody named otherwise gets its name back, one that the server named keeps it`() throws
    {
        let line = "{\"table\":\"posts\",\"index\":\"other\",\"fields\":[\"title\"],\"unique\":true"
        let drift = try drift(LiveText.database(LiveText.id, LiveText.title, line + "}"))
        #expect(drift.differences.map(\.text) == ["Post index posts_title: it is called 'other' in the database"])
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: LiveText.schema)])
        let steps = try TableDifference(from: drift.tables, to: schema.tables()).operations
        #expect(steps == [.renameIndex(table: "posts", from: "other", to: "posts_title")])
        let unnamed = try LiveText.database(LiveText.id, LiveText.title, line + ",\"unnamed\":true}")
        #expect(try self.drift(unnamed).isEmpty)
    }

    @Test func `what differs between two indexes is told`() throws {
        let own = "{\"table\":\"posts\",\"index\":\"posts_title\",\"fields\":[\"title\"],\"unique\":true"
        let head = "Post index posts_title: a unique index on (title) in the schema, "
        func told(_ rest: String) throws -> [String] {
            try drift(LiveText.database(LiveText.id, LiveText.title, own + rest + "}")).differences
                .map { $0.text.replacing(head, with: "") }
        }
        #expect(try told(",\"condition\":\"(id > 1)\"") == ["a unique index on (title) where (id > 1) in the database"])
        #expect(
            try told(",\"where\":[[\"title\",\"string\",\"a\",\"string\",\"b\"]]")
                == ["a unique index on (title) where title is a or b in the database"])
        #expect(
            try told(",\"options\":[\"text_pattern_ops\"],\"include\":[\"id\"]")
                == ["a unique index on (title text_pattern_ops) with id in the database"])
        #expect(
            try told(",\"lengths\":[9],\"orders\":[\"desc\"]") == ["a unique index on (title(9) DESC) in the database"])
    }

    @Test func `a type that the schema has no word for is left alone`() throws {
        let title =
            "{\"table\":\"posts\",\"column\":\"title\",\"type\":\"unknown\",\"native\":\"citext\",\"allowNull\":false}"
        let drift = try drift(LiveText.database(LiveText.id, title, LiveText.index))
        #expect(drift.isEmpty)
        #expect(drift.notes == ["Post.title is citext in the database, which the schema has no word for: left alone"])
    }

    @Test func `the report says what is pending beside what differs`() throws {
        let drift = try drift(LiveText.database(LiveText.id, LiveText.title))
        let report = DriftReport(drift: drift, pending: ["20261120093000-add-index"])
        let note = "note: pending migrations; they may make up for what differs: 20261120093000-add-index"
        #expect(report.text.contains(note))
        #expect(try report.json().contains("\"equal\" : false"))
    }

    @Test func `what differs is what a repair does, and nothing else`() throws {
        let extra = "{\"table\":\"posts\",\"column\":\"rank\",\"type\":\"integer\"}"
        let drift = try drift(LiveText.database(LiveText.id, LiveText.title, extra))
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: LiveText.schema)])
        let steps = try TableDifference(from: drift.tables, to: schema.tables()).operations
        #expect(steps.count == 2)
        guard case .addIndex("posts", let index) = steps[0], case .removeColumn("posts", let column) = steps[1] else {
            Issue.record("other steps: \(steps)")
            return
        }
        #expect(index.name == "posts_title" && column.name == "rank")
    }

    @Test func `text of another kind is refused`() {
        #expect(throws: Diagnostic.self) { try LiveDatabase(parsing: "Usage: blog-db\n") }
    }
}
