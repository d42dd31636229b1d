/// How migrations are run.
public struct MigratorOptions: Sendable {
    /// How long to wait for another runner to come to its end.
    public var wait: Duration
    /// How often a migration is tried that could not get hold of a table in time
    /// (``DatabaseConfiguration/busyTimeout``), because others used it: 1 is once. Between two tries is a pause, so
    /// that they come to their turn.
    public var tries: Int
    /// Whether a migration that was left half done is run from its first operation on, and not from where it stopped.
    public var restart: Bool
    /// The environment whose seeders run (``Seeder/environments``); nil for all of them.
    public var environment: String?
    /// Is told what goes on meanwhile.
    public var observe: @Sendable (MigratorEvent) -> Void

    public init(
        wait: Duration = .seconds(60), tries: Int = 5, restart: Bool = false,
        environment: String? = nil, observe: @escaping @Sendable (MigratorEvent) -> Void = { _ in }
    ) {
        self.wait = wait
        self.tries = tries
        self.restart = restart
        self.environment = environment
        self.observe = observe
    }

    /// The pause behind a try, counted from 1: 1 s, 2 s, 4 s … up to 30 s.
    static func pause(after number: Int) -> Duration {
        .seconds(min(30, 1 << min(max(0, number - 1), 5)))
    }
}

/// What goes on while migrations run.
public enum MigratorEvent: Sendable, Hashable {
    /// Another runner is at work, and is waited for.
    ///
    /// - Parameter holder: who it is, where the database knows.
    case waiting(holder: String?)
    /// An operation begins.
    ///
    /// - Parameters:
    ///   - number: its place, counted from 1.
    ///   - count: how many there are.
    case operation(migration: String, number: Int, count: Int, description: String)
    /// A table was in use for too long; the migration is tried again after a pause.
    ///
    /// - Parameter number: which try comes next, counted from 1.
    case retrying(migration: String, number: Int, of: Int, after: Duration)
}
