import ArgumentParser

/// `scaffold undo`
struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the last run of the tool: every file is what it was before.",
        discussion: """
            Whatever the last command that wrote files changed here comes back exactly: code, schema.yml, migrations and
            the tool's own records. A file that you edited since is never overwritten: nothing is taken back then, and
            the exit status is 6; with --conflicts=skip it stays and the rest is taken back. Where a migration of that
            run has run on the database, take it back there first: scaffold db:migrate:undo. 'scaffold undo' once more
            brings everything back.
            """)

    /// What becomes of files that were edited since.
    enum EditedFiles: String, CaseIterable, ExpressibleByArgument { case refuse, skip }

    @Flag(name: .customLong("dry-run"), help: "Show what would be taken back, and write nothing.") var isDryRun = false
    @Flag(help: "Print it as JSON.") var json = false
    @Flag(help: "Take back migrations although they have run.") var force = false
    @Option(help: ArgumentHelp("Files that were edited since: refuse or skip.", valueName: "how"))
    var conflicts = EditedFiles.refuse
    @OptionGroup var live: LiveOptions

    func run() async throws {
        let app = try AppFolder.find()
        let workspace = try Workspace(at: app.root) { Machine.note("waiting for another run of scaffold\n") }
        if let words = workspace.recovery { Machine.note(words + "\n") }
        guard let record = try workspace.lastRun() else {
            throw Diagnostic(
                message: "there is no run to take back here",
                suggestion: "only the last one on this machine is kept; version control has the others")
        }
        let plan = try workspace.plan(takingBack: record)
        if conflicts == .refuse, !plan.edited.isEmpty {
            Machine.note(Undo.refusal(plan.edited) + "\n")
            throw ExitCode(6)
        }
        if !force { try await refuseMigrations(of: plan, in: app) }
        if !isDryRun { try workspace.apply(plan) }
        let printer = UndoPrinter(isDryRun: isDryRun)
        print(json ? try printer.json(plan) : printer.text(plan))
    }

    private func refuseMigrations(of plan: UndoPlan, in app: AppFolder) async throws {
        switch await MigrationsAtHand.ran(plan.migrations, in: app, options: live.arguments) {
        case .ran(let names):
            guard names.isEmpty else { throw Diagnostics(all: names.sorted().reversed().map(Undo.hasRun)) }
        case .silence:
            let names = plan.migrations.map(\.text).joined(separator: ", ")
            Machine.note("note: the database did not say whether it has run \(names)\n")
        }
    }

    static func hasRun(_ name: MigrationName) -> Diagnostic {
        Diagnostic(
            message: "\(name.text) has run on the database; nothing was taken back",
            suggestion: "scaffold db:migrate:undo --name \(name.text) first, or --force to leave the database as it is")
    }

    static func refusal(_ paths: [String]) -> String {
        let lines = paths.map { "error: \($0) was edited since the last run" }
        return
            (lines + [
                "nothing was taken back; --conflicts=skip leaves what was edited as it is and takes back the rest"
            ]).joined(separator: "\n")
    }
}
