#if PostgreSQL && MySQL
    import Foundation
    import Testing

    /// The blog on servers: made for PostgreSQL, then told to be on MySQL; built once, with both.
    @Suite(.timeLimit(.minutes(20))) struct ServerEngineTests {
        @Test func `the guide's blog on PostgreSQL and on MariaDB, which are restarted meanwhile`() async throws {
            try await withTemporaryFolder { folder in
                let schema = Tool.repository.appending(path: "Examples/blog/schema.yml").path
                let created = try await Tool(folder: folder)(
                    "new", "blog", "--schema", schema, "--database", "postgresql")
                try #require(created.status == 0, "\(created.output)\(created.errors)")
                let steps = created.output.components(separatedBy: "Next:\n").last ?? ""
                let commands = steps.split(separator: "\n").map { $0.split(separator: " ").prefix(2).last ?? "" }
                #expect(commands == ["blog", "db:create", "db:migrate", "db:seed:all", "serve"])

                let tool = Tool(folder: folder.appending(path: "blog"))
                let changed = try await tool("database", "mysql")
                try #require(changed.status == 0, "\(changed.output)\(changed.errors)")
                for kind in DatabaseServer.Kind.allCases {
                    try await live(on: try DatabaseServer(kind, database: "blog_development"), tool)
                }
            }
        }

        private func live(on database: DatabaseServer, _ tool: Tool) async throws {
            var tool = tool
            tool.environment["DATABASE_URL"] = database.url
            let early = try await tool("db:create")
            #expect(early.status == 1)
            #expect(early.errors.contains("The address is that of DATABASE_URL (in the environment)"))

            try await begin(database, tool)
            try await tables(tool)
            let server = try await Server(tool, port: Server.freePort())
            try await BlogWalk(server: server)()
            try await restart(database, server)
            let status = await server.stop()
            #expect(status == 0)
            try await end(tool)
        }

        /// Starts the database server, and makes the database as soon as it answers.
        private func begin(_ database: DatabaseServer, _ tool: Tool) async throws {
            try await database.start()
            var created = try await tool("db:create")
            for _ in 0..<300 where created.status != 0 {
                try await Task.sleep(for: .milliseconds(200))
                created = try await tool("db:create")
            }
            try #require(created.status == 0, "\(created.errors)")
        }

        /// The commands for tables and rows, there and back.
        private func tables(_ tool: Tool) async throws {
            try await expect(tool, "db:migrate", "create-post-tag   migrated")
            try await expect(tool, "db:seed:all", "demo   seeded")
            try await expect(tool, "db:seed:undo", "demo   reverted")
            try await expect(tool, "db:migrate:undo", "create-post-tag   reverted")
            try await expect(tool, "db:migrate", "create-post-tag   migrated")
        }

        /// While the server is away, each request is answered with 503; when it is back, with what it asked for, and no
        /// connection of before is in the way.
        private func restart(_ database: DatabaseServer, _ server: Server) async throws {
            let posts = try await server.get("/api/posts?limit=5")
            try await database.stop()
            for _ in 0..<3 {
                let read = try await server.get("/api/posts?limit=5")
                #expect(read.status == 503)
                #expect(read.headers["retry-after"] == "1")
                #expect(try await server.post("/api/tags", ["name": "Away"]).status == 503)
            }
            try await database.start()
            var back = try await server.get("/api/posts?limit=5")
            for _ in 0..<300 where back.status == 503 {
                try await Task.sleep(for: .milliseconds(100))
                back = try await server.get("/api/posts?limit=5")
            }
            #expect(back.status == 200)
            #expect(back.body == posts.body)
            for number in 1...12 {
                #expect(try await server.post("/api/tags", ["name": "Back \(number)"]).status == 201)
            }
        }

        private func end(_ tool: Tool) async throws {
            try await expect(tool, "db:migrate:undo:all", "create-user       reverted")
            // The rows of the seeders have gone with their tables.
            try await expect(tool, "db:migrate", "create-user       migrated")
            try await expect(tool, "db:seed:all", "demo   seeded")
            try await expect(tool, "db:drop", "dropped")
            let without = try await tool("db:migrate:status")
            #expect(without.status == 1)
            #expect(without.errors.contains("db:create"))
        }

        private func expect(_ tool: Tool, _ command: String, _ words: String) async throws {
            let outcome = try await tool(command)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            #expect(outcome.output.contains(words), "\(command): \(outcome.output)")
        }
    }
#endif
