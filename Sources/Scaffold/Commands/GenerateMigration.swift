import ArgumentParser

/// `scaffold migration:generate --name NAME`
struct GenerateMigration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migration:generate",
        abstract: "Write an empty migration, to be filled in by hand.",
        discussion: "What the schema asks for and no migration has made yet is left to the new one.",
        aliases: ["migration:create"])

    @Option(help: "What it does, such as add-status-to-posts.") var name: String
    @OptionGroup var options: PlanOptions

    func run() throws {
        let project = try Project()
        let name = try project.name(Slug(name).text, in: Folders.migrations)
        let migration = PlannedMigration(name: name)
        try options.carryOut(try project.plan(try project.schema(), migrations: [migration]), in: project)
    }
}
