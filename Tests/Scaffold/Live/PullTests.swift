import Testing

@testable import scaffold

@Suite struct PullTests {
    private let empty = "name: shop\ndatabase: postgresql\nmodels:\n"

    private func column(_ table: String, _ name: String, _ rest: String) -> String {
        "{\"table\":\"\(table)\",\"column\":\"\(name)\",\(rest)}"
    }

    private func id(_ table: String) -> String {
        column(table, "id", "\"type\":\"integer\",\"allowNull\":false,\"primaryKey\":true,\"autoIncrement\":true")
    }

    private func times(_ table: String, _ created: String = "createdAt", _ updated: String = "updatedAt") -> [String] {
        [created, updated].map { column(table, $0, "\"type\":\"date\",\"allowNull\":false") }
    }

    private func pull(
        _ lines: [String], into text: String? = nil
    ) throws -> (text: String, pulled: PulledSchema, schema: Schema) {
        let live = try LiveDatabase(parsing: lines.joined(separator: "\n"))
        let pulled = try PulledSchema(live, into: [.init(file: "schema.yml", text: text ?? empty)])
        return (pulled.sources[0].text, pulled, try SchemaReader.read(pulled.sources))
    }

    @Test func `Sequelize's tables become models, its keys associations of both sides`() throws {
        let key = "\"type\":\"integer\",\"references\":[\"Users\",\"id\",\"SET NULL\",\"CASCADE\"]"
        let lines =
            [id("Users"), column("Users", "email", "\"type\":\"string\",\"numbers\":[255],\"allowNull\":false")]
            + times("Users") + [
                id("Posts"), column("Posts", "title", "\"type\":\"text\""), column("Posts", "userId", key),
            ]
            + times("Posts")
        let (text, _, schema) = try pull(lines)
        #expect(
            text == """
                name: shop
                database: postgresql
                tables: sequelize
                models:
                  User:
                    attributes:
                      email: string!
                    associations:
                      posts: {hasMany: Post, foreignKey: userId}
                  Post:
                    attributes:
                      title: text
                      userId: {type: integer, index: false}
                    associations:
                      user: {belongsTo: User}

                """, "\(text)")
        #expect(schema.models.map(\.tableName) == ["Users", "Posts"])
        #expect(schema.model(named: "Post")?.indexes.isEmpty == true)
        #expect(schema.model(named: "Post")?.timestamps == true)
    }

    @Test func `a table of two keys joins two others`() throws {
        func key(_ table: String) -> String {
            "\"type\":\"integer\",\"allowNull\":false,\"primaryKey\":true,"
                + "\"references\":[\"\(table)\",\"id\",\"CASCADE\",\"CASCADE\"]"
        }
        let lines =
            [
                id("posts"), id("tags"), column("post_tags", "post_id", key("posts")),
                column("post_tags", "tag_id", key("tags")),
            ]
            + times("post_tags", "created_at", "updated_at")
            + ["{\"table\":\"post_tags\",\"index\":\"post_tags_tag_id\",\"fields\":[\"tag_id\"]}"]
        let (text, _, schema) = try pull(lines)
        #expect(text.contains("tags: {belongsToMany: Tag, through: PostTag}"), "\(text)")
        #expect(text.contains("posts: {belongsToMany: Post, through: PostTag}"), "\(text)")
        let join = try #require(schema.model(named: "PostTag"))
        #expect(join.underscored && join.primaryKey.map(\.field) == ["post_id", "tag_id"])
    }

    @Test func `a schema that is there keeps every byte, and gets what is new`() throws {
        let old = """
            # the shop
            name: shop
            database: postgresql
            models:
              Post:   # what is written
                timestamps: false
                attributes:
                  title: string   # a heading

            """
        let lines = [
            id("posts"), column("posts", "title", "\"type\":\"string\",\"numbers\":[255]"),
            column("posts", "rank", "\"type\":\"unknown\",\"native\":\"tsvector\""), id("tags"),
        ]
        let (text, pulled, _) = try pull(lines, into: old)
        #expect(
            text == """
                # the shop
                name: shop
                database: postgresql
                models:
                  Post:   # what is written
                    timestamps: false
                    attributes:
                      title: string   # a heading
                      rank: text  # tsvector in the database
                  Tag:
                    timestamps: false

                """, "\(text)")
        #expect(pulled.added == ["Tag from the table 'tags'", "Post.rank"])
        // Nothing is pulled twice.
        let again = try PulledSchema(LiveDatabase(parsing: lines.joined(separator: "\n")), into: pulled.sources)
        #expect(again.added.isEmpty && again.sources[0].text == text)
    }

    @Test func `indexes of a model that is there are named with what would have them`() throws {
        let old =
            "name: shop\ndatabase: postgresql\nmodels:\n  Post: {timestamps: false, attributes: {title: string unique}}\n"
        func index(_ name: String, _ rest: String) -> String { "{\"table\":\"posts\",\"index\":\"\(name)\",\(rest)}" }
        let lines = [
            id("posts"), column("posts", "title", "\"type\":\"string\",\"numbers\":[255]"),
            index("folded", "\"fields\":[\"lower(title)\"],\"expressions\":[true]"),
            index("latest", "\"fields\":[\"title\",\"id\"],\"orders\":[\"asc\",\"desc\"]"),
            index("posts_title", "\"fields\":[\"title\"],\"unique\":true"),
        ]
        let (text, pulled, _) = try pull(lines, into: old)
        #expect(text == old)
        #expect(
            pulled.notes == [
                "the index 'folded' of 'posts' is left out: it is on (lower(title))",
                "the index 'latest' is not in the schema; to have it there, write in 'indexes' of 'Post': "
                    + "{fields: [title, -id], name: latest}",
            ])
    }

    @Test(arguments: [
        ("\"fields\":[\"what\"],\"using\":\"rum\"", "its method is rum"),
        ("\"fields\":[\"what\"],\"options\":[\"COLLATE C\"]", "it says COLLATE C"),
        ("\"fields\":[\"what\"],\"include\":[\"id\"]", "it carries id along"),
        ("\"fields\":[\"data\"]", "'data' is json"),
        ("\"fields\":[\"id\"],\"lengths\":[3]", "it is on 3 characters of 'id'"),
        ("\"fields\":[\"what\"],\"where\":[[\"day\",\"string\",\"2026-01-01\"]]", "it holds the rows of some day only"),
    ])
    func `what no schema says of an index is told`(said: String, reason: String) throws {
        let lines = [
            id("things"), column("things", "what", "\"type\":\"text\""), column("things", "data", "\"type\":\"json\""),
            column("things", "day", "\"type\":\"dateonly\""), "{\"table\":\"things\",\"index\":\"odd\",\(said)}",
        ]
        let (text, pulled, schema) = try pull(lines)
        #expect(pulled.notes == ["the index 'odd' of 'things' is left out: \(reason)"])
        #expect(text.contains("  # the index 'odd' of 'things' is left out: \(reason)\n  Thing:\n"), "\(text)")
        #expect(schema.model(named: "Thing")?.indexes.isEmpty == true)
    }

    @Test(arguments: [
        (
            "\"type\":\"enum\",\"values\":[\"a b\",\"c\"],\"default\":[\"enum\",\"c\"]",
            "{type: enum, values: [\"a b\", \"c\"], defaultValue: \"c\"}"
        ),
        ("\"type\":\"decimal\",\"numbers\":[10,2],\"default\":[\"integer\",\"0\"]", "decimal(10, 2) =0"),
        ("\"type\":\"boolean\",\"allowNull\":false,\"default\":[\"boolean\",\"true\"]", "boolean! =true"),
        (
            "\"type\":\"string\",\"numbers\":[20],\"comment\":\"a: \\\"b\\\" # c\"",
            "{type: string(20), comment: \"a: \\\"b\\\" # c\"}"
        ),
        ("\"type\":\"date\",\"default\":[\"now\"]", "date =now"),
        (
            "\"type\":\"dateonly\",\"default\":[\"string\",\"2026-01-01\"]",
            "{type: dateonly, defaultValue: {sql: \"'2026-01-01'\"}}"
        ),
    ])
    func `columns become attributes that say the same`(column said: String, written: String) throws {
        let (text, _, schema) = try pull([id("things"), column("things", "what", said)])
        #expect(text.contains("what: \(written)\n"), "\(text)")
        #expect(schema.model(named: "Thing")?.attribute(named: "what") != nil)
    }

    @Test func `names that no schema can have get a tableName and a field, or are left out and named`() throws {
        let lines = [
            id("tbl_data"), column("tbl_data", "Save", "\"type\":\"text\""),
            column("tbl_data", "a b", "\"type\":\"text\""),
            id("data"), column("nokey", "x", "\"type\":\"text\""),
        ]
        let (text, pulled, schema) = try pull(lines)
        #expect(schema.models.map(\.tableName) == ["tbl_data", "data"], "\(text)")
        #expect(text.contains("save: {type: text, field: Save, swiftName: saveValue}"), "\(text)")
        #expect(
            pulled.notes == [
                "the table 'nokey' has no primary key, which every model needs: left out",
                "no attribute can be called after the column 'a b' of 'tbl_data': left out",
            ])
    }
}
