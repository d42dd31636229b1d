import Foundation
import ScaffoldDatabase
import ScaffoldRuntime

/// `storage [compare|memory] [--rounds N] URL…`, `storage fill|remove URL`, `storage count …`: what the models cost beside
/// the same work written by hand.
@main
struct Storage {
    /// The main thread only waits: an `async` main would end it, and valgrind ends with it.
    static func main() {
        Task.detached {
            do {
                try await run(Array(CommandLine.arguments.dropFirst()))
                exit(0)
            } catch {
                FileHandle.standardError.write(Data("error: \(error)\n".utf8))
                exit(1)
            }
        }
        while true { sleep(1_000) }
    }

    private static func run(_ words: [String]) async throws {
        var arguments = words
        var rounds = 9
        if let flag = arguments.firstIndex(of: "--rounds"), flag + 1 < arguments.count {
            rounds = Int(arguments[flag + 1]) ?? rounds
            arguments.removeSubrange(flag...flag + 1)
        }
        if arguments.first == "fill", arguments.count == 2 { return try await fill(arguments[1]) }
        if arguments.first == "remove", arguments.count == 2 { return try await remove(arguments[1]) }
        if arguments.first == "count" {
            guard let url = arguments.popLast() else { return }
            return try await count(Counting(arguments.dropFirst()), url)
        }
        let isAboutMemory = arguments.first == "memory"
        if isAboutMemory || arguments.first == "compare" { arguments.removeFirst() }
        guard !arguments.isEmpty else {
            print("usage: storage [compare|memory] [--rounds N] URL…    each an empty database")
            print("       storage fill URL                              an empty database, for `count`")
            print("       storage remove URL                            the tables again")
            print("       storage count OPERATION models|hand TIMES URL")
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

    private static func fill(_ text: String) async throws {
        let database = try Database(DatabaseConfiguration(url: DatabaseURL(text, source: "the URL")))
        try await database.run { try await Contents.fill(database) }
    }

    private static func remove(_ text: String) async throws {
        try await Contents.remove(Database(DatabaseConfiguration(url: DatabaseURL(text, source: "the URL"))))
    }

    /// Rows that this writes stay, so on a server what reads pages comes first; of a file give it a copy.
    private static func count(_ counting: Counting, _ text: String) async throws {
        let url = try DatabaseURL(text, source: "the URL")
        let hand = try HandWritten(url.engine, text)
        try await Database(DatabaseConfiguration(url: url)).run { try await counting.run(hand) }
    }

    private static func compare(_ engine: DatabaseEngine, _ hand: HandWritten, rounds: Int) async throws {
        var contest = Contest(rounds: rounds)
        for operation in Operation.all { contest.add(operation) }
        try await contest.run(hand)
        print("\n\(engine.rawValue), microseconds an operation, \(rounds) rounds")
        print(contest.table)
    }
}
