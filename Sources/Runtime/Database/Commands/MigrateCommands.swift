import ArgumentParser
import ScaffoldStorage

/// `db:migrate`
struct Migrate: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate", abstract: "Runs the migrations that have not run yet.")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "The last one to run: its name, or its stamp.")
    var to: String?

    @Option(help: "Run this one only.")
    var name: String?

    func validate() throws {
        if to != nil, name != nil { throw ValidationError("--to and --name exclude each other") }
    }

    func run(_ context: DatabaseContext) async throws {
        let migrator = try context.migrator()
        let report = context.reporter("migrated", among: migrator.names)
        let done =
            if let name {
                try await migrator.up(name: name, report: report)
            } else {
                try await migrator.up(to: to, report: report)
            }
        if done.isEmpty {
            context.console.print("No migrations were executed, database schema was already up to date.")
        }
    }
}

/// `db:migrate:undo`
struct Undo: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:undo", abstract: "Takes back the last migration that ran.")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "Take back all down to this one, with it: its name, or its stamp.")
    var to: String?

    @Option(help: "Take back this one.")
    var name: String?

    func validate() throws {
        if to != nil, name != nil { throw ValidationError("--to and --name exclude each other") }
    }

    func run(_ context: DatabaseContext) async throws {
        let migrator = try context.migrator()
        let report = context.reporter("reverted", among: migrator.names)
        let done =
            if let name {
                try await migrator.undo(name: name, report: report)
            } else if let to {
                try await migrator.undoAll(to: to, report: report)
            } else {
                try await migrator.undo(report: report)
            }
        if done.isEmpty { context.console.print("No executed migrations found.") }
        try await context.forgetSeeders(after: migrator)
    }
}

/// `db:migrate:undo:all`
struct UndoAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:undo:all", abstract: "Takes back all migrations that ran, the last first.")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "The last one to take back: its name, or its stamp.")
    var to: String?

    func run(_ context: DatabaseContext) async throws {
        let migrator = try context.migrator()
        let done = try await migrator.undoAll(
            to: to, report: context.reporter("reverted", among: migrator.names))
        if done.isEmpty { context.console.print("No executed migrations found.") }
        try await context.forgetSeeders(after: migrator)
    }
}

/// `db:migrate:status`
struct Status: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:status", abstract: "Lists the migrations: up are those that ran, down the others.")

    @OptionGroup var options: DatabaseOptions

    func run(_ context: DatabaseContext) async throws {
        let states = try await context.migrator().status()
        if states.isEmpty { context.console.print("There are no migrations.") }
        for state in states {
            let note = state.isMissing ? "   (its file is missing here)" : ""
            context.console.print("  \(state.isExecuted ? "up  " : "down")   \(state.name)\(note)")
        }
    }
}
