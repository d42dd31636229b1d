import Foundation
import ScaffoldRuntime

/// Runs operations round by round, both ways in turn, so that whatever else the machine does hits all alike.
struct Contest {
    private let rounds: Int
    private var operations: [Operation] = []
    private var results: [(models: [Double], hand: [Double])] = []

    init(rounds: Int) {
        self.rounds = rounds
    }

    mutating func add(_ operation: Operation) {
        operations.append(operation)
        results.append(([], []))
    }

    /// The first round only warms up.
    mutating func run(_ hand: HandWritten) async throws {
        for round in 0...rounds {
            for (index, operation) in operations.enumerated() {
                for isHand in round % 2 == 0 ? [true, false] : [false, true] {
                    let time = try await measure(operation, isHand ? hand : nil)
                    guard round > 0 else { continue }
                    if isHand { results[index].hand.append(time) } else { results[index].models.append(time) }
                }
            }
        }
    }

    /// Microseconds an operation.
    private func measure(_ operation: Operation, _ hand: HandWritten?) async throws -> Double {
        let start = ContinuousClock.now
        for number in 0..<operation.count {
            let spread = Operation.spread(number)
            if let hand { try await operation.hand(hand, spread) } else { try await operation.models(spread) }
        }
        let time = ContinuousClock.now - start
        try await operation.cleanUp()
        return (Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12)
            / Double(operation.count)
    }

    var table: String {
        var lines = [
            Self.line("", ["models", "min", "by hand", "min", "ratio"])
        ]
        for (operation, result) in zip(operations, results) {
            let (models, hand) = (result.models.sorted(), result.hand.sorted())
            let medians = (models[models.count / 2], hand[hand.count / 2])
            lines.append(
                Self.line(
                    operation.name,
                    [medians.0, models[0], medians.1, hand[0]].map { $0.text(1) } + [(medians.0 / medians.1).text(2)]))
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        let padded = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 32 - name.count)) + padded.joined()
    }
}

extension Double {
    /// The number with so many digits behind the point.
    func text(_ digits: Int) -> String {
        formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US")))
    }
}
