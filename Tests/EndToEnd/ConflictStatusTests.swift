import Foundation
import Testing

/// What a script sees of conflicts: exit statuses, names, and a tree that is as it was.
@Suite struct ConflictStatusTests {
    @Test func `conflicts end a run with status 6 until they are settled`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let app = folder.appending(path: "shop")
            let tool = Tool(folder: app)
            let generated = try await tool("model:generate", "--name", "Cup", "--attributes", "size:integer")
            try #require(generated.status == 0, "\(generated.errors)")

            let model = app.appending(path: "Sources/App/Models/Cup.swift")
            let mine = try String(contentsOf: model, encoding: .utf8).replacing("size: Int?", with: "size: Double?")
            try mine.write(to: model, atomically: true, encoding: .utf8)
            let schema = app.appending(path: "schema.yml")
            let text = try String(contentsOf: schema, encoding: .utf8).replacing("size: integer", with: "size: string")
            try text.write(to: schema, atomically: true, encoding: .utf8)

            // Nobody is at the terminal, and the end of input is no answer.
            for options in [[], ["--conflicts=ask"], ["--dry-run"], ["--json"]] {
                let refused = try await tool.outcome(
                    of: Tool.executable, ["generate", "--allow-data-loss"] + options)
                #expect(refused.status == 6, "\(options)")
                #expect(refused.errors.contains("Sources/App/Models/Cup.swift"), "\(options)")
                #expect(try String(contentsOf: model, encoding: .utf8) == mine)
            }
            let migrations = app.appending(path: "Sources/Database/Migrations").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: migrations).count == 2)

            let skipped = try await tool("generate", "--allow-data-loss", "--conflicts=skip")
            #expect(skipped.status == 0, "\(skipped.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: migrations).count == 3)
            #expect(try await tool("generate", "--check").status == 1)
            #expect(try await tool("resolve").status == 6)

            let settled = try await tool("resolve", "--generated", "Sources/App/Models")
            #expect(settled.status == 0, "\(settled.errors)")
            #expect(try String(contentsOf: model, encoding: .utf8).contains("size: String?"))
            #expect(try await tool("generate", "--check").status == 0)
        }
    }

    @Test func `a merge tool that settles only some files ends with status 6`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let app = folder.appending(path: "shop")
            var tool = Tool(folder: app)
            let schema = app.appending(path: "schema.yml")
            for name in ["Cup", "Mug"] {
                let generated = try await tool("model:generate", "--name", name, "--attributes", "size:integer")
                try #require(generated.status == 0, "\(generated.errors)")
                let model = app.appending(path: "Sources/App/Models/\(name).swift")
                let mine = try String(contentsOf: model, encoding: .utf8).replacing("size: Int?", with: "size: Double?")
                try mine.write(to: model, atomically: true, encoding: .utf8)
            }
            let text = try String(contentsOf: schema, encoding: .utf8).replacing("size: integer", with: "size: string")
            try text.write(to: schema, atomically: true, encoding: .utf8)
            let skipped = try await tool("generate", "--allow-data-loss", "--conflicts=skip")
            #expect(skipped.status == 0, "\(skipped.errors)")

            tool.environment["SCAFFOLD_MERGETOOL"] =
                #"case "$MERGED" in *Cup*) cp "$REMOTE" "$MERGED";; *) false;; esac"#
            let some = try await tool("resolve", "--tool")
            #expect(some.status == 6)
            #expect(some.output.contains("Sources/App/Models/Mug.swift"))
            let cup = app.appending(path: "Sources/App/Models/Cup.swift")
            #expect(try String(contentsOf: cup, encoding: .utf8).contains("size: String?"))
            #expect(try await tool("resolve", "--tool").status == 6)

            tool.environment["SCAFFOLD_MERGETOOL"] = #"cp "$REMOTE" "$MERGED""#
            #expect(try await tool("resolve", "--tool").status == 0)
            #expect(try await tool("generate", "--check").status == 0)
        }
    }
}
