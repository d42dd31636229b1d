/// A transaction that is used when it cannot be.
public struct TransactionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was wrong about the use.
    public enum Reason: Sendable, Hashable {
        /// It was committed or rolled back before; a `Task { }` that was started inside outlives its end.
        case ended
        /// A nested transaction is open: until it ends, queries belong into it.
        case nestedIsOpen
        /// The body ended while a nested transaction was open; all of it was rolled back.
        case nestedOutlivedBody
        /// The database ended it by itself after an error, and rolled it back.
        case endedByDatabase
        /// Migrations have transactions of their own.
        case cannotMigrate
    }

    public var reason: Reason

    public init(_ reason: Reason) {
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .ended:
            "the transaction has ended; a Task started inside of it must be awaited before its end"
        case .nestedIsOpen:
            "a nested transaction is open: until it ends, the outer one cannot be used (two at once with async let, for instance)"
        case .nestedOutlivedBody:
            "a nested transaction was still open at the end of the outer one; all was rolled back"
        case .endedByDatabase:
            "the database ended the transaction after an error; all was rolled back"
        case .cannotMigrate:
            "migrations cannot run inside of a transaction; each has its own"
        }
    }
}
