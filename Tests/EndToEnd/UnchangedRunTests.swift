import Foundation
import Testing

/// A run over an app of many models that nobody touched reads no file, and sees every touch all the same.
@Suite struct UnchangedRunTests {
    @Test func `an unchanged app of many models is remembered until it is touched`() async throws {
        try await withTemporaryFolder { folder in
            let models = (0..<60).map { "  Model\($0): {attributes: {title: string!}}\n" }.joined()
            let schema = folder.appending(path: "shop.yml")
            try "name: shop\ndatabase: sqlite\nmodels:\n\(models)".write(to: schema, atomically: true, encoding: .utf8)
            let made = try await Tool(folder: folder)("new", "shop", "--schema", "shop.yml")
            try #require(made.status == 0, "\(made.errors)")
            let app = folder.appending(path: "shop")
            let tool = Tool(folder: app)
            let record = app.appending(path: ".scaffold/bin/unchanged").path

            // Nothing is remembered of files that changed a moment ago.
            let first = try await tool("generate")
            #expect(!FileManager.default.fileExists(atPath: record))
            while !FileManager.default.fileExists(atPath: record) {
                #expect(try await tool("generate").output == first.output)
            }
            #expect(try await tool("generate").output == first.output)
            #expect(try await tool("generate", "--check").status == 0)

            let model = app.appending(path: "Sources/App/Models/Model7.swift")
            let text = try String(contentsOf: model, encoding: .utf8)
            try text.replacing("title", with: "tItle").write(to: model, atomically: false, encoding: .utf8)
            #expect(try await tool("generate").output.contains("1 kept"))
            try text.write(to: model, atomically: false, encoding: .utf8)
            #expect(try await tool("generate").output == first.output)
            #expect(try await tool("generate", "--verbose").output.contains("Model7.swift"))
        }
    }
}
