import Testing

@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// What `db:diff` sees of changes that somebody made by hand, and what `db:repair` makes of them, on real servers.
@Suite struct RepairTests {
    /// A database that migrations made, with rows, and what strays from it.
    private struct Strayed {
        let url: DatabaseURL
        let engine: TestEngine
        let schema: Schema
        /// A table that a migration made and another dropped is recorded no more, one of a model that is gone is.
        let recorded: [Table]

        init(_ url: DatabaseURL, _ engine: TestEngine) async throws {
            (self.url, self.engine) = (url, engine)
            schema = try SchemaReader.read([.init(file: "schema.yml", text: HandChanges.schema(engine.kind))])
            let wanted = try schema.tables()
            recorded = wanted + [Table(model: "Draft", slug: "draft", name: "drafts", columns: [], indexes: [])]
            let first = FirstMigration(operations: try TableDifference(from: [], to: wanted).operations)
            try await Migrator(database, migrations: [first]).up()
            try await database.script("CREATE TABLE legacies (id INTEGER NOT NULL PRIMARY KEY, code VARCHAR(255))")
            let problems = try await SampleRows(structure()).insert(20, in: database)
            #expect(problems.isEmpty)
        }

        /// On a connection that knows nothing of what was.
        var database: Database {
            get throws { try Database(DatabaseConfiguration(url: url, connections: 1)) }
        }

        func structure() async throws -> [TableDescription] { try await database.describe() }

        func changes() async throws -> HandChanges {
            try await HandChanges(engine: engine.kind, tables: structure(), quote: engine.quote)
        }

        func drift() async throws -> Drift { try await Drift(of: url, from: schema, recorded: recorded) }

        /// Runs what `db:repair` writes.
        ///
        /// - Returns: its steps.
        @discardableResult
        func repair(
            _ drift: Drift, _ backfills: [String: [String: Backfill]]
        ) async throws -> [scaffold.Operation] {
            let steps = try TableDifference(from: drift.tables, to: schema.tables(), backfills: backfills)
            #expect(steps.needs.isEmpty)
            try await run(steps.operations)
            return steps.operations
        }

        func run(_ operations: [scaffold.Operation]) async throws {
            let migrator = Migrator(try database, migrations: [RepairMigration(operations: operations)])
            try await migrator.forgetAll()
            try await migrator.up()
        }

        /// What the rows hold in columns that are there and stay, table by table.
        func keptRows() async throws -> [String: (columns: [String], rows: [String])] {
            let found = try await structure()
            var kept: [String: (columns: [String], rows: [String])] = [:]
            for table in try schema.tables() {
                guard let there = found.first(where: { $0.name == table.name }) else { continue }
                let columns = table.columns.map(\.name).filter { there.column($0) != nil }
                kept[table.name] = (columns, try await database.rows(of: table.name, columns))
            }
            return kept
        }
    }

    @Test(arguments: TestEngine.all)
    func `each change made by hand is seen, and repaired where a migration made what it changed`(
        engine: TestEngine
    ) async throws {
        try await engine.withEmptyURL { url in
            let strayed = try await Strayed(url, engine)
            #expect(try await strayed.drift().isEmpty)
            let count = try await strayed.changes().all.count
            for place in 0..<count {
                let change = try await strayed.changes().all[place]
                let first = try await strayed.structure()
                try await strayed.database.script(change.sql)
                let drift = try await strayed.drift()
                #expect(drift.differences.map(\.text).sorted() == change.told.sorted(), "\(change.name)")
                if let note = change.note {
                    #expect(drift.notes.contains { $0.hasPrefix(note) }, "\(change.name): \(drift.notes)")
                    #expect(drift.isEmpty)
                    continue
                }
                let rows = try await strayed.keptRows()
                try await strayed.repair(drift, change.backfills)
                #expect(try await strayed.drift().isEmpty, "\(change.name)")
                let differences = try await strayed.structure().differences(from: first)
                #expect(differences.isEmpty, "\(change.name): \(differences)")
                for (table, kept) in rows {
                    #expect(try await strayed.database.rows(of: table, kept.columns) == kept.rows, "\(change.name)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `many changes at once are repaired by one migration, which a database that never strayed passes over`(
        engine: TestEngine
    ) async throws {
        let steps = try await engine.withEmptyURL { url in
            let strayed = try await Strayed(url, engine)
            let changes = try await strayed.changes().together
            #expect(changes.count == 12)
            var backfills: [String: [String: Backfill]] = [:]
            for change in changes {
                try await strayed.database.script(change.sql)
                backfills.merge(change.backfills) { $0.merging($1) { _, new in new } }
            }
            let drift = try await strayed.drift()
            #expect(drift.differences.map(\.text).sorted() == changes.flatMap(\.told).sorted())
            let rows = try await strayed.keptRows()
            let steps = try await strayed.repair(drift, backfills)
            let rest = try await strayed.drift()
            #expect(rest.isEmpty, "\(rest.differences)")
            for note in changes.compactMap(\.note) { #expect(rest.notes.contains { $0.hasPrefix(note) }) }
            for (table, kept) in rows {
                #expect(try await strayed.database.rows(of: table, kept.columns) == kept.rows)
            }
            return steps
        }
        try await engine.withEmptyURL { url in
            let sound = try await Strayed(url, engine)
            let (before, rows) = (try await sound.structure(), try await sound.keptRows())
            try await sound.run(steps)
            let differences = try await sound.structure().differences(from: before)
            #expect(differences.isEmpty, "\(differences)")
            for (table, kept) in rows { #expect(try await sound.database.rows(of: table, kept.columns) == kept.rows) }
        }
    }
}
