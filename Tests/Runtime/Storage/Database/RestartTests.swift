import Foundation
import Testing

@testable import ScaffoldStorage

/// The server goes away and comes back: ended in good order (`TERM` for MariaDB, `INT` for PostgreSQL, which ends the
/// sessions), at once, or killed.
@Suite struct RestartTests {
    struct Ending: Sendable, CustomTestStringConvertible {
        var engine: TestEngine
        var signal: String

        var testDescription: String { "\(engine) \(signal)" }

        static let all = TestEngine.servers.flatMap { engine in
            (engine.kind == .postgresql ? ["INT", "QUIT", "KILL"] : ["TERM", "KILL"])
                .map { Ending(engine: engine, signal: $0) }
        }
    }

    @Test(arguments: Ending.all)
    func `idle connections that went with the server are replaced, and nobody notices`(_ ending: Ending) async throws {
        try await RestartableServer.with(ending.engine) { server, database in
            try await useAll(database)
            try await server.restart(ending.signal)
            try await useAll(database)
            try await server.restart(ending.signal)
            try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
            try await database.transaction { try await database.execute("INSERT INTO items VALUES (2, 'b')", []) }
            let count = try await database.count("items")
            #expect(count == 2)
        }
    }

    @Test(arguments: Ending.all)
    func `a transaction that the server went away from is rolled back, and runs anew where it may`(
        _ ending: Ending
    ) async throws {
        try await RestartableServer.with(ending.engine) { server, database in
            await #expect(throws: ConnectionLostError.self) {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
                    try await server.restart(ending.signal)
                    try await database.execute("INSERT INTO items VALUES (2, 'b')", [])
                }
            }
            var count = try await database.count("items")
            #expect(count == 0)
            // The connection is looked at only when it was idle: the body's last word is COMMIT.
            await #expect(throws: ConnectionLostError.self) {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
                    try await server.restart(ending.signal)
                }
            }
            var runs = 0
            try await database.transaction(retries: 1) {
                runs += 1
                try await database.execute("INSERT INTO items VALUES (3, 'c')", [])
                if runs == 1 { try await server.restart(ending.signal) }
                try await database.execute("INSERT INTO items VALUES (4, 'd')", [])
            }
            count = try await database.count("items")
            #expect((runs, count) == (2, 2))
            try await useAll(database)
        }
    }

    @Test(arguments: Ending.all)
    func `while the server is down all is refused at once, and all goes on when it is back`(_ ending: Ending)
        async throws
    {
        try await RestartableServer.with(ending.engine) { server, database in
            try await useAll(database)
            try await server.stop(ending.signal)
            let start = ContinuousClock.now
            let failures = await withTaskGroup(of: (any Error)?.self) { group in
                for number in 0..<30 {
                    group.addTask {
                        await thrown {
                            switch number % 3 {
                            case 0: _ = try await database.count("items")
                            case 1: try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
                            default: try await database.transaction { _ = try await database.count("items") }
                            }
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(failures.allSatisfy { $0 is ConnectionError || $0 is ConnectionLostError })
            #expect(start.duration(to: .now) < .seconds(5))
            let error = await thrown { _ = try await database.count("items") }
            #expect("\(try #require(error as? ConnectionError))".contains("127.0.0.1"))
            let isReachable = await database.isReachable
            #expect(!isReachable)
            try await server.start()
            try await useAll(database)
        }
    }

    @Test(arguments: Ending.all)
    func `a transaction with retries outlasts the time that the server is down`(_ ending: Ending) async throws {
        try await RestartableServer.with(ending.engine) { server, database in
            try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
            try await server.stop(ending.signal)
            async let back: Void = {
                try await Task.sleep(for: .milliseconds(300))
                try await server.start()
            }()
            try await database.transaction(retries: 30) {
                try await database.execute("INSERT INTO items VALUES (2, 'b')", [])
            }
            try await back
            let count = try await database.count("items")
            #expect(count == 2)
            // It is not waited for when nobody asked for that.
            try await server.stop(ending.signal)
            // What served a connection outlives a killed PostgreSQL for a moment, and still answers.
            try await Task.sleep(for: .seconds(2))
            await #expect(throws: ConnectionError.self) {
                try await database.transaction(retries: 2) { _ = try await database.count("items") }
            }
        }
    }

    @Test(arguments: Ending.all)
    func `a statement that runs when the server ends is told so at once`(_ ending: Ending) async throws {
        try await RestartableServer.with(ending.engine) { server, database in
            let wait = ending.engine.kind == .postgresql ? "SELECT pg_sleep(30)" : "SELECT SLEEP(30)"
            let plain = Task { try await database.execute(wait, []) }
            let inside = Task { try await database.transaction { try await database.execute(wait, []) } }
            try await Task.sleep(for: .seconds(2))
            let start = ContinuousClock.now
            try await server.stop(ending.signal)
            await #expect(throws: ConnectionLostError.self) { try await plain.value }
            await #expect(throws: ConnectionLostError.self) { try await inside.value }
            #expect(start.duration(to: .now) < .seconds(10))
            try await server.start()
            try await useAll(database)
        }
    }

    @Test(arguments: TestEngine.servers)
    func `a server that stands still is given up, and used again when it goes on`(_ engine: TestEngine) async throws {
        let settings = DatabaseConfiguration(
            url: .memory, connections: 3, statementTimeout: .milliseconds(200), statementCacheSize: 1)
        try await RestartableServer.with(engine, settings: settings) { server, database in
            // The server's child processes, which PostgreSQL has, are stopped by a lock instead.
            try await database.transaction {
                try await database.execute("INSERT INTO items VALUES (1, 'a')", [])
                try server.signal("STOP")
                let start = ContinuousClock.now
                let late = Task.detached {
                    try await database.execute("INSERT INTO items VALUES (1, 'b')", [])
                }
                try await Task.sleep(for: .milliseconds(100))
                late.cancel()
                await #expect(throws: (any Error).self) { try await late.value }
                #expect(start.duration(to: .now) < .seconds(20))
                try server.signal("CONT")
            }
            try await useAll(database)
        }
    }

    /// Uses all connections at once: none may be missing, and none in a transaction.
    private func useAll(_ database: Database) async throws {
        let sleep = database.configuration.url.engine == .postgresql ? "SELECT pg_sleep(0.1)" : "SELECT SLEEP(0.1)"
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try await database.read { connection in
                        _ = try connection.execute(sleep)
                        return connection.isInTransaction
                    }
                }
            }
            for try await isInTransaction in group { #expect(!isInTransaction) }
        }
        #expect(start.duration(to: .now) < .seconds(8))
    }
}
