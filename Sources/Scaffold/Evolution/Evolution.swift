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
    ///   - existing: the migrations that there are; new ones are named behind them.
    ///   - now: the moment that names are made of.
    /// - Throws: ``GenerationError`` for a schema whose names do not resolve.
    init(from recorded: [Table], to schema: Schema, existing: [MigrationName], now: Date) throws {
        let wanted = try schema.tables()
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
        problems += recorded.filter { !names.contains($0.name) }.map { table in
            Diagnostic(
                message:
                    "removing the table '\(table.name)' (model '\(table.model)'), which already has a migration, is not there yet",
                suggestion: Self.wayOut("drop-\(NameStyle.kebab(table.name))"))
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
}
