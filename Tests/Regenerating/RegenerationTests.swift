import Foundation
import Testing

@testable import scaffold

/// Schemas change and files are edited, at random: nothing that somebody wrote is lost.
@Suite struct RegenerationTests {
    /// So many runs, and the number of the first.
    private static let count = number("SCAFFOLD_TEST_REGENERATIONS") ?? 100
    private static let first = number("SCAFFOLD_TEST_FIRST_REGENERATION") ?? 0

    static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test func `edits and changes of the schema come together and nothing is lost`() async throws {
        let start = ContinuousClock.now
        let batch = await RegenerationBatch.run(Self.first..<(Self.first + Self.count))
        let time = start.duration(to: .now).formatted(.units(allowed: [.minutes, .seconds]))
        print("\(time): \(batch.report.summary)")
        #expect(batch.failures.isEmpty, "\(batch.words(isWhole: Self.count == 1))")
        let report = batch.report
        #expect(report.refused.count * 10 <= report.runs, "\(report.refused.prefix(5).joined(separator: "\n"))")
        guard Self.count >= 100 else { return }
        #expect(report.near * 3 >= report.runs)
        #expect(report.disjoint >= Self.count / 3)
        #expect(report.disjointConflicts * 50 <= report.disjoint)
    }
}
