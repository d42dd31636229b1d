import Foundation
import Testing

/// The blog's document, as the command writes it and the app serves it, and held against the app by tools that know
/// nothing of us.
@Suite(.timeLimit(.minutes(20))) struct OpenAPITests {
    private func withBlog(_ body: (Tool, Server) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let schema = Tool.repository.appending(path: "Examples/blog/schema.yml").path
            let created = try await Tool(folder: folder)("new", "blog", "--schema", schema)
            try #require(created.status == 0, "\(created.output)\(created.errors)")
            let tool = Tool(folder: folder.appending(path: "blog"))
            let migrated = try await tool("db:migrate")
            try #require(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
            let server = try await Server(tool, port: Server.freePort())
            try await body(tool, server)
            _ = await server.stop()
        }
    }

    @Test func `the document is written and served, the same one`() async throws {
        try await withBlog { tool, server in
            let written = try await tool("openapi")
            try #require(written.status == 0, "\(written.errors)")
            #expect(written.output == "  write    openapi.json\n")
            let file = try Data(contentsOf: tool.folder.appending(path: "openapi.json"))
            let served = try await server.get("/openapi.json")
            let both = try [file, served.body].map { try JSONSerialization.jsonObject(with: $0) as? NSDictionary }
            #expect(both[0] != nil && both[0] == both[1])
            #expect(served["paths./api/posts/{id}.get.operationId"] == "showPost")

            let printed = try await tool("openapi", "--output", "-")
            #expect(Data(printed.output.utf8) == file)
            let nowhere = try await tool("openapi", "--output", "nowhere/openapi.json")
            #expect(nowhere.status == 1)
            #expect(nowhere.errors.contains("nowhere/openapi.json cannot be written"))
            try await tried(tool, server)
        }
    }

    /// Needs PyPI once, so it is asked for: `SCAFFOLD_TEST_SCHEMATHESIS=1`.
    private func tried(_ tool: Tool, _ server: Server) async throws {
        guard ProcessInfo.processInfo.environment["SCAFFOLD_TEST_SCHEMATHESIS"] == "1" else { return }
        let script = Tool.repository.appending(path: "scripts/openapi/try")
        let outcome = try await tool.outcome(of: script, ["http://127.0.0.1:\(server.port)"])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("the client works"))
    }
}
