@testable import ScaffoldStorage
@testable import ScaffoldTests
@testable import StorageTests
@testable import scaffold

/// Leads a database with rows from one set of tables to another and back, and looks for what is not as it should be.
struct PairReplay {
    let pair: FittedPair
    /// What is not as it should be.
    private(set) var problems: [String] = []
    /// How many rows there were.
    private(set) var rowCount = 0
    /// How many of them were not there any more.
    private(set) var lost = 0
    /// Tables with fewer than 20 rows, and why.
    private(set) var thin: [String] = []

    init(_ pair: FittedPair) { self.pair = pair }

    mutating func run(on engine: TestEngine) async throws {
        let wanted = try await Self.made(pair.new, on: engine)
        let change = try TableDifference(from: pair.old, to: pair.new, backfills: pair.backfills)
        for need in change.needs
        where need.isNew || pair.new.first(where: { $0.name == need.table })?.column(named: need.column) == nil {
            problems.append("nothing fills \(need.table).\(need.column)")
        }
        let found = try await engine.withEmptyURL { url in
            try await Self.replayed(self, change.operations, wanted, in: url)
        }
        self = found
    }

    /// The structure of an empty database that is given these tables.
    static func made(_ tables: [Table], on engine: TestEngine) async throws -> [TableDescription] {
        let operations = try TableDifference(from: [], to: tables).operations
        return try await engine.withEmptyURL { url in
            let database = try Database(DatabaseConfiguration(url: url, connections: 1))
            try await Migrator(database, migrations: [FirstMigration(operations: operations)]).up()
            return try await database.structure()
        }
    }

    private static func replayed(
        _ start: PairReplay, _ operations: [scaffold.Operation], _ wanted: [TableDescription], in url: DatabaseURL
    ) async throws -> PairReplay {
        var replay = start
        try await replay.run(operations, wanted, in: url)
        return replay
    }

    private mutating func run(
        _ operations: [scaffold.Operation], _ wanted: [TableDescription], in url: DatabaseURL
    ) async throws {
        let database = try Database(DatabaseConfiguration(url: url, connections: 1))
        let first = FirstMigration(operations: try TableDifference(from: [], to: pair.old).operations)
        let migrator = Migrator(database, migrations: [first, NextMigration(operations: operations)])
        try await migrator.up(name: FirstMigration.name)
        let before = try await database.structure()
        try await fill(before, database)

        let written = pair.backfills.mapValues { Set($0.keys) }
        let kept = KeptColumns(from: pair.old, to: pair.new, written: written)
        let rows = try await database.rows(of: kept.before)
        do { try await migrator.up(name: NextMigration.name) } catch { return problems.append("up: \(error)") }
        problems += try await database.structure().differences(from: wanted).map { "after up, \($0)" }
        let rowsAfter = try await database.rows(of: kept.after)
        for (old, new) in kept.tables { compare(rows[old] ?? [], rowsAfter[new] ?? [], "after up, \(new)") }

        do { try await migrator.undo(name: NextMigration.name) } catch { return problems.append("down: \(error)") }
        problems += try await database.structure().differences(from: before).map { "after down, \($0)" }
        let rowsBack = try await database.rows(of: kept.before)
        for (old, _) in kept.tables { compare(rows[old] ?? [], rowsBack[old] ?? [], "after down, \(old)") }
    }

    /// 20 rows in every table.
    private mutating func fill(_ tables: [TableDescription], _ database: Database) async throws {
        let demanded = tables.map { pair.demands[$0.name, default: RowDemand()].applied(to: $0) }
        let refused = try await SampleRows(demanded).insert(20, in: Database(database.configuration))
        for (table, count) in try await database.rowCounts(of: tables) {
            rowCount += count
            if count < 20 {
                let reasons = refused.filter { $0.table == table }.map(\.reason).joined(separator: "; ")
                thin.append("\(table) has \(count) rows: \(reasons)")
            }
        }
    }

    private mutating func compare(_ rows: [String], _ others: [String], _ place: String) {
        lost += max(0, rows.count - others.count)
        guard rows != others else { return }
        let missing = rows.first { !others.contains($0) } ?? ""
        let added = others.first { !rows.contains($0) } ?? ""
        problems.append("\(place): \(rows.count) rows were, \(others.count) are; was \(missing), is \(added)")
    }
}
