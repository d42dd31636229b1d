import Foundation
import Testing

@testable import scaffold

/// What comes of edits that compile and changes of the schema compiles, and passes its tests.
@Suite struct CompiledAppsTests {
    /// So many apps; none unless said, since they take minutes.
    private static let count = RegenerationTests.number("SCAFFOLD_TEST_COMPILED_APPS") ?? 0
    private static let first = RegenerationTests.number("SCAFFOLD_TEST_FIRST_REGENERATION") ?? 0

    @Test(.enabled(if: count > 0))
    func `apps that were edited and generated again compile and pass their tests`() async throws {
        let problems = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try Self.problems() }) }
        }
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    private static func problems() throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fuzzed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var apps = CompiledApps(in: folder)
        var (problems, words): ([String], [String]) = ([], [])
        var report = RegenerationReport()
        for seed in first..<(first + count) {
            var run = Regeneration(seed: seed, onlyCompilable: true)
            guard let app = try run.run(in: RegeneratedApp()) else { continue }
            report.add(run.report, seed: seed)
            words.append("\(run)")
            let conflicts = run.report.needless.map { "in conflict: \($0)" }
            problems += (run.report.problems + conflicts).map { "\(run)\n    \($0)" }
            if count == 1 { problems += run.report.shown.values }
            if run.report.conflicts == 0 { try apps.add(app, named: run.schema.name) }
        }
        guard !apps.isEmpty else { return problems }
        let outcome = try apps.test()
        print("\(folder.path): \(outcome.passed)\n\(report.summary)")
        guard !outcome.complaints.isEmpty else { return problems }
        let named = words.filter { words in outcome.complaints.contains { $0.contains(Self.name(in: words)) } }
        return problems + outcome.complaints.prefix(60) + named
    }

    private static func name(in words: String) -> String {
        "/fuzzed\(words.prefix { $0 != " " }.split(separator: "=").last ?? "")/"
    }
}
