import Foundation
import Testing

/// The blog of `Examples/blog/schema.yml`, made with the tool in an empty folder and driven over HTTP through what the
/// development guide shows in its sections 2 to 4.
@Suite(.timeLimit(.minutes(20))) struct BlogTests {
    @Test func `the guide's blog, from its schema to answers over HTTP`() async throws {
        try await withTemporaryFolder { folder in
            let schema = Tool.repository.appending(path: "Examples/blog/schema.yml").path
            let created = try await Tool(folder: folder)("new", "blog", "--schema", schema)
            try #require(created.status == 0, "\(created.output)\(created.errors)")

            let tool = Tool(folder: folder.appending(path: "blog"))
            let migrated = try await tool("db:migrate")
            try #require(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
            #expect(migrated.output.contains("create-post-tag"))

            let server = try await Server(tool, port: Server.freePort())
            try await BlogWalk(server: server)()
            let status = await server.stop()
            #expect(status == 0)

            try await changed(tool)
            try await strayAndReturn(tool)
            try await pulled(from: tool, in: folder)

            let undone = try await tool("db:migrate:undo:all")
            #expect(undone.status == 0, "\(undone.output)\(undone.errors)")
            try await withoutItsEngine(tool)
        }
    }

    /// The schema changes while rows are there: names are exact, what is not said is asked, and each migration is proven.
    private func changed(_ tool: Tool) async throws {
        let renamed = try await tool("rename", "Post.title", "headline")
        try #require(renamed.status == 0, "\(renamed.errors)")
        #expect(renamed.output.contains("-rename-posts-title-to-headline.swift"))
        let schema = tool.folder.appending(path: "schema.yml")
        let text = try String(contentsOf: schema, encoding: .utf8)
        #expect(text.contains("search: [headline, content]"))
        let changed = text.replacing("      content: text! trim", with: "      body: text! trim\n      slug: string!")
            .replacing("[headline, content]", with: "[headline, body]")
        try changed.write(to: schema, atomically: true, encoding: .utf8)

        let asked = try await tool("generate")
        #expect(asked.status == 2)
        #expect(asked.errors.contains("--rename Post.content=body"))
        #expect(asked.errors.contains("--backfill Post.slug=none"))
        let answered = try await tool(
            "generate", "--rename", "Post.content=body", "--backfill", "Post.slug=sql:lower(headline)")
        try #require(answered.status == 0, "\(answered.errors)")
        #expect(answered.output.contains("table-copy"))
        #expect(try await tool("generate", "--check").status == 0)

        let migrated = try await tool("db:migrate")
        #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
        let verified = try await tool("migration:verify")
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        #expect(try await tool("db:migrate:status", "--check").status == 0)
    }

    /// The database is as its schema says until somebody says otherwise, and is again when it was repaired.
    private func strayAndReturn(_ tool: Tool) async throws {
        let equal = try await tool("db:diff")
        #expect(equal.status == 0, "\(equal.output)\(equal.errors)")
        #expect(try await tool("db:repair").output.contains("Nothing to repair"))

        let stray = try await tool(
            "model:generate", "--name", "Post", "--attributes", "rank:integer", "--no-migration")
        try #require(stray.status == 0, "\(stray.errors)")
        let different = try await tool("db:diff")
        #expect(different.status == 1)
        #expect(different.output == "Post.rank: the column 'rank' is missing in the database\n")

        let repaired = try await tool("db:repair")
        #expect(repaired.status == 0, "\(repaired.errors)")
        #expect(repaired.output.contains("-repair-add-rank-to-posts.swift"))
        let migrated = try await tool("db:migrate")
        #expect(migrated.status == 0, "\(migrated.errors)")
        #expect(try await tool("db:diff", "--json").status == 0)
    }

    /// Another app takes over the blog's database, and has its models.
    private func pulled(from blog: Tool, in folder: URL) async throws {
        try #require(try await Tool(folder: folder)("new", "taken").status == 0)
        let tool = Tool(folder: folder.appending(path: "taken"))
        let url = "sqlite:" + blog.folder.appending(path: "db/development.sqlite3").path
        let pulled = try await tool("db:pull", "--url", url)
        try #require(pulled.status == 0, "\(pulled.errors)")
        #expect(!pulled.output.contains("differs"), "\(pulled.output)")
        let schema = try String(contentsOf: tool.folder.appending(path: "schema.yml"), encoding: .utf8)
        #expect(schema.contains("tags: {belongsToMany: Tag, through: PostTag}"), "\(schema)")
        #expect(schema.contains("profile: {hasOne: Profile, foreignKey: userId}"))
        #expect(try await tool("db:diff", "--url", url).status == 0)
    }

    /// The app, built without an engine, meets a database of it: whoever runs it is told what to do.
    private func withoutItsEngine(_ tool: Tool) async throws {
        var tool = tool
        tool.environment["DATABASE_URL"] = "postgresql://blog:secret@127.0.0.1:9/blog"
        let manifest = tool.folder.appending(path: "Package.swift")
        let lines = try String(contentsOf: manifest, encoding: .utf8).components(separatedBy: "\n")
        let line = try #require(lines.firstIndex { $0.contains(".package(name: \"scaffold\"") }) + 1

        let refused = try await tool("db:migrate")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Package.swift:\(line):1: error: DATABASE_URL names a PostgreSQL database"))
        #expect(refused.errors.contains("traits: [.defaults, \"PostgreSQL\"]"))
        #expect(refused.errors.contains("scaffold database postgresql"))
        #expect(!refused.errors.contains("secret"))

        // A binary that was moved to another machine says the same.
        for product in ["blog", "blog-db"] {
            let binary = tool.folder.appending(path: ".scaffold/bin/\(product)")
            let outcome = try await tool.outcome(of: binary, product == "blog" ? ["serve"] : ["db:migrate"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("built without postgresql"), "\(outcome.errors)")
            #expect(outcome.errors.contains("traits: [\"PostgreSQL\"]"))
            #expect(outcome.errors.contains("scaffold database postgresql"))
        }

        #expect(try await tool("database", "postgresql").status == 0)
        #expect(try String(contentsOf: manifest, encoding: .utf8).contains("traits: [.defaults, \"PostgreSQL\"]"))
    }
}
