import Foundation
import Testing

/// Apps share one scratch path; whichever was built last, each runs itself.
@Suite(.timeLimit(.minutes(20))) struct SharedBuildTests {
    @Test func `two apps of one name, built in turn and at once, each run themselves`() async throws {
        try await withTemporaryFolder { folder in
            var tools: [Tool] = []
            for (place, model) in [("first", "Apple"), ("second", "Pear")] {
                let parent = folder.appending(path: place)
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                let created = try await Tool(folder: parent)("new", "shop")
                try #require(created.status == 0, "\(created.errors)")
                let tool = Tool(folder: parent.appending(path: "shop"))
                let generated = try await tool("model:generate", "--name", model, "--attributes", "name:string!")
                try #require(generated.status == 0, "\(generated.errors)")
                tools.append(tool)
            }
            for _ in 0..<2 {
                for (tool, path) in zip(tools, ["/api/apples", "/api/pears"]) {
                    let routes = try await tool("routes")
                    #expect(routes.status == 0, "\(routes.errors)")
                    #expect(routes.output.contains(path))
                }
            }
            for name in ["Apple", "Pear"] {
                let tool = tools[name == "Apple" ? 0 : 1]
                let changed = try await tool("model:generate", "--name", "\(name)Tree", "--attributes", "age:integer")
                #expect(changed.status == 0, "\(changed.errors)")
            }
            try await withThrowingTaskGroup(of: (String, String).self) { group in
                for (tool, path) in zip(tools, ["/api/apple-trees", "/api/pear-trees"]) {
                    group.addTask { (path, try await tool("routes").output) }
                }
                for try await (path, output) in group { #expect(output.contains(path)) }
            }
        }
    }
}
