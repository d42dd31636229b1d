import ArgumentParser

/// `scaffold db:repair`
struct RepairDatabase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:repair",
        abstract: "Write the migration that leads the database back to schema.yml.",
        discussion: """
            What 'scaffold db:diff' names is made good: a migration 'repair-…' is written, with all questions that a
            migration may leave open (exit status 2), and 'scaffold db:migrate' runs it. In databases that never strayed
            its steps are passed over. Exit status 0 also when there is nothing to repair.
            """)

    @OptionGroup var evolution: EvolutionOptions
    @OptionGroup var live: LiveOptions
    @OptionGroup var options: PlanOptions

    func validate() throws {
        if evolution.writesNone { throw ValidationError("a repair is a migration: leave --no-migration out") }
    }

    func run() async throws {
        let project = try Project()
        let schema = try project.schema()
        try project.requireGenerated(schema)
        let app = try await project.app(live.arguments)
        let pending = try await app.pending()
        guard pending.isEmpty else {
            throw Diagnostic(
                message: "migrations are pending, and may make good what differs: \(pending.joined(separator: ", "))",
                suggestion: "run 'scaffold db:migrate' first; see 'scaffold db:diff'")
        }
        let drift = try await project.drift(from: schema, asking: app)
        guard !drift.isEmpty else {
            let words = "Nothing to repair: the database is as the schema says."
            return print(options.json ? try DriftReport(drift: drift, pending: []).json() : words)
        }
        let hints = try evolution.hints()
        let counts = await project.counts(atRiskFrom: drift.tables, to: schema, hints: hints, in: app)
        let run = try evolution.answering(options) {
            try project.planRepair(
                of: drift, to: schema, hints: hints, counts: counts, asking: options.interview)
        }
        try options.carryOut(run, in: project)
        guard !options.json, !options.writesNothing else { return }
        print("\nNext: scaffold db:migrate    # other databases pass over what they have")
    }
}
