import ArgumentParser

/// `scaffold seed:generate --name NAME`
struct GenerateSeeder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed:generate",
        abstract: "Write an empty seeder, to be filled in by hand.",
        aliases: ["seed:create"])

    @Option(help: "What it puts in, such as demo-users.") var name: String
    @OptionGroup var options: PlanOptions

    func run() throws {
        let project = try Project()
        let seeder = PlannedSeeder(name: try project.name(Slug(name).text, in: Folders.seeders))
        try options.carryOut(try project.plan(try project.schema(), seeders: [seeder]), in: project)
    }
}
