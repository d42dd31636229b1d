import Foundation
import Synchronization

@testable import scaffold

/// Many runs, on all processors.
final class RegenerationBatch: Sendable {
    struct Failure {
        var seed: Int
        var words: String
        var evidence: String
    }

    private struct State {
        var report = RegenerationReport()
        var failures: [Failure] = []
        /// What has to parse, with the run that it is of.
        var parsed: [(seed: Int, merged: RegenerationReport.Merged, words: String)] = []
    }

    private let state = Mutex(State())

    var report: RegenerationReport { state.withLock(\.report) }
    var failures: [Failure] { state.withLock { $0.failures.sorted { $0.seed < $1.seed } } }

    /// Beside the tests' own threads, which are few.
    static func run(_ seeds: Range<Int>) async -> RegenerationBatch {
        let batch = RegenerationBatch()
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                DispatchQueue.concurrentPerform(iterations: seeds.count) {
                    batch.run(seeds.lowerBound + $0, isAlone: seeds.count == 1)
                }
                batch.parse(atLeast: 1)
                continuation.resume()
            }
        }
        return batch
    }

    private func run(_ seed: Int, isAlone: Bool) {
        var run = Regeneration(seed: seed)
        do {
            _ = try run.run(in: RegeneratedApp())
        } catch {
            run.report.problems.append("\(error)")
        }
        let words = "\(run)"
        if isAlone {
            print(words)
            for (_, text) in run.report.shown.sorted(by: { $0.key < $1.key }) { print(text) }
        }
        state.withLock { state in
            state.report.add(run.report, seed: seed)
            state.parsed += run.report.parsed.map { (seed, $0, words) }
            if !run.report.problems.isEmpty {
                let problems = run.report.problems.map { "    \($0)" }.joined(separator: "\n")
                let evidence = run.report.evidence.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
                state.failures.append(
                    Failure(
                        seed: seed, words: "\(words)\n  problems:\n\(problems)",
                        evidence: "schema before:\n\(run.schema.yaml)\nschema after:\n\(run.changed.yaml)\n\(evidence)")
                )
            }
        }
        parse(atLeast: 200)
    }

    /// What was merged without a conflict parses, if the user's text did.
    private func parse(atLeast count: Int) {
        let waiting = state.withLock { state in
            defer { if state.parsed.count >= count { state.parsed = [] } }
            return state.parsed.count >= count ? state.parsed : []
        }
        guard !waiting.isEmpty else { return }
        do {
            let faulty = try faulty(waiting.map(\.merged.merged))
            let wrong = try faulty.subtracting(self.faulty(waiting.map(\.merged.mine), only: faulty))
            state.withLock { state in
                for index in wrong.sorted() {
                    let (seed, merged, words) = waiting[index]
                    state.failures.append(
                        Failure(
                            seed: seed,
                            words: "\(words)\n  problems:\n    \(merged.path) was merged and does not parse",
                            evidence: String(decoding: merged.merged, as: UTF8.self)))
                }
            }
        } catch {
            state.withLock { $0.failures.append(Failure(seed: -1, words: "cannot parse: \(error)", evidence: "")) }
        }
    }

    private func faulty(_ texts: [[UInt8]], only indices: Set<Int>? = nil) throws -> Set<Int> {
        let chosen = texts.indices.filter { indices?.contains($0) ?? true }
        guard !chosen.isEmpty else { return [] }
        return Set(try SwiftcSyntaxCheck().faulty(chosen.map { ("\($0)", texts[$0]) }).compactMap { Int($0) })
    }

    /// What failed; all of it when there was one run only.
    func words(isWhole: Bool) -> String {
        let failures = failures
        return failures.prefix(10).map { $0.words + (isWhole ? "\n" + $0.evidence : "") }.joined(separator: "\n\n")
            + (failures.count > 10 ? "\n\nand \(failures.count - 10) more" : "")
    }
}
