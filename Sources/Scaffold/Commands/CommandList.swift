import ArgumentParser

/// The commands of the tool in the groups of its help. A new command is one line here.
enum CommandList {
    static let groups = [
        CommandGroup(
            name: "Start",
            subcommands: [New.self, Init.self, ChooseDatabase.self, PlaceRuntime.self]),
        CommandGroup(
            name: "Describe and generate",
            subcommands: [
                GenerateModel.self, Generate.self, Resolve.self, GenerateMigration.self, GenerateSeeder.self,
                Rename.self, Destroy.self, Undo.self, Inflect.self, EjectTemplates.self, DiffTemplates.self,
            ]),
        CommandGroup(
            name: "Database (run by the app)",
            subcommands: [
                Migrate.self, MigrateUndo.self, MigrateUndoAll.self, MigrateRedo.self, MigrateStatus.self,
                DatabaseVersion.self, Seed.self, SeedAll.self, SeedUndo.self, SeedUndoAll.self, SeedStatus.self,
                SeedFake.self, CreateDatabase.self, DropDatabase.self, DescribeDatabase.self, MigrationVerify.self,
            ]),
        CommandGroup(
            name: "Database and schema",
            subcommands: [DiffDatabase.self, RepairDatabase.self, PullDatabase.self]),
        CommandGroup(
            name: "Server (run by the app)",
            subcommands: [Develop.self, Serve.self, ListRoutes.self, WriteOpenAPI.self]),
        CommandGroup(
            name: "Shell",
            subcommands: [
                Completions.self
            ]),
    ].filter { !$0.subcommands.isEmpty }

    /// Every name that a first argument may be, aliases and the parser's own `help` included.
    static let names =
        ["help"]
        + groups.flatMap(\.subcommands).flatMap { [$0._commandName] + $0.configuration.aliases }
}
