import ArgumentParser

/// `scaffold generate`
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Apply schema.yml: write the code and the migration that it asks for.",
        discussion: """
            Files that you edited are never overwritten. Where the schema does not say what the migration has to do (is
            it another name, or another thing?), it asks at a terminal, and otherwise stops with status 2 and lists the
            options that answer. Exit status of --check: 0 when the app is as its schema says, 1 when it is not.
            """)

    @Flag(help: "Write nothing; say whether the app is as its schema says.") var check = false
    @OptionGroup var evolution: EvolutionOptions
    @OptionGroup var options: PlanOptions

    func run() async throws {
        let project = try Project()
        let schema = try project.schema()
        let change = try await evolution.change(to: schema, in: project, options)
        let run = try project.plan(schema, migrations: change.migrations, standing: change.standing)
        guard check else { return try options.carryOut(run, in: project) }
        let printer = PlanPrinter(isDryRun: true, isVerbose: options.verbose)
        print(options.json ? try printer.json(run.plan) : printer.text(run.plan))
        if !run.plan.isCurrent { throw ExitCode.failure }
    }
}
