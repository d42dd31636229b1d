import ArgumentParser
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `db:seed:fake`
struct SeedFake: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:seed:fake",
        abstract: "Fills tables with made-up rows: names, titles, prices and dates as columns and rules promise.",
        discussion: """
            Rows refer to rows that are there or made along with them. They are not remembered as seeders are: nothing \
            takes them back.
            """)

    /// More would not fit on a disk.
    private static let most = 100_000_000

    @OptionGroup var options: DatabaseOptions

    @Option(help: "How many rows a table gets.")
    var count = 100

    @Option(help: "These tables only: posts,users; what they cannot do without is filled too where it is empty.")
    var table: [String] = []

    @Option(help: "The tables of these models only: Post,User.")
    var model: [String] = []

    @Option(help: "A number that the rows are made from: the same one makes the same rows.")
    var seed: UInt64 = 1

    @Option(help: "A file of tables that says what columns are for, as 'scaffold db:seed:fake' writes it.")
    var schema: String?

    @Flag(help: "Also in production.")
    var force = false

    func validate() throws {
        guard (1...Self.most).contains(count) else {
            throw ValidationError("--count is a number from 1 to \(Self.most)")
        }
    }

    func run(_ context: DatabaseContext) async throws {
        guard force || context.configuration.environment != "production" else {
            throw ConfigurationError(
                variable: context.configuration.place(of: "APP_ENV"),
                reason: "this is production; no rows were made. Say --force to fill \(context.settings.url)")
        }
        let database = try context.database()
        let recorded = try recordedTables()
        let tables = try await database.describe()
        let fake = FakeRows(of: tables, recorded: recorded, seed: seed)
        var names = try chosen(tables, recorded) ?? fake.usualTables
        guard !names.isEmpty else { return context.console.print("There are no tables to fill; run db:migrate first.") }
        names.formUnion(fake.missing(for: names, counts: try await database.rowCounts(of: tables)))
        try await fill(names, fake, database, context.console)
    }

    private func fill(_ names: Set<String>, _ fake: FakeRows, _ database: Database, _ console: Console) async throws {
        let width = names.map(\.count).max() ?? 0
        let start = ContinuousClock.now
        let total = Locked(0)
        let problems = try await fake.insert(
            count, into: names, in: database,
            report: .init(
                done: { name, made in
                    console.showProgress?("")
                    total.withLock { $0 += made }
                    console.print("  \(name)\(String(repeating: " ", count: width - name.count))   \(made) rows")
                },
                progress: { name, made in console.showProgress?("  \(name): \(made) rows") }))
        let elapsed = start.duration(to: .now)
        let made = total.withLock { $0 }
        for problem in problems { console.printError("Warning: \(problem)") }
        console.print("\(made) rows in \(elapsed.shortText).")
        if fake.hasPasswords { console.print("The password of all of them is: \(fake.password)") }
        if made == 0 { throw NoFakeRows() }
    }

    private func recordedTables() throws -> [RecordedTable] {
        guard let schema else { return [] }
        guard let bytes = FileManager.default.contents(atPath: schema) else {
            throw ConfigurationError(variable: "--schema", reason: "\(schema) cannot be read")
        }
        return try RecordedTables.tables(in: String(decoding: bytes, as: UTF8.self))
    }

    /// The tables that the command line names; nil when it names none.
    private func chosen(_ tables: [TableDescription], _ recorded: [RecordedTable]) throws -> Set<String>? {
        func words(_ list: [String]) -> [String] { list.flatMap { $0.split(separator: ",").map(String.init) } }
        let all = Set(tables.map(\.name))
        var names = Set(words(table))
        for word in words(model) {
            guard let found = recorded.first(where: { $0.model == word }) else {
                throw UnknownModelError(name: word, names: recorded.compactMap(\.model))
            }
            names.insert(found.table.name)
        }
        if let unknown = names.first(where: { !all.contains($0) }) {
            throw UnknownTableError(name: unknown, names: all.sorted())
        }
        return table.isEmpty && model.isEmpty ? nil : names
    }
}

/// A model that the file of tables does not have.
struct UnknownModelError: Error, CustomStringConvertible {
    var name: String
    var names: [String]

    var description: String {
        names.isEmpty
            ? "models are known to 'scaffold db:seed:fake' alone, which reads schema.yml; name the table: --table"
            : "there is no model \(name) with a table; there are: \(names.joined(separator: ", "))"
    }
}

/// No row could be made.
struct NoFakeRows: Error, CustomStringConvertible {
    var description: String { "no rows could be made; the warnings above say why" }
}
