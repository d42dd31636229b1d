import ArgumentParser
import ScaffoldStorage

/// `db:migrate:undo`
struct Undo: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:undo", abstract: "Takes back the last migration that ran.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    @Option(help: "Take back all down to this one, with it: its name, or its stamp.")
    var to: String?

    @Option(help: "Take back this one.")
    var name: String?

    @Option(help: "Take back the last so many.")
    var step: Int?

    @Flag(help: "Take back all that the last run of db:migrate has run.")
    var batch = false

    @Flag(help: "Take back all.")
    var all = false

    func validate() throws {
        let count = [to != nil, name != nil, step != nil, batch, all].filter(\.self).count
        if count > 1 { throw ValidationError("--to, --name, --step, --batch and --all exclude each other") }
        if let step, step < 1 { throw ValidationError("--step is a number from 1") }
    }

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.running(runner, "migrated") { migrator, report in
            let done = try await undo(migrator, report)
            try await context.forgetSeeders(after: migrator)
            return done
        }
        if done.isEmpty { context.console.print("No executed migrations found.") }
    }

    private func undo(_ migrator: Migrator, _ report: (Step) -> Void) async throws -> [Step] {
        if let name { return try await migrator.undo(name: name, report: report) }
        if batch { return try await migrator.undoBatch(report: report) }
        if all || to != nil { return try await migrator.undoAll(to: to, report: report) }
        return try await migrator.undo(step: step ?? 1, report: report)
    }
}

/// `db:migrate:undo:all`
struct UndoAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:undo:all", abstract: "Takes back all migrations that ran, the last first.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var runner: RunnerOptions

    @Option(help: "The last one to take back: its name, or its stamp.")
    var to: String?

    func run(_ context: DatabaseContext) async throws {
        let done = try await context.running(runner, "migrated") { migrator, report in
            let done = try await migrator.undoAll(to: to, report: report)
            try await context.forgetSeeders(after: migrator)
            return done
        }
        if done.isEmpty { context.console.print("No executed migrations found.") }
    }
}
