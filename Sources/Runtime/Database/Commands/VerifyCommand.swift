import ArgumentParser
import ScaffoldStorage

/// `migration:verify`
struct MigrationVerify: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "migration:verify",
        abstract: "Runs every migration up, down and up again, with rows, in a database of its own; says what differs.",
        discussion: "Ends with 1 when one does not lead back to what there was. The app's database is not touched.")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "Prove this one only: its name, or its stamp.")
    var only: String?

    @Option(help: "How many rows a table gets.")
    var rows = 20

    @Option(help: "A number that the rows are made from: the same one makes the same rows.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...1_000_000).contains(rows) else { throw ValidationError("--rows is a number from 1 to 1000000") }
    }

    func run(_ context: DatabaseContext) async throws {
        let verifier = MigrationVerifier(
            context.settings, migrations: context.tool.migrations, rows: rows, seed: seed, logger: context.logger)
        let width = context.tool.migrations.map { type(of: $0).name.count }.max() ?? 0
        let verdicts = try await verifier.run(only: only) { [console = context.console] verdict in
            for line in verdict.lines(width: width) { console.print(line) }
        }
        guard !verdicts.isEmpty else { return context.console.print("There are no migrations.") }
        let wrong = verdicts.filter { !$0.isProven }
        guard wrong.isEmpty else { throw UnprovenMigrations(names: wrong.map(\.name)) }
    }
}

extension MigrationVerdict {
    /// `  20261120093000-create-post   proven   4 ms`, and what was found below.
    fileprivate func lines(width: Int) -> [String] {
        let blank = String(repeating: " ", count: max(0, width - name.count))
        let word = !isProven ? "differs" : irreversible == nil ? "proven" : "irreversible"
        var lines = ["  \(name)\(blank)   \(word)   \(duration.shortText)"]
        if let irreversible { lines.append("      it says: \(irreversible)") }
        // A change of a whole table has many parts; the first ones are enough to find it.
        lines += findings.prefix(20).map { "      \($0)" }
        if findings.count > 20 { lines.append("      and \(findings.count - 20) more") }
        return lines + notes.map { "      note: \($0)" }
    }
}

/// Migrations that do not lead back to what there was.
struct UnprovenMigrations: Error, CustomStringConvertible {
    var names: [String]

    var description: String {
        "\(names.count == 1 ? "one migration does" : "\(names.count) migrations do") not lead back to what there was: "
            + names.joined(separator: ", ")
    }
}
