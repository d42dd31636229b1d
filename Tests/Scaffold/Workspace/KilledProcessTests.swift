import Foundation
import Testing

@testable import scaffold

/// The built tool, killed for real while it writes.
@Suite struct KilledProcessTests {
    /// Beside the test bundle, where SwiftPM puts the executables that the tests depend on.
    private static let tool = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "scaffold")

    private static func models(_ attribute: String) -> String {
        (1...20).map { "  Thing\($0): {attributes: {title: \(attribute)}}\n" }.joined()
    }

    private func tree(_ app: TemporaryApp) -> [String: String] { app.tree().filter { $0.key != "schema.yml" } }

    @Test func `whatever the moment of its death, the tree is the old one or the new one`() async throws {
        let git = try GitApp()
        try git.generate(Self.models("string!"), minute: 0)
        let old = tree(git.app)
        try git.generate(Self.models("{type: string, allowNull: false, validate: {len: [1, 50]}}"), minute: 1)
        let new = tree(git.app)
        #expect(old != new)

        var random = SystemRandomNumberGenerator()
        var recoveries = 0
        var ends: Set<Bool> = []
        for turn in 0..<40 {
            let command = tree(git.app) == old ? "generate" : "undo"
            // Short ones meet the staging, long ones the renames and the end, also on a machine that is busy.
            let longest = 500 << Int.random(in: 0...9, using: &random)
            try await kill(command, in: git.app, after: .microseconds(Int.random(in: 0...longest, using: &random)))
            let recovery = try Workspace(at: git.app.root).recovery
            recoveries += recovery == nil ? 0 : 1
            let found = tree(git.app)
            #expect(found == old || found == new, "turn \(turn), \(command), \(recovery ?? "nothing found")")
            ends.insert(found == old)
            guard found == old || found == new else { return }
        }
        #expect(recoveries > 0, "no run was killed while it wrote: this tried nothing")
        #expect(ends == [true, false])
    }

    /// Kills the tool so long after it began to write.
    private func kill(_ command: String, in app: TemporaryApp, after delay: Duration) async throws {
        let process = Process()
        process.executableURL = Self.tool
        process.arguments = [command]
        process.currentDirectoryURL = URL(fileURLWithPath: app.root)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { return done.resume(throwing: error) }
            let id = process.processIdentifier
            let journal = app.absolute(".scaffold/journal")
            Task.detached {
                while process.isRunning, !FileManager.default.fileExists(atPath: journal) {
                    try? await Task.sleep(for: .microseconds(100))
                }
                try? await Task.sleep(for: delay)
                if process.isRunning { Foundation.kill(id, SIGKILL) }
            }
        }
    }
}
