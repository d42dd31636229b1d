import Foundation
import Testing

/// The image's build steps, run without a container engine: an app that carries the runtime along, moved to an empty
/// folder, builds there with nothing but what its Dockerfile says.
@Suite(.timeLimit(.minutes(40))) struct DockerfileTests {
    @Test func `an app that carries the runtime along builds by its Dockerfile in another folder`() async throws {
        try await withTemporaryFolder { folder in
            let schema = Tool.repository.appending(path: "Examples/blog/schema.yml").path
            let created = try await Tool(folder: folder)("new", "blog", "--schema", schema, "--runtime", "copy")
            try #require(created.status == 0, "\(created.errors)")
            let moved = folder.appending(path: "image/build")
            try FileManager.default.createDirectory(
                at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: folder.appending(path: "blog"), to: moved)

            let steps = try buildSteps(moved)
            try #require(steps.contains { $0.contains("swift build -c release") })
            for step in steps where !step.contains("apt-get") {
                // The image has /out at its root; here it is beside the app.
                let command = step.replacingOccurrences(of: "/out", with: "\(folder.path)/image/out")
                let shell = Tool(folder: moved).process(URL(fileURLWithPath: "/bin/bash"), ["-c", command])
                shell.standardOutput = FileHandle.nullDevice
                let status = try await shell.runToEnd()
                try #require(status == 0, "\(command)")
            }

            let out = folder.appending(path: "image/out")
            var tool = Tool(folder: out)
            tool.environment["DATABASE_URL"] = "sqlite:\(out.path)/blog.sqlite3"
            for arguments in [["blog-db", "db:migrate"], ["blog", "routes"]] {
                let process = tool.process(out.appending(path: arguments[0]), [arguments[1]])
                process.standardOutput = FileHandle.nullDevice
                let status = try await process.runToEnd()
                #expect(status == 0, "\(arguments)")
            }
        }
    }

    /// The `RUN` lines of the build stage, continued lines joined.
    private func buildSteps(_ app: URL) throws -> [String] {
        let text = try String(contentsOf: app.appending(path: "Dockerfile"), encoding: .utf8)
        let stages = text.components(separatedBy: "\nFROM ")
        try #require(stages.count == 3)
        let stage = stages[1].replacingOccurrences(of: "\\\n", with: " ")
        return stage.split(separator: "\n").filter { $0.hasPrefix("RUN ") }.map { String($0.dropFirst(4)) }
    }
}
