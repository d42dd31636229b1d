#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The way from the tables that migrations have made so far to those that the schema asks for.
///
/// New tables, and columns and indexes that are new on a table, become migrations. Any other change is a problem:
/// a migration for it is the user's to write.
struct Evolution: Equatable, Sendable {
    /// In the order in which they have to run.
    var migrations: [PlannedMigration]
    /// What the schema asks for and no migration of these does.
    var problems: [Diagnostic]

    /// - Parameters:
    ///   - recorded: the tables as the last migrations left them; empty for a new app.
    ///   - schema: what is wanted now.
    ///   - dropping: the models whose tables may go.
    ///   - existing: the migrations that there are; new ones are named behind them.
    ///   - now: the moment that names are made of.
    /// - Throws: ``GenerationError`` for a schema whose names do not resolve.
    init(
        from recorded: [Table], to schema: Schema, dropping: Set<String> = [], existing: [MigrationName], now: Date
    ) throws {
        let wanted = try schema.tables()
        let unmanaged = Set(schema.models.filter { !$0.isManaged }.map(\.tableName))
        let recorded = recorded.filter { !unmanaged.contains($0.name) }
        let known = Dictionary(recorded.map { ($0.name, $0) }) { first, _ in first }
        var stamps = TimestampSequence(now: now, after: existing)
        migrations = TableOrder.sorted(wanted.filter { known[$0.name] == nil }).map { table in
            PlannedMigration(creating: table, at: stamps.next())
        }
        problems = []
        for table in wanted {
            guard let old = known[table.name] else { continue }
            let change = TableChange(from: old, to: table, model: schema.model(named: table.model))
            problems += change.problems
            guard let additions = change.additions(at: { stamps.next() }) else { continue }
            migrations.append(additions)
        }
        let names = Set(wanted.map(\.name))
        let gone = recorded.filter { !names.contains($0.name) }
        migrations += TableOrder.sorted(gone.filter { dropping.contains($0.model) }).reversed().map { table in
            PlannedMigration(dropping: table, at: stamps.next())
        }
        problems += gone.filter { !dropping.contains($0.model) }.map { table in
            Diagnostic(
                message:
                    "the model '\(table.model)' is gone from the schema, and its table '\(table.name)' has a migration",
                suggestion: "'scaffold destroy model \(table.model)' drops the table, rows included")
        }
    }

    /// What to do about a change that the tool does not make.
    static func wayOut(_ slug: String) -> String {
        "write it with 'scaffold migration:generate --name \(slug)', which takes the schema as it is now for done"
    }
}

extension PlannedMigration {
    /// `create-post`: a new table with its indexes.
    fileprivate init(creating table: Table, at stamp: Timestamp) {
        name = MigrationName(stamp: stamp, slug: "create-\(table.slug)")
        up = [.createTable(table)] + table.indexes.map { .addIndex(table: table.name, $0) }
        down = [.dropTable(table.name)]
    }

    /// `drop-post`: a table that goes, and what undoing brings back of it.
    fileprivate init(dropping table: Table, at stamp: Timestamp) {
        name = MigrationName(stamp: stamp, slug: "drop-\(table.slug)")
        up = [.dropTable(table.name)]
        down = [.createTable(table)] + table.indexes.map { .addIndex(table: table.name, $0) }
    }
}
