import ArgumentParser
import ScaffoldStorage

/// `db:seed:all`
struct SeedAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:all", abstract: "Runs the seeders that have not run yet.")

    @OptionGroup var options: DatabaseOptions

    func run(_ context: DatabaseContext) async throws {
        let seeder = try context.seeder()
        let done = try await seeder.up(report: context.reporter("seeded", among: seeder.names))
        if done.isEmpty {
            context.console.print(
                seeder.names.isEmpty ? "No seeders found." : "No seeders were executed, all of them had run before.")
        }
    }
}

/// `db:seed:undo`
struct SeedUndo: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:undo", abstract: "Takes back the last seeder that ran, or the one that --seed names.")

    @OptionGroup var options: DatabaseOptions

    @Option(name: [.long, .customLong("name")], help: "Take back this one.")
    var seed: String?

    func run(_ context: DatabaseContext) async throws {
        let seeder = try context.seeder()
        let report = context.reporter("reverted", among: seeder.names)
        let done =
            if let seed {
                try await seeder.undo(name: seed, report: report)
            } else {
                try await seeder.undo(report: report)
            }
        if done.isEmpty { context.console.print("No executed seeders found.") }
    }
}

/// `db:seed:undo:all`
struct SeedUndoAll: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:undo:all", abstract: "Takes back all seeders that ran, the last first.")

    @OptionGroup var options: DatabaseOptions

    func run(_ context: DatabaseContext) async throws {
        let seeder = try context.seeder()
        let done = try await seeder.undoAll(report: context.reporter("reverted", among: seeder.names))
        if done.isEmpty { context.console.print("No executed seeders found.") }
    }
}
