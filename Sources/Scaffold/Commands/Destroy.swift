import ArgumentParser

/// `scaffold destroy model NAME`
struct Destroy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Take back a model: its entry in schema.yml, its files, its table.",
        discussion: """
            Files that you edited are kept and named. The table goes by a migration, which 'scaffold db:migrate' runs
            and which can be undone; the rows in it cannot be brought back.
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument { case model }

    @Argument(help: "What to destroy: model.") var kind: Kind
    @Argument(help: "Its name, such as Post.") var name: String
    @OptionGroup var evolution: EvolutionOptions
    @OptionGroup var options: PlanOptions

    func run() async throws {
        let project = try Project()
        let removal = try project.removal(ofModel: name)
        let change = try await evolution.change(
            to: removal.schema, in: project, options, meaning: .drop(SchemaPath(name)))
        let run = try project.plan(
            removal.schema, edits: removal.edits, migrations: change.migrations, standing: change.standing)
        try options.carryOut(run, in: project)
    }
}
