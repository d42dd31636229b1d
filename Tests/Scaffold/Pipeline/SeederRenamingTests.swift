import Testing

@testable import scaffold

@Suite struct SeederRenamingTests {
    private static let schema = """
        name: blog
        database: sqlite
        models:
          Post:
            attributes:
              title: string!
              content: text!
        """

    /// An app with its demo seeder, as `scaffold new` writes it.
    private func app() throws -> (app: TemporaryApp, seeder: String) {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        let project = try project(app)
        let schema = try project.schema()
        let demo = try PlannedSeeder.demo(of: schema, at: project.name("demo", in: Folders.seeders).stamp)
        try project.apply(try project.plan(schema, seeders: [demo]))
        return (app, "\(Folders.seeders)/\(demo.name.fileName)")
    }

    private func project(_ app: TemporaryApp) throws -> Project {
        try Project(
            at: app.root,
            runtime: RuntimeDependency(declaration: #".package(path: "../scaffold")"#, package: "scaffold"))
    }

    @Test func `a seeder that nobody edited follows a rename`() throws {
        let (app, seeder) = try app()
        let before = try #require(app.text(seeder))
        #expect(before.contains(#""title": "First steps""#))
        do {
            let project = try project(app)
            let run = try project.planRenaming("Post.title", to: "headline")
            #expect(run.plan.items.contains { $0.path == seeder && $0.status == .update })
            #expect(!run.plan.warnings.contains { $0.contains("Seeders") })
            try project.apply(run)
        }
        let column = try #require(app.text(seeder))
        #expect(column == Layout.fit(before.replacing(#""title":"#, with: #""headline":"#)))
        #expect(app.text(".scaffold/once/\(seeder)") == column)
        do {
            let project = try project(app)
            try project.apply(try project.planRenaming("Post", to: "Article"))
        }
        let table = try #require(app.text(seeder))
        #expect(table.contains("\"articles\""))
        #expect(!table.contains("\"posts\""))
        let project = try project(app)
        #expect(try project.plan(project.schema()).plan.isCurrent)
    }

    @Test func `one that was edited is left alone and named`() throws {
        let (app, seeder) = try app()
        let edited = try #require(app.text(seeder)).replacing("First steps", with: "My own")
        try app.write(edited, to: seeder)
        let project = try project(app)
        let run = try project.planRenaming("Post.title", to: "headline")
        #expect(run.plan.warnings.filter { $0.contains(seeder) }.count == 1)
        try project.apply(run)
        #expect(app.text(seeder) == edited)
    }

    @Test func `a renamedFrom in the schema counts as well`() throws {
        let (app, seeder) = try app()
        try app.write(
            Self.schema.replacing(
                "title: string!", with: "headline: {type: string, allowNull: false, renamedFrom: title}"),
            to: "schema.yml")
        let project = try project(app)
        try project.apply(try project.plan(project.schema()))
        #expect(try #require(app.text(seeder)).contains(#""headline": "First steps""#))
    }

    @Test func `names in texts are no names`() {
        let text = """
            queryInterface.bulkInsert(
                "posts", [["title": "the \\"title\\": of posts", "posts": "title"]])
            queryInterface.bulkInsert("tags", [["title": "posts"]])
            queryInterface.bulkDelete("posts", where: ["title": ["a", "title"]])
            """
        let renamed = SeederText(text).renamed(by: [
            .renameTable("posts", to: "articles"), .renameColumn(table: "articles", "title", to: "headline"),
        ])
        #expect(
            renamed.text == """
                queryInterface.bulkInsert(
                    "articles", [["headline": "the \\"title\\": of posts", "posts": "title"]])
                queryInterface.bulkInsert("tags", [["title": "posts"]])
                queryInterface.bulkDelete("articles", where: ["headline": ["a", "title"]])
                """)
    }

    @Test func `words of an enum follow in their own column alone`() {
        let text = #"""
            queryInterface.bulkInsert("posts", [["status": "draft", "title": "draft", "draft": 1]])
            queryInterface.bulkInsert("mails", [["status": "draft"]])
            """#
        let renamed = SeederText(text).renamed(by: [
            .backfill(table: "posts", column: "status", value: .replacing("draft", with: "fresh"))
        ])
        #expect(
            renamed.text == #"""
                queryInterface.bulkInsert("posts", [["status": "fresh", "title": "draft", "draft": 1]])
                queryInterface.bulkInsert("mails", [["status": "draft"]])
                """#)
    }

    @Test func `what made-up rows have to know stands beside the columns`() throws {
        let schema = try SchemaReader.read([
            SchemaReader.Source(
                file: "schema.yml",
                text: """
                    name: blog
                    database: mysql
                    models:
                      User:
                        paranoid: true
                        attributes:
                          email: {type: string, allowNull: false, lowercase: true, validate: {isEmail: true, len: [6, 60]}}
                          code: {type: string, validate: {is: '/^[a-z]+$/i'}}
                    """)
        ])
        let text = try ColumnFacts.text(of: schema)
        #expect(text.hasPrefix(#"{"version":1,"engine":"mysql"}"#))
        #expect(text.contains(#""rules":[["isEmail"],["len","6","60"],["lowercase"]]"#))
        #expect(text.contains(#""rules":[["is","^[a-z]+$","i"]]"#))
        #expect(text.contains(#""role":"deletedAt""#))
        #expect(text.contains(#""role":"createdAt""#))
        // The record of the migrations is not touched by rules.
        #expect(!Snapshot.text(of: try schema.tables()).contains("rules"))
        #expect(try Snapshot.tables(in: text.split(separator: "\n").dropFirst().joined(separator: "\n")).count == 1)
    }
}
