import ArgumentParser

/// `scaffold database postgresql`
struct ChooseDatabase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Change the app's database engine: sqlite, postgresql or mysql.",
        discussion: """
            Sets 'database:' in schema.yml and generates: Package.swift brings the engine along, .env.example, compose.yml
            and Dockerfile follow. What an app was built with stays, so that both databases can be used for a while.
            """)

    @Argument(help: "sqlite, postgresql or mysql.") var engine: DatabaseEngine
    @OptionGroup var options: PlanOptions

    func run() throws {
        let project = try Project()
        let sources = try project.sources()
        guard let text = sources.first?.text else { return }
        let edited = SchemaHead.set("database", to: engine.rawValue, in: text)
        let file = GeneratedFile(path: Project.schemaPath, text: edited, kind: .edit(of: text))
        let schema = try project.schema(edited: edited)
        try options.carryOut(try project.plan(schema, edits: [file]), in: project)
    }
}
