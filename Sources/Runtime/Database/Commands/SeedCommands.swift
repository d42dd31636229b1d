import ArgumentParser
import ScaffoldStorage

/// Which seeders are meant, beyond those of the environment.
struct SeedOptions: ParsableArguments {
    @Flag(help: "Also those that are for other environments than the one at hand.")
    var anyEnvironment = false
}

/// `db:seed`
struct Seed: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed",
        abstract: "Runs the seeder that --seed names, and before it those that it needs.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions
    @OptionGroup var seeds: SeedOptions

    @Option(name: [.long, .customLong("name")], help: "Its name, or its stamp; may be said several times.")
    var seed: [String]

    func run(_ context: DatabaseContext) async throws {
        _ = try await context.seeding(runner, isEverywhere: seeds.anyEnvironment) { seeder, report in
            var done: [Step] = []
            for name in seed where !done.contains(where: { $0.name == name }) {
                done += try await seeder.up(name: name, report: report)
            }
            return done
        }
    }
}

/// `db:seed:all`
struct SeedAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:all",
        abstract: "Runs the seeders that have not run yet, and again those that run each time.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions
    @OptionGroup var seeds: SeedOptions

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.seeding(runner, isEverywhere: seeds.anyEnvironment) { try await $0.up(report: $1) }
        guard done.isEmpty else { return }
        context.console.print(
            context.tool.seeders.isEmpty ? "No seeders found." : "No seeders were executed, all of them had run before."
        )
    }
}

/// `db:seed:undo`
struct SeedUndo: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:undo",
        abstract: """
            Takes back the last seeder that ran; or the one that --seed names, and before it those that need it.
            """)

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    @Option(name: [.long, .customLong("name")], help: "Take back this one.")
    var seed: String?

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.seeding(runner) { seeder, report in
            if let seed { return try await seeder.undo(name: seed, report: report) }
            return try await seeder.undo(report: report)
        }
        if done.isEmpty { context.console.print("No executed seeders found.") }
    }
}

/// `db:seed:undo:all`
struct SeedUndoAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:undo:all", abstract: "Takes back all seeders that ran, the last first.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.seeding(runner) { try await $0.undoAll(report: $1) }
        if done.isEmpty { context.console.print("No executed seeders found.") }
    }
}

/// `db:seed:status`
struct SeedStatus: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:status", abstract: "Lists the seeders: up are those that ran, down the others.")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "As JSON.")
    var json = false

    func run(_ context: DatabaseContext) async throws {
        let options = MigratorOptions(environment: context.configuration.environment)
        var states = try await context.seeder(options).status()
        // They run in the order of what they need, so that none is late.
        for place in states.indices { states[place].isLate = false }
        try Status.show(states, asJSON: json, otherwise: "There are no seeders.", on: context.console)
    }
}
