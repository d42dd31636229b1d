import ArgumentParser

/// `scaffold db:pull`
struct PullDatabase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:pull",
        abstract: "Add to schema.yml what the database has and the schema has not.",
        discussion: """
            Tables become models, columns attributes, foreign keys associations; what is written in schema.yml stays as
            it is. What the schema has and the database has not, and what differs, is told and not changed. No migration
            is written: the tables are there. For a database of elsewhere make an app first:
                scaffold new shop --database postgresql && cd shop
                scaffold db:pull --url postgresql://localhost/shop
            """)

    @OptionGroup var live: LiveOptions
    @OptionGroup var options: PlanOptions

    func run() async throws {
        let project = try Project()
        let app = try await project.app(live.arguments)
        let database = try await app.database()
        try project.requireGenerated(try project.schema())
        let pulled = try PulledSchema(database, into: try project.sources())
        let plan = try project.plan(pulled)
        try options.carryOut(plan, in: project)
        guard !options.json else { return }
        let drift = try await project.drift(from: plan.schema, of: database, asking: app)
        let verb = options.writesNothing ? "would be pulled" : "pulled"
        print(pulled.added.isEmpty ? "Nothing to pull: the schema has all that the database has." : "\n\(verb):")
        for name in pulled.added { print("  \(name)") }
        for note in pulled.notes { print("note: \(note)") }
        if !drift.isEmpty { print("\nNot changed, though it differs:") }
        for difference in drift.differences { print("  \(difference.text)") }
    }
}
