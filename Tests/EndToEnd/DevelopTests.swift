import Foundation
import Testing

/// `scaffold dev` as somebody works with it, while clients ask all the time.
@Suite(.timeLimit(.minutes(30))) struct DevelopTests {
    @Test func `an app is edited, evolved, broken and mended, and not one request fails`() async throws {
        try await withTemporaryFolder { folder in
            let schema = Tool.repository.appending(path: "Examples/blog/schema.yml").path
            let created = try await Tool(folder: folder)("new", "blog", "--schema", schema)
            try #require(created.status == 0, "\(created.output)\(created.errors)")
            let tool = Tool(folder: folder.appending(path: "blog"))
            let port = Server.freePort()

            let development = try Development(tool, port: port)
            let start = try await development.says("serving http://127.0.0.1:\(port)")
            #expect(start.contains("blog in development, http://127.0.0.1:\(port)"))
            #expect(start.contains("create-post-tag"))

            let hammer = Hammer(port: port, path: "/api/posts")
            try await edited(tool, development, port)
            try await evolved(tool, development, port)
            try await broken(tool, development, port)
            try await refused(tool, development, port)
            let load = try await hammer.stop()
            #expect(load.failures.isEmpty, "\(load.failures.prefix(5))")
            #expect(load.answered > 1000)

            // Nobody is left who answers, and the port is free.
            _ = await development.end(by: SIGKILL)
            try await isGone(port)
            let again = try Development(tool, port: port)
            try await again.says("serving http://127.0.0.1:\(port)")
            #expect(await again.end(by: SIGTERM) == 0)
            #expect(PlainConnection(port: port) == nil)
        }
    }

    private func edit(_ tool: Tool, _ path: String, _ change: (String) -> String) throws {
        let file = tool.folder.appending(path: path)
        try change(String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
    }

    private let controller = "Sources/App/Controllers/TagController.swift"

    private func answer(_ port: Int, _ path: String) -> String {
        PlainConnection(port: port)?.answer(to: "GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") ?? ""
    }

    /// A controller is edited by hand.
    private func edited(_ tool: Tool, _ development: Development, _ port: Int) async throws {
        try edit(tool, controller) { $0.replacing("orNotFound(\"Tag\"))", with: "orNotFound(\"Label\"))") }
        let said = try await development.says("serving http://127.0.0.1:\(port)")
        #expect(said.contains("\(controller) changed"))
        #expect(said.contains("rebuilt in "))
        #expect(answer(port, "/api/tags/1").contains("Label"))
    }

    /// A model gets an attribute: code, migration, database and answers follow.
    private func evolved(_ tool: Tool, _ development: Development, _ port: Int) async throws {
        try edit(tool, "schema.yml") {
            $0.replacing("{name: \"string! unique trim\"}", with: "{name: \"string! unique trim\", color: string}")
        }
        let said = try await development.says("serving http://127.0.0.1:\(port)")
        #expect(said.contains("  merge") || said.contains("  update"))
        #expect(said.contains("migrated"))
        let body = #"{"name":"swift","color":"orange"}"#
        let created =
            PlainConnection(port: port)?.answer(
                to: "POST /api/tags HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)") ?? ""
        #expect(created.hasPrefix("HTTP/1.1 201"), "\(created)")
        #expect(answer(port, "/api/tags/1").contains(#""color":"orange""#))
    }

    /// What does not compile is told in a few lines, and harms nobody.
    private func broken(_ tool: Tool, _ development: Development, _ port: Int) async throws {
        try edit(tool, controller) { $0 + "\nlet broken: Int = \"text\"\n" }
        let said = try await development.says("the last good server goes on answering")
        #expect(said.contains("\(controller):"))
        #expect(said.contains("error: cannot convert value of type 'String' to specified type 'Int'"))
        #expect(answer(port, "/api/tags/1").contains("orange"))
        try edit(tool, controller) { $0.replacing("\nlet broken: Int = \"text\"\n", with: "") }
        try await development.says("serving http://127.0.0.1:\(port)")
        #expect(answer(port, "/api/tags/1").contains("orange"))
    }

    /// What would lose data is told, and not done.
    private func refused(_ tool: Tool, _ development: Development, _ port: Int) async throws {
        try edit(tool, "schema.yml") { $0.replacing(", color: string", with: "") }
        let said = try await development.says("--drop Tag.color")
        #expect(said.contains("Nothing was written"))
        #expect(said.contains("scaffold generate"))
        try await Task.sleep(for: .seconds(1))
        #expect(answer(port, "/api/tags/1").contains("orange"))
    }

    private func isGone(_ port: Int) async throws {
        for _ in 0..<1500 {
            if PlainConnection(port: port) == nil { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("somebody still listens at \(port)")
    }
}
