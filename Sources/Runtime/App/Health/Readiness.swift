internal import ScaffoldHTTP
internal import ScaffoldStorage

/// Whether the app can answer requests: its database answers within a second, no migration that it knows of is pending,
/// and it was not told to stop.
final class Readiness: Sendable {
    /// How long the database may take.
    private static let limit = Duration.seconds(1)
    /// How long what was found is said again, so that those who ask often do not keep the database busy.
    private static let memory = Duration.milliseconds(250)

    private struct Found {
        var problem: String?
        var time: ContinuousClock.Instant
    }

    private let state: ServerState
    private let migrations: [any Migration]
    private let last = Locked<Found?>(nil)

    init(_ state: ServerState, migrations: [any Migration]) {
        self.state = state
        self.migrations = migrations
    }

    /// What keeps it from answering, in words; nil for nothing.
    func problem() async -> String? {
        if state.isStopping { return "The server is shutting down" }
        let now = ContinuousClock.now
        if let found = last.withLock({ $0 }), now - found.time < Self.memory { return found.problem }
        let problem = await look()
        last.withLock { $0 = Found(problem: problem, time: .now) }
        return problem
    }

    /// Whichever is first: the database or the time. A database that hangs is left behind, since it may not let go.
    private func look() async -> String? {
        let (answers, answer) = AsyncStream.makeStream(of: String?.self, bufferingPolicy: .bufferingOldest(1))
        let work = Task { [migrations] in answer.yield(await Self.ask(migrations)) }
        let clock = Task {
            try await Task.sleep(for: Self.limit)
            answer.yield("The database did not answer within a second")
        }
        defer {
            work.cancel()
            clock.cancel()
        }
        var iterator = answers.makeAsyncIterator()
        return await iterator.next() ?? "The server is shutting down"
    }

    private static func ask(_ migrations: [any Migration]) async -> String? {
        do {
            let database = try Database.current
            _ = try await database.query("SELECT 1", as: Int.self)
            guard !migrations.isEmpty else { return nil }
            let pending = try await Migrator(database, migrations: migrations).status().filter { !$0.isExecuted }
            return pending.isEmpty ? nil : "Migrations have not run yet: \(pending.count) of them"
        } catch {
            return "The database does not answer"
        }
    }
}
