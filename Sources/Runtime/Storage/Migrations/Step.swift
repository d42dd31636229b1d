/// One migration or seeder, and which way it went.
public struct Step: Sendable, Hashable {
    /// The two ways.
    public enum Direction: Sendable, Hashable {
        /// Into the database.
        case up
        /// Out of it again.
        case down
    }

    public var name: String
    public var direction: Direction
    /// How long it took.
    public var duration: Duration
}

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
    /// The operations of this one that stay: on MySQL, which cannot take back changes of tables. On other engines none.
    public var kept: [String] = []

    public var description: String {
        let way = direction == .up ? "" : " (down)"
        let place = operation.map { ", at \($0)" } ?? ""
        let before =
            completed.isEmpty
            ? "nothing was changed before it"
            : "what ran before it stays: "
                + completed.map(\.name).joined(separator: ", ")
        let rest =
            kept.isEmpty
            ? "nothing of it was kept"
            : "the database cannot take back changes of tables, so these of its operations stay, and must be taken back "
                + "by hand before it runs again: \(kept.joined(separator: ", "))"
        return "\(name)\(way) failed\(place): \(cause)\n  \(rest); \(before)"
    }
}

/// A name that no migration or seeder has, or that is not where it would have to be.
public struct UnknownMigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    public var name: String
    public var reason: String

    public var description: String { "\(name): \(reason)" }
}
