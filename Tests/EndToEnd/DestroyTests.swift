import Foundation
import Testing

/// Taking a model back leaves everything else as it was, and loses no edit.
@Suite struct DestroyTests {
    @Test func `a model goes with its files and a migration, edits and the rest of the schema stay`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let app = folder.appending(path: "shop")
            let tool = Tool(folder: app)
            _ = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string")
            let schema = app.appending(path: "schema.yml")
            let before = try String(contentsOf: schema, encoding: .utf8) + "  # a comment of mine\n"
            try before.write(to: schema, atomically: true, encoding: .utf8)
            let generated = try await tool("model:generate", "--name", "Cup", "--attributes", "size:integer")
            try #require(generated.status == 0, "\(generated.errors)")
            let model = app.appending(path: "Sources/App/Models/Cup.swift")
            let edited = try String(contentsOf: model, encoding: .utf8) + "// mine\n"
            try edited.write(to: model, atomically: true, encoding: .utf8)

            let destroyed = try await tool("destroy", "model", "Cup")
            #expect(destroyed.status == 0, "\(destroyed.errors)")
            #expect(destroyed.output.contains("-drop-cups.swift"))
            #expect(destroyed.output.contains("orphaned Sources/App/Models/Cup.swift"))
            #expect(try String(contentsOf: schema, encoding: .utf8) == before)
            #expect(try String(contentsOf: model, encoding: .utf8) == edited)
            #expect(!FileManager.default.fileExists(atPath: app.path + "/Sources/App/Models/Cup+Storage.swift"))

            let unknown = try await tool("destroy", "model", "Te")
            #expect(unknown.status == 1)
            #expect(unknown.errors.contains("Tea"))
        }
    }

    @Test func `a table that was dropped by hand gets no migration`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let tool = Tool(folder: folder.appending(path: "shop"))
            _ = try await tool("model:generate", "--name", "Cup", "--attributes", "size:integer")
            let destroyed = try await tool("destroy", "model", "Cup", "--no-migration")
            #expect(destroyed.status == 0, "\(destroyed.errors)")
            #expect(destroyed.output.contains("remove   Sources/App/Models/Cup.swift"))
            #expect(!destroyed.output.contains("drop-cups"))
            #expect(try await tool("generate", "--check").status == 0)
        }
    }

    @Test func `line endings of Windows stay`() async throws {
        try await withTemporaryFolder { folder in
            let text =
                "name: old\r\nmodels:\r\n  Tea:\r\n    attributes: {name: string}\r\n  Cup:\r\n    attributes:\r\n"
            let schema = folder.appending(path: "windows.yml")
            try (text + "      size: integer\r\n").write(to: schema, atomically: true, encoding: .utf8)
            let created = try await Tool(folder: folder)("new", "shop", "--schema", schema.path)
            try #require(created.status == 0, "\(created.errors)")
            let app = folder.appending(path: "shop")
            let destroyed = try await Tool(folder: app)("destroy", "model", "Tea")
            #expect(destroyed.status == 0, "\(destroyed.errors)")
            let left = try String(contentsOf: app.appending(path: "schema.yml"), encoding: .utf8)
            #expect(left == "name: shop\r\nmodels:\r\n  Cup:\r\n    attributes:\r\n      size: integer\r\n")
        }
    }

    @Test func `a model that others refer to stays`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let tool = Tool(folder: folder.appending(path: "shop"))
            _ = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string")
            _ = try await tool("model:generate", "--name", "Cup", "--attributes", "tea:belongsTo:Tea")
            let refused = try await tool("destroy", "model", "Tea")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("Tea"))
            let current = try await tool("generate", "--check")
            #expect(current.status == 0)
        }
    }
}
