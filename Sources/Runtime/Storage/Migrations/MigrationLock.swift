/// The lock under which migrations run, one runner at a time. Its holder keeps it between two migrations, without a
/// transaction; a process that is killed lets go of it.
package protocol MigrationLock: Sendable {
    /// Whether the connection has it still. A pooler between app and server may give each transaction another session.
    func isHeld(by connection: any Connection) throws -> Bool

    func release(_ connection: any Connection) throws
}

/// What came of asking for the lock.
package enum MigrationLockAttempt: Sendable {
    case taken(any MigrationLock)
    /// Another runner has it; who that is, where the engine knows.
    case busy(holder: String?)
}

/// The lock of a database that nobody else can reach.
package struct NoMigrationLock: MigrationLock {
    package func isHeld(by connection: any Connection) -> Bool { true }
    package func release(_ connection: any Connection) {}
}

/// Another runner had the lock for too long, or the lock was lost.
public struct MigrationLockError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened, and what to do.
    public var reason: String

    public var description: String { reason }

    static func busy(_ holder: String?, _ wait: Duration) -> Self {
        Self(
            reason: "another runner of migrations has been at work for \(wait)\(holder.map { " (\($0))" } ?? ""); "
                + "run it again when that one is done, or wait longer with --wait")
    }

    static let lost = Self(
        reason: "the lock under which migrations run is not this session's any more: either the connection was lost, "
            + "or a pooler such as pgbouncer, in its transaction mode, gives each transaction another session; "
            + "migrations need the address of the server itself")
}
