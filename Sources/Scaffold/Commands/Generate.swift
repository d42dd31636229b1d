import ArgumentParser

/// `scaffold generate`
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Apply schema.yml: write the code and the migration that it asks for.",
        discussion: """
            What you edited stays, and what the schema changes comes in beside it. Where both changed the same place, it
            asks at a terminal, and otherwise writes nothing, ends with status 6 and lists the options that answer. The
            same, with status 2, where the schema does not say what the migration has to do (is it another name, or
            another thing?). Exit status of --check: 0 when the app is as its schema says, 1 when it is not.
            """)

    @Argument(
        help: ArgumentHelp(
            "What to write alone: models, files, folders. Only code: no migration is written with a selection.",
            valueName: "model-or-path"))
    var selection: [String] = []
    @OptionGroup var evolution: EvolutionOptions
    @OptionGroup var options: PlanOptions

    func run() async throws {
        let project = try Project()
        let isUsual = selection.isEmpty && evolution.saysNothing && options.areUsual
        let app = isUsual ? UnchangedApp(project.workspace) : nil
        if let words = app?.words { return print(words) }
        let schema = try project.schema()
        guard selection.isEmpty else {
            return try options.carryOut(try project.plan(schema, selecting: selection), in: project)
        }
        let change = try await evolution.change(to: schema, in: project, options)
        let run = try project.plan(schema, migrations: change.migrations, standing: change.standing)
        try options.carryOut(run, in: project)
        // A small app is looked through sooner than it is remembered.
        if schema.models.count >= RenderedModels.least, run.plan.isEmpty { app?.remember(PlanPrinter().text(run.plan)) }
    }
}
