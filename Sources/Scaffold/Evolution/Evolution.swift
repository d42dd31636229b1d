#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The way from the tables that migrations have made so far to those that the schema asks for: migrations to write, and
/// what they leave open. ``Inquiry`` asks for that.
struct Evolution: Equatable, Sendable {
    /// In the order in which they have to run.
    var migrations: [PlannedMigration]
    /// Columns that rows which are there would have no value for.
    var needs: [NeedsValue]
    /// What may be the same under another name.
    var candidates: [RenameCandidate]

    /// - Parameters:
    ///   - recorded: the tables as the last migrations left them; empty for a new app.
    ///   - schema: what is wanted now.
    ///   - renames: what is called otherwise now.
    ///   - backfills: what rows that are there get, by table and column.
    ///   - existing: the migrations that there are; new ones are named behind them.
    ///   - now: the moment that names are made of.
    /// - Throws: ``GenerationError`` for a schema whose names do not resolve, ``Diagnostic`` for recorded tables that
    ///   contradict themselves.
    init(
        from recorded: [Table], to schema: Schema, renames: Renames = Renames(),
        backfills: [String: [String: Backfill]] = [:], existing: [MigrationName], now: Date
    ) throws {
        let wanted = try schema.tables()
        let unmanaged = Set(schema.models.filter { !$0.isManaged }.map(\.tableName))
        let recorded = recorded.filter { !unmanaged.contains($0.name) }
        let times = schema.timestampBackfills.merging(backfills) { $0.merging($1) { _, said in said } }
        let difference = try TableDifference(from: recorded, to: wanted, renames: renames, backfills: times)
        var stamps = TimestampSequence(now: now, after: existing)
        migrations = PlannedMigration.migrations(difference.operations) { stamps.next() }
        needs = difference.needs
        candidates = difference.candidates
    }
}

extension Schema {
    /// Rows that are there when a model gets its timestamps are as old as the migration.
    fileprivate var timestampBackfills: [String: [String: Backfill]] {
        var backfills: [String: [String: Backfill]] = [:]
        for model in models {
            for attribute in model.columns where attribute.origin == .timestamp {
                backfills[model.tableName, default: [:]][attribute.field] = .value(.now)
            }
        }
        return backfills
    }
}
