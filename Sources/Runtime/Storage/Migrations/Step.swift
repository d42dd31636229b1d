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

/// A name that no migration or seeder has, or that is not where it would have to be.
public struct UnknownMigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    public var name: String
    public var reason: String

    public var description: String { "\(name): \(reason)" }
}
