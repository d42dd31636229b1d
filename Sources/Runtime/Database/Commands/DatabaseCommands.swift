import ArgumentParser

/// The root of the commands.
struct DatabaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandLine.arguments.first.map { String($0.split(separator: "/").last ?? "") } ?? "",
        abstract: "Migrates, seeds, makes and drops the app's database.", discussion: ExitStatus.discussion,
        groupedSubcommands: [
            CommandGroup(
                name: "Migrations",
                subcommands: [
                    Migrate.self, Undo.self, UndoAll.self, Redo.self, Status.self, Version.self,
                    MigrationVerify.self,
                ]),
            CommandGroup(
                name: "Seeders",
                subcommands: [
                    Seed.self, SeedAll.self, SeedUndo.self, SeedUndoAll.self, SeedStatus.self, SeedFake.self,
                ]),
            CommandGroup(name: "The database", subcommands: [Create.self, Drop.self, Describe.self]),
        ])
}

/// A command that works on the database.
protocol DatabaseCommand: ParsableCommand {
    var options: DatabaseOptions { get }
    func run(_ context: DatabaseContext) async throws
}

/// What every command takes.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The environment: development, test, production … (APP_ENV)")
    var env: String?

    @Option(help: "The database: sqlite:db/development.sqlite3 (DATABASE_URL)")
    var url: String?

    /// The flags under the names of the variables that they win over.
    var flags: [String: String] {
        ["APP_ENV": env, "DATABASE_URL": url].compactMapValues(\.self)
    }
}
