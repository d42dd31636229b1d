/// A migration or seeder that failed: nothing of it remains (but on MySQL), those before it do.
public struct MigrationError: Error, CustomStringConvertible {
    /// Which one.
    public var name: String
    /// Which way it was going.
    public var direction: Step.Direction
    /// The operation that failed, nil when it was none of them.
    public var operation: String?
    /// Why.
    public var cause: any Error
    /// What was done in the same run before, and stays.
    public var completed: [Step]
    /// The operations of this one that stay: on MySQL, which cannot take back changes of tables, and of
    /// one that is no transaction. Of others none.
    public var kept: [String] = []
    /// The operation at which the next run goes on, where some stay.
    public var resumesAt: String?

    /// Whether it has no way back.
    public var isIrreversible: Bool { cause is IrreversibleMigration }

    public var description: String {
        let way = direction == .up ? "" : " (down)"
        let place = operation.map { ", at \($0)" } ?? ""
        let before =
            completed.isEmpty
            ? "nothing was changed before it"
            : "what ran before it stays: "
                + completed.map(\.name).joined(separator: ", ")
        return "\(name)\(way) failed\(place): \(cause)\n  \(rest); \(before)"
    }

    private var rest: String {
        guard !kept.isEmpty else { return "nothing of it was kept" }
        let stay =
            "it is no single transaction here, so these of its operations stay: "
            + kept.joined(separator: ", ")
        switch (direction, resumesAt) {
        case (.up, let next?):
            return "\(stay). When the cause is mended, db:migrate goes on at \(next); db:migrate:undo takes them back"
        case (.up, nil): return stay
        case (.down, let next?): return "\(stay). When the cause is mended, db:migrate:undo goes on at \(next)"
        case (.down, nil): return "\(stay). When the cause is mended, db:migrate:undo goes on"
        }
    }
}

extension MigrationError {
    /// What a run's error means.
    init(_ error: any Error, _ item: PlannedScript, _ completed: [Step]) {
        let failure = error as? FailedOperation
        self.init(
            name: item.script.name, direction: item.direction, operation: failure?.operation.description,
            cause: failure?.cause ?? error, completed: completed, kept: failure?.kept.map(\.description) ?? [],
            resumesAt: failure?.resumesAt?.description)
    }
}
