import Foundation
import ScaffoldDatabase
import ScaffoldRuntime

/// `storage [compare|memory] [--rounds N] URL…`: what the models cost beside the same work written by hand.
@main
struct Storage {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ words: [String]) async throws {
        var arguments = words
        var rounds = 9
        if let flag = arguments.firstIndex(of: "--rounds"), flag + 1 < arguments.count {
            rounds = Int(arguments[flag + 1]) ?? rounds
            arguments.removeSubrange(flag...flag + 1)
        }
        let isAboutMemory = arguments.first == "memory"
        if isAboutMemory || arguments.first == "compare" { arguments.removeFirst() }
        guard !arguments.isEmpty else {
            print("usage: storage [compare|memory] [--rounds N] URL…    each an empty database")
            return
        }
        let count = rounds
        for text in arguments {
            let url = try DatabaseURL(text, source: "the URL")
            let database = try Database(DatabaseConfiguration(url: url))
            try await database.run {
                try await Contents.fill(database)
                if isAboutMemory {
                    try await Memory.measure(url)
                } else {
                    try await compare(url.engine, HandWritten(url.engine, text), rounds: count)
                }
            }
            try await Contents.remove(database)
        }
    }

    private static func compare(_ engine: DatabaseEngine, _ hand: HandWritten, rounds: Int) async throws {
        var contest = Contest(rounds: rounds)
        for operation in Operation.all { contest.add(operation) }
        try await contest.run(hand)
        print("\n\(engine.rawValue), microseconds an operation, \(rounds) rounds")
        print(contest.table)
    }
}
