import ArgumentParser
import ScaffoldStorage

/// What every command takes that runs migrations.
struct RunnerOptions: ParsableArguments {
    @Option(help: "How long to wait for another runner to come to its end: 30s, 5m; 60s when left out.")
    var wait: DurationArgument?

    @Option(
        help: """
            How long a change waits for a table that others use, before it lets them go on and tries again, five times \
            in all: 5s when left out, or off.
            """)
    var lockTimeout: DurationArgument?

    /// How migrations are run.
    func migratorOptions(
        restart: Bool, observe: @escaping @Sendable (MigratorEvent) -> Void
    ) -> MigratorOptions {
        var options = MigratorOptions(restart: restart, observe: observe)
        if let wait { options.wait = wait.duration ?? Self.ever }
        return options
    }

    /// The settings with what is said here.
    func applied(to settings: DatabaseConfiguration) -> DatabaseConfiguration {
        var settings = settings
        if let lockTimeout { settings.busyTimeout = lockTimeout.duration ?? Self.ever }
        return settings
    }

    private static let ever = Duration.seconds(20 * 24 * 3600)
}

/// A duration on the command line, or `off`.
struct DurationArgument: ExpressibleByArgument {
    /// Nil for `off`.
    var duration: Duration?

    init?(argument: String) {
        guard argument != "off" else { return }
        guard let duration = DurationText.parse(argument), duration >= .zero else { return nil }
        self.duration = duration
    }
}
