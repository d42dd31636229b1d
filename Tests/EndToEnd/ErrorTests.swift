import Foundation
import Testing

/// What a person reads who got something wrong; nothing is ever half-done.
@Suite struct ErrorTests {
    @Test func `every mistake of a schema is named at once, with its place, and nothing is written`() async throws {
        try await withTemporaryFolder { folder in
            let schema = folder.appending(path: "broken.yml")
            try """
            name: blog
            models:
              Post:
                attributes:
                  title: strng!
                associations:
                  author: {belongsTo: Usr}
              User:
                attribute: {name: string}
            """.write(to: schema, atomically: true, encoding: .utf8)
            let outcome = try await Tool(folder: folder)("new", "blog", "--schema", schema.path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("broken.yml:5:14: error:"))
            #expect(outcome.errors.contains("string"))
            #expect(outcome.errors.contains("broken.yml:7:27: error:"))
            #expect(outcome.errors.contains("User"))
            #expect(outcome.errors.contains("broken.yml:9:5: error:"))
            #expect(outcome.errors.contains("attributes"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "blog").path))
        }
    }

    @Test func `a model that exists already is not generated again`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Tool(folder: folder)("new", "shop")
            let tool = Tool(folder: folder.appending(path: "shop"))
            let first = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string")
            #expect(first.status == 0)
            let again = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string")
            #expect(again.status == 1)
            #expect(again.errors.contains("already exists"))
            let more = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string,origin:string")
            #expect(more.status == 0)
            #expect(more.output.contains("add-origin-to-tea"))
            let changed = try await tool("model:generate", "--name", "Tea", "--attributes", "name:text")
            #expect(changed.status == 1)
        }
    }

    @Test func `an engine that there is not is refused by name, the others bring their trait`() async throws {
        try await withTemporaryFolder { folder in
            let outcome = try await Tool(folder: folder)("new", "shop", "--database", "oracle")
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("oracle"))
            #expect(outcome.errors.contains("postgresql"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)

            #expect(try await Tool(folder: folder)("new", "shop", "--database", "postgresql").status == 0)
            let manifest = folder.appending(path: "shop/Package.swift")
            #expect(try String(contentsOf: manifest, encoding: .utf8).contains("traits: [.defaults, \"PostgreSQL\"]"))
        }
    }

    @Test(arguments: [["db:migrat"], ["generate", "--chekc"], ["model:generate", "--name"], ["no-such"]])
    func `a mistyped command or option ends with a word and status 64`(_ arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let process = Tool(folder: folder).process(Tool.executable, arguments)
            process.standardError = FileHandle.nullDevice
            let status = try await process.runToEnd()
            #expect(status == 64)
        }
    }
}
