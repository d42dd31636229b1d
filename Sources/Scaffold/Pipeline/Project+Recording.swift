extension Project {
    /// The text that records the tables after a run, with what went and what changed by it.
    func recordText(of tables: [Table], after planned: [PlannedMigration]) throws -> String {
        let recorded = try? record(for: tables)
        let renames = planned.flatMap(\.up).compactMap { operation -> (old: String, new: String)? in
            if case .renameTable(let old, let new) = operation { (old, new) } else { nil }
        }
        let migrations = try names(in: Folders.migrations) + planned.map(\.name)
        let history = (recorded?.history ?? SnapshotHistory()).advanced(
            from: recorded?.tables ?? [], to: tables, renames: renames,
            stamp: planned.last?.name.stamp ?? Timestamp(now), migrations: migrations)
        return Snapshot.text(of: tables, history: history)
    }

    /// What is to be said of the record as it was found.
    func recordWarnings() throws -> [String] {
        guard let record = try? record() else { return [] }
        let marks = "\(Snapshot.path) had the marks of a merge in it: what either branch says is taken in"
        return (record.hasMarks ? [marks] : [])
            + LateMigrations.words(record.history.heads, among: try names(in: Folders.migrations))
    }

    /// The record of the tables; nil where there is none.
    func record(for wanted: [Table] = []) throws -> SnapshotReading? {
        guard let text = try workspace.book(Snapshot.name) else { return nil }
        if let known = memory.reading, memory.text == text, !known.isDoubtful { return known }
        let reading = try SnapshotReading(text, for: wanted)
        (memory.text, memory.reading) = (text, reading)
        return reading
    }
}

/// The record of the tables as it was read last: every stage of a run asks for it.
final class RecordMemory {
    fileprivate var text = ""
    fileprivate var reading: SnapshotReading?
}
