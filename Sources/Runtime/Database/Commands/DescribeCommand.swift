import ArgumentParser
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `db:describe`
struct Describe: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:describe",
        abstract: "Says what the database is like: a line of JSON for each table, column and index.")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Say with each table how many rows it has.")
    var rows = false

    @Option(help: "Say of these columns in how many rows they hold something: posts.title,users.email.")
    var filled: String?

    @Option(help: "These tables only: posts,users.")
    var tables: String?

    @Flag(help: "Say types and defaults in the engine's own words too.")
    var native = false

    @Option(
        help: ArgumentHelp(
            """
            What a database would be like that has these tables: a file in the form of .scaffold/tables.jsonl. They are \
            made in a database of their own, which goes again.
            """, valueName: "file"))
    var like: String?

    @Flag(
        help: ArgumentHelp(
            """
            What the app's migrations make: their operations say so, and where SQL or code is among them, a database of \
            their own, which goes again.
            """))
    var migrations = false

    @Flag(help: "With --like: as operations say it, without a database.")
    var told = false

    func validate() throws {
        if told, like == nil { throw ValidationError("--told says how the tables of --like are described") }
        if migrations, like != nil || rows || tables != nil || filled != nil {
            throw ValidationError("--migrations is about no database: leave --like, --rows, --filled and --tables out")
        }
    }

    func run(_ context: DatabaseContext) async throws {
        if migrations { return try await describeMigrations(context) }
        if let like { return try await describe(like: like, context) }
        let database = try Database(context.settings, logger: context.logger)
        var found = try await database.describe()
        if let tables {
            let names = tables.split(separator: ",").map(String.init)
            for name in names where !found.contains(where: { $0.name == name }) {
                throw UnknownTableError(name: name, names: found.map(\.name))
            }
            found.removeAll { !names.contains($0.name) }
        }
        let names = Set((filled ?? "").split(separator: ",").map(String.init))
        let counts = rows ? try await database.rowCounts(of: found) : [:]
        let values = try await database.filledCounts(of: found) { table, column in
            names.contains("\(table).\(column)")
        }
        let text = TableLines.text(
            of: found, engine: context.settings.url.engine, rows: counts, filled: values, native: native)
        context.console.print(String(text.dropLast()))
    }

    private func describe(like file: String, _ context: DatabaseContext) async throws {
        let recorded = try RecordedTables.tables(in: String(contentsOf: URL(filePath: file), encoding: .utf8))
        let wanted = WantedTables(recorded)
        let found =
            told ? wanted.told : try await wanted.described(in: context.settings, logger: context.logger)
        let text = TableLines.text(of: found, engine: context.settings.url.engine, native: native)
        context.console.print(String(text.dropLast()))
    }

    private func describeMigrations(_ context: DatabaseContext) async throws {
        let made = try await MadeByMigrations(context.tool.migrations, in: context.settings, logger: context.logger)
        let text =
            made.head
            + TableLines.text(of: made.tables, engine: context.settings.url.engine, native: native && !made.isTold)
        context.console.print(String(text.dropLast()))
    }
}

/// A table that the database does not have.
struct UnknownTableError: Error, CustomStringConvertible {
    var name: String
    var names: [String]

    var description: String {
        "there is no table \(name); there are: \(names.isEmpty ? "none at all" : names.joined(separator: ", "))"
    }
}
