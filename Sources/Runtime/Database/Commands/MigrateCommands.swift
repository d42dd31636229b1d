import ArgumentParser
import ScaffoldStorage

/// `db:migrate`
struct Migrate: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate", abstract: "Runs the migrations that have not run yet.",
        discussion: """
            Each is a transaction of its own where the engine can. MySQL cannot take back changes of tables: there the \
            next run goes on at the operation that failed. One runner at a time; the others wait.
            """)

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    @Option(help: "The last one to run: its name, or its stamp.")
    var to: String?

    @Option(help: "Run so many only.")
    var step: Int?

    @Option(help: "Run this one only.")
    var name: String?

    @Flag(help: "Print the SQL that would run, and leave the database as it is.")
    var dryRun = false

    @Flag(help: "Run one that was left half done from its first operation on.")
    var restart = false

    func validate() throws {
        if name != nil, to != nil || step != nil { throw ValidationError("--name excludes --to and --step") }
        if let step, step < 1 { throw ValidationError("--step is a number from 1") }
        if dryRun, restart { throw ValidationError("--dry-run and --restart exclude each other") }
    }

    func run(_ context: DatabaseContext) async throws {
        guard !dryRun else { return try await rehearse(context) }
        let done = try await context.running(runner, restart: restart, "migrated") { migrator, report in
            for warning in HistoryNote.warnings(try await migrator.status()) {
                context.console.printError("Warning: \(warning)")
            }
            if let name { return try await migrator.up(name: name, report: report) }
            return try await migrator.up(to: to, step: step, report: report)
        }
        if done.isEmpty {
            context.console.print("No migrations were executed, database schema was already up to date.")
        }
    }

    private func rehearse(_ context: DatabaseContext) async throws {
        let steps = try await context.migrator().dryRun(to: to, step: step, name: name)
        for step in steps {
            context.console.print("-- \(step.name)")
            for statement in step.statements {
                let isEnded = statement.hasPrefix("--") || statement.hasSuffix(";")
                context.console.print(isEnded ? statement : "\(statement);")
            }
        }
        if steps.isEmpty { context.console.print("-- No migrations would be executed.") }
    }
}

/// `db:migrate:redo`
struct Redo: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:redo", abstract: "Takes back the last migration that ran, and runs it again.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    @Option(help: "So many.")
    var step = 1

    func validate() throws {
        if step < 1 { throw ValidationError("--step is a number from 1") }
    }

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.running(runner, "migrated") { try await $0.redo(step: step, report: $1) }
        if done.isEmpty { context.console.print("No executed migrations found.") }
    }
}
