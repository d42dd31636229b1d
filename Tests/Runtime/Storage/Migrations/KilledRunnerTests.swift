import Foundation
import Testing

@testable import ScaffoldStorage

/// A process that is killed in the middle of a migration. It is this program again, told to run nothing but the
/// migration.
@Suite struct KilledRunnerTests {
    private static let urlVariable = "SCAFFOLD_TEST_RUNNER_URL"
    private static let markVariable = "SCAFFOLD_TEST_RUNNER_MARK"
    private static let environment = ProcessInfo.processInfo.environment

    /// Makes `a`, then `b`; between the two somebody may look.
    private static func scripts(between body: @escaping @Sendable () -> Void) -> [Script] {
        [
            .table("20260101-z"),
            Script("20260102-b") {
                $0.createTable("a") { $0.column("id", .integer) }
                $0.run("pause") { _ in body() }
                $0.createTable("b") { $0.column("id", .integer) }
            } down: {
                $0.dropTable("b")
                $0.dropTable("a")
            },
        ]
    }

    /// The process that is killed.
    @Test(.enabled(if: environment[urlVariable] != nil)) func `migrate and stop`() async throws {
        let url = try DatabaseURL(try #require(Self.environment[Self.urlVariable]), source: Self.urlVariable)
        let mark = try #require(Self.environment[Self.markVariable])
        let scripts = Self.scripts {
            _ = FileManager.default.createFile(atPath: mark, contents: nil)
            sleep(120)
        }
        try await Migrator(try Database(DatabaseConfiguration(url: url)), scripts: scripts).up()
    }

    #if os(Linux)
        @Test(.enabled(if: environment[urlVariable] == nil), .timeLimit(.minutes(2)), arguments: TestEngine.all)
        func `killed, it leaves no lock, and the next one finishes`(_ engine: TestEngine) async throws {
            try await engine.withEmptyURL { url in
                let mark = FileManager.default.temporaryDirectory.appending(path: "mark-\(UUID().uuidString)").path
                defer { try? FileManager.default.removeItem(atPath: mark) }
                let process = try start(url, mark: mark)
                defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
                while !FileManager.default.fileExists(atPath: mark) {
                    try #require(process.isRunning)
                    try await Task.sleep(for: .milliseconds(20))
                }
                let database = try Database(DatabaseConfiguration(url: url))
                // It is at work: nobody else comes in.
                await #expect(throws: MigrationLockError.self) {
                    try await Migrator(
                        database, scripts: Self.scripts {}, options: MigratorOptions(wait: .milliseconds(300))
                    ).up()
                }
                kill(process.processIdentifier, SIGKILL)
                let migrator = Migrator(database, scripts: Self.scripts {})
                let steps = try await migrator.up()
                #expect(steps.map(\.name) == ["20260102-b"])
                let tables = try await database.tables(of: ["a", "b", "z"])
                #expect(tables == ["a", "b", "z"])
                let states = try await migrator.status()
                #expect(states.allSatisfy { $0.isExecuted && $0.operationsDone == nil && !$0.isEdited })
            }
        }

        private func start(_ url: DatabaseURL, mark: String) throws -> Process {
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["--testing-library", "swift-testing", "--filter", "KilledRunnerTests"]
            process.environment = Self.environment.merging([
                Self.urlVariable: "\(url)", Self.markVariable: mark,
            ]) { $1 }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
    #endif
}
