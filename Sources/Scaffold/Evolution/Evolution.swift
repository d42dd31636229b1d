#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The way from the tables that migrations have made so far to those that the schema asks for: migrations to write, and
/// what has to be said before they can be.
struct Evolution: Equatable, Sendable {
    /// In the order in which they have to run.
    var migrations: [PlannedMigration]
    /// What stands in the way of writing them.
    var problems: [Diagnostic]
    /// The operations after which something that the database holds is gone.
    var losses: [Operation]
    /// Columns that rows which are there would have no value for.
    var needs: [NeedsValue]
    /// What may be the same under another name.
    var candidates: [RenameCandidate]

    /// - Parameters:
    ///   - recorded: the tables as the last migrations left them; empty for a new app.
    ///   - schema: what is wanted now.
    ///   - dropping: the models whose tables may go.
    ///   - renames: what is called otherwise now.
    ///   - backfills: what rows that are there get, by table and column.
    ///   - existing: the migrations that there are; new ones are named behind them.
    ///   - now: the moment that names are made of.
    /// - Throws: ``GenerationError`` for a schema whose names do not resolve, ``Diagnostic`` for recorded tables that
    ///   contradict themselves.
    init(
        from recorded: [Table], to schema: Schema, dropping: Set<String> = [], renames: Renames = Renames(),
        backfills: [String: [String: Backfill]] = [:], existing: [MigrationName], now: Date
    ) throws {
        let wanted = try schema.tables()
        let times = schema.timestampBackfills.merging(backfills) { $0.merging($1) { _, said in said } }
        let difference = try TableDifference(from: recorded, to: wanted, renames: renames, backfills: times)
        var stamps = TimestampSequence(now: now, after: existing)
        migrations = PlannedMigration.migrations(difference.operations) { stamps.next() }
        losses = difference.operations.filter(\.losesRows)
        needs = difference.needs
        candidates = difference.candidates
        let words = EvolutionWords(schema)
        problems = needs.map(words.missing) + losses.compactMap { words.refusal(of: $0, dropping) }
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

extension Operation {
    /// Whether something that the database holds is gone after it.
    var losesRows: Bool {
        switch self {
        case .dropTable, .removeColumn: true
        default: false
        }
    }
}

/// Words for what stands in the way of a migration.
private struct EvolutionWords {
    private let models: [String: Model]

    init(_ schema: Schema) {
        models = Dictionary(schema.models.map { ($0.tableName, $0) }) { first, _ in first }
    }

    /// What may not go unless it is said; nil where it was.
    func refusal(of loss: Operation, _ dropping: Set<String>) -> Diagnostic? {
        switch loss {
        case .dropTable(let table) where !dropping.contains(table.model):
            return Diagnostic(
                message:
                    "the model '\(table.model)' is gone from the schema, and its table '\(table.name)' has a migration",
                suggestion: "'scaffold destroy model \(table.model)' drops the table, rows included")
        case .removeColumn(let table, let column):
            let model = models[table]
            return Diagnostic(
                message:
                    "removing '\(model?.name ?? table).\(column.attribute)' loses what the column '\(column.name)' "
                    + "of the table '\(table)' holds",
                position: model?.position,
                suggestion:
                    "write it with 'scaffold migration:generate --name remove-\(NameStyle.kebab(column.name))-from-"
                    + "\(NameStyle.kebab(table))', which takes the schema as it is now for done")
        default: return nil
        }
    }

    /// A column that rows which are there would have no value for.
    func missing(_ need: NeedsValue) -> Diagnostic {
        let model = models[need.table]
        let attribute = model?.columns.first { $0.field == need.column }
        let name = "'\(model?.name ?? need.table).\(attribute?.name ?? need.column)'"
        let place = attribute?.position ?? model?.position
        guard need.isNew else {
            return Diagnostic(
                message:
                    "\(name) cannot refuse null: rows that the table '\(need.table)' holds may have no value there",
                position: place,
                suggestion:
                    "fill them in a migration of your own first: 'scaffold migration:generate --name fill-"
                    + "\(NameStyle.kebab(need.column))', which takes the schema as it is now for done")
        }
        if attribute?.references != nil {
            return Diagnostic(
                message:
                    "\(name) cannot be added to the table '\(need.table)': the rows that it may hold have nothing to refer to",
                position: place, suggestion: "allow null")
        }
        return Diagnostic(
            message:
                "\(name) cannot be added to the table '\(need.table)': the rows that it may hold would have no value",
            position: place, suggestion: "give it a default that the database knows, or allow null")
    }
}
