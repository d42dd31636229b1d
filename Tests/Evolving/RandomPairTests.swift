import Foundation
import Testing

@testable import ScaffoldStorage
@testable import ScaffoldTests
@testable import StorageTests
@testable import scaffold

@Suite struct RandomPairTests {
    /// So many pairs an engine, and the number of the first.
    private static let count = number("SCAFFOLD_TEST_PAIRS") ?? 25
    private static let first = number("SCAFFOLD_TEST_FIRST_PAIR") ?? 0

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test(arguments: TestEngine.all)
    func `operations lead from random tables with rows to others and back`(engine: TestEngine) async throws {
        var tally = PairTally()
        let start = ContinuousClock.now
        for seed in Self.first..<(Self.first + Self.count) {
            var random = RandomTables(seed: UInt64(seed))
            random.onlyCommon = !engine.takesBackTables
            let pair = FittedPair(random.pair()) { engine.quote($0) }
            var replay = PairReplay(pair)
            do {
                try await replay.run(on: engine)
                tally.add(replay, seed)
            } catch {
                tally.add(replay, seed, error: error)
            }
        }
        let time = start.duration(to: .now).formatted(.units(allowed: [.seconds]))
        print("\(engine.rawValue): \(time), \(tally.summary)")
        #expect(tally.problems.isEmpty, "\(tally.problems.prefix(20).joined(separator: "\n"))")
        #expect(tally.rows >= 20 * Self.count)
        #expect(tally.lost == 0)
    }
}

extension TestEngine {
    /// A name as the engine writes it.
    func quote(_ name: String) -> String {
        rawValue == "mysql" ? "`\(name.replacing("`", with: "``"))`" : "\"\(name.replacing("\"", with: "\"\""))\""
    }
}

/// What came out for many pairs.
struct PairTally {
    private(set) var pairs = 0
    private(set) var rows = 0
    private(set) var lost = 0
    private(set) var problems: [String] = []
    private var thin: [String] = []
    private var leftOut: [String: Int] = [:]

    mutating func add(_ replay: PairReplay, _ seed: Int, error: (any Error)? = nil) {
        pairs += 1
        rows += replay.rowCount
        lost += replay.lost
        problems += (replay.problems + (error.map { ["\($0)"] } ?? [])).map { "pair \(seed): \($0)" }
        thin += replay.thin.map { "pair \(seed): \($0)" }
        leftOut.merge(replay.pair.leftOut) { $0 + $1 }
    }

    var summary: String {
        let kinds = leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: "; ")
        return "\(pairs) pairs, \(rows) rows, \(lost) lost, \(problems.count) problems, \(thin.count) tables with "
            + "fewer than 20 rows; left out: \(kinds)" + thin.prefix(5).map { "\n  \($0)" }.joined()
    }
}
