import Logging
import ScaffoldStorage

/// What a command works with.
struct DatabaseContext {
    let tool: DatabaseTool
    let console: Console
    let configuration: AppConfiguration
    let settings: DatabaseConfiguration

    init(
        _ tool: DatabaseTool, _ options: DatabaseOptions, console: Console, directory: String?,
        variables: [String: String]?
    ) throws {
        self.tool = tool
        self.console = console
        configuration =
            try variables.map { try AppConfiguration(flags: options.flags, variables: $0, directory: directory) }
            ?? AppConfiguration(flags: options.flags, directory: directory)
        settings = try configuration.database(engine: tool.engine, app: tool.name)
    }

    var logger: Logger {
        var logger = Logger(label: "\(tool.name).database", factory: { StreamLogHandler.standardError(label: $0) })
        if let level = configuration.string("LOG_LEVEL").flatMap({ Logger.Level(rawValue: $0.lowercased()) }) {
            logger.logLevel = level
        }
        return logger
    }

    func engine() throws -> any Engine {
        try Engines.engine(for: settings, logger: logger)
    }

    func migrator(_ options: MigratorOptions = .init(), _ settings: DatabaseConfiguration? = nil) throws -> Migrator {
        let database = try configuration.opening { try Database(settings ?? self.settings, logger: logger) }
        return announce(Migrator(database, migrations: tool.migrations, options: options), "MigrationList.swift")
    }

    /// A runner of the app's seeders.
    func seeder(_ options: MigratorOptions = .init(), _ settings: DatabaseConfiguration? = nil) throws -> Migrator {
        let database = try configuration.opening { try Database(settings ?? self.settings, logger: logger) }
        return announce(Migrator(database, seeders: tool.seeders, options: options), "SeederList.swift")
    }

    /// Runs seeders, and tells of each, of what is waited for and of what takes long.
    ///
    /// - Parameter isEverywhere: whether those run that are for other environments, too.
    func seeding(
        _ runner: RunnerOptions, isEverywhere: Bool = false,
        _ body: (Migrator, (Step) -> Void) async throws -> [Step]
    ) async throws -> [Step] {
        try await ProgressLine.showing(on: console) { line in
            var options = runner.migratorOptions(restart: false) { line.note($0) }
            if !isEverywhere { options.environment = configuration.environment }
            let seeder = try seeder(options, runner.applied(to: settings))
            let report = reporter("seeded", among: seeder.names)
            return try await body(seeder) { step in
                line.clear()
                report(step)
            }
        }
    }

    /// Runs migrations, and tells of each, of what is waited for and of what takes long.
    func running(
        _ runner: RunnerOptions, restart: Bool = false, _ word: String,
        _ body: (Migrator, (Step) -> Void) async throws -> [Step]
    ) async throws -> [Step] {
        try await ProgressLine.showing(on: console) { line in
            let options = runner.migratorOptions(restart: restart) { line.note($0) }
            let migrator = try migrator(options, runner.applied(to: settings))
            let report = reporter(word, among: migrator.names)
            return try await body(migrator) { step in
                line.clear()
                report(step)
            }
        }
    }

    func database() throws -> Database {
        try configuration.opening { try Database(settings, logger: logger) }
    }

    /// What seeders wrote goes with its tables: when no migration is left, they may run again.
    func forgetSeeders(after migrator: Migrator) async throws {
        guard try await !migrator.status().contains(where: \.isExecuted) else { return }
        try await Migrator(try database(), seeders: tool.seeders).forgetAll()
    }

    private func announce(_ migrator: Migrator, _ list: String) -> Migrator {
        for name in migrator.duplicates {
            console.printError("Warning: \(name) stands more than once in \(list); it counts once.")
        }
        return migrator
    }

    /// Tells of each step in columns: `  20261120093000-create-post   migrated   4 ms`.
    ///
    /// - Parameter word: what a step into the database is called; one out of it is `reverted`.
    func reporter(_ word: String, among names: [String]) -> (Step) -> Void {
        let width = names.map(\.count).max() ?? 0
        return { step in
            let blank = String(repeating: " ", count: max(0, width - step.name.count))
            let word = step.direction == .up ? word : "reverted"
            console.print("  \(step.name)\(blank)   \(word)   \(step.duration.shortText)")
        }
    }
}

extension Duration {
    /// `4 ms`, `1.25 s`.
    var shortText: String {
        let (seconds, attoseconds) = components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        guard seconds > 0 else { return "\(milliseconds) ms" }
        let hundredths = milliseconds / 10
        return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
    }
}
