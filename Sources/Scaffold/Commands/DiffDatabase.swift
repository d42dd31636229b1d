import ArgumentParser

/// `scaffold db:diff`
struct DiffDatabase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:diff",
        abstract: "Say how the database differs from schema.yml; --json.",
        discussion: """
            Exit status: 0 when the database is as the schema says, 1 when it is not, 2 when that could not be found out.
            Compared is what the engine makes of the schema: what it cannot tell apart is no difference. Tables that no
            model has and no migration made, those of models with 'managed: false', and indexes made by hand are named
            and left alone. 'scaffold db:repair' writes the migration that leads back.
            """)

    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var live: LiveOptions

    /// What `diff` ends with when it cannot compare.
    private static let trouble: Int32 = 2

    func run() async throws {
        let report: DriftReport
        do {
            let project = try Project()
            let schema = try project.schema()
            let app = try await project.app(live.arguments)
            report = DriftReport(
                drift: try await project.drift(from: schema, asking: app), pending: try await app.pending())
        } catch {
            Machine.note(Scaffold.words(for: error) + "\n")
            throw ExitCode(Self.trouble)
        }
        print(json ? try report.json() : report.text)
        if !report.drift.isEmpty { throw ExitCode.failure }
    }
}
