import ScaffoldRuntime

/// Does one operation so many times and nothing else, for whoever counts instructions from outside.
struct Counting {
    let operation: Operation
    let isByHand: Bool
    let times: Int

    /// - Parameter words: the operation's name, `models` or `hand`, how many times.
    init(_ words: some Collection<String>) throws {
        let words = Array(words)
        guard words.count == 3, let operation = Operation.all.first(where: { $0.name == words[0] }),
            ["models", "hand"].contains(words[1]), let times = Int(words[2])
        else {
            throw Problem("count takes an operation (\(Self.names)), `models` or `hand`, and a number")
        }
        (self.operation, isByHand, self.times) = (operation, words[1] == "hand", times)
    }

    private static var names: String { Operation.all.map(\.name).joined(separator: "; ") }

    func run(_ hand: HandWritten) async throws {
        for number in 0..<times {
            let spread = Operation.spread(number)
            if isByHand { try await operation.hand(hand, spread) } else { try await operation.models(spread) }
        }
    }
}
