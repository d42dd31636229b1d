import Foundation
import Testing

@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// What the guides that Sequelize's users learn from do to a schema, step by step, as edits of one schema.yml.
@Suite struct HistoryTests {
    /// The schema after each step, in order.
    private func schemas(_ story: String) throws -> [Schema] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "History/\(story)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.map { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return try SchemaReader.read([.init(file: file, text: text)])
        }
    }

    @Test(arguments: TestEngine.all, ["blog", "library"])
    func `each step migrates, is undone and migrates again, and no row is lost`(
        engine: TestEngine, story: String
    ) async throws {
        let schemas = try schemas(story)
        #expect(schemas.count >= 6)
        try await engine.withEmptyURL { url in
            let database = try Database(DatabaseConfiguration(url: url, connections: 1))
            var recorded: [Table] = []
            for schema in schemas {
                let tables = try schema.tables()
                try await step(database, engine, schema, from: recorded, to: tables)
                recorded = tables
            }
        }
    }

    private func step(
        _ database: Database, _ engine: TestEngine, _ schema: Schema, from old: [Table], to new: [Table]
    ) async throws {
        let evolution = try Evolution(from: old, to: schema, existing: [], now: Date())
        #expect(evolution.needs.isEmpty)
        let operations = evolution.migrations.flatMap(\.up)
        #expect(!operations.isEmpty)
        let migrator = Migrator(database, migrations: [NextMigration(operations: operations)])
        try await migrator.forgetAll()
        let wanted = try await PairReplay.made(new, on: engine)
        let kept = KeptColumns(from: old, to: new, written: [:])

        let before = try await database.structure()
        let rows = try await database.rows(of: kept.before)
        #expect(rows.values.allSatisfy { $0.count == 20 })
        for round in 1...2 {
            try await migrator.up()
            let differences = try await database.structure().differences(from: wanted)
            #expect(differences.isEmpty, "up \(round): \(differences)")
            let after = try await database.rows(of: kept.after)
            for table in kept.tables { #expect(rows[table.old] == after[table.new], "\(table.new), up \(round)") }
            // What is new has something to lose.
            try await fillEmptyTables(of: database)
            guard round == 1 else { break }
            try await migrator.undo()
            let changes = try await database.structure().differences(from: before)
            #expect(changes.isEmpty, "down: \(changes)")
            #expect(try await database.rows(of: kept.before) == rows, "down")
        }
    }

    private func fillEmptyTables(of database: Database) async throws {
        let tables = try await database.structure()
        let counts = try await database.rowCounts(of: tables)
        let empty = Set(tables.map(\.name).filter { counts[$0] == 0 })
        let problems = try await SampleRows(tables).insert(20, into: empty, in: Database(database.configuration))
        #expect(problems.isEmpty)
    }
}
