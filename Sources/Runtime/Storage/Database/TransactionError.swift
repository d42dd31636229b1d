/// A transaction that is used when it cannot be, or as it cannot be.
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
        /// One of its statements failed, and the engine takes no more of them; only PostgreSQL does that.
        case aborted
        /// It writes, but the transaction at hand only reads.
        case readOnly
        /// A nested one asks for another isolation level than the one around it has.
        case otherIsolationLevel(IsolationLevel)
        /// A statement outside of any transaction began one itself and left it open; it was rolled back.
        case leftOpen
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
        case .aborted:
            "an earlier statement of the transaction failed, and the database takes no more until it is rolled back: "
                + "put a statement that may fail into a nested transaction"
        case .readOnly:
            "this transaction only reads: leave readOnly out, or write outside of it"
        case .otherIsolationLevel(let level):
            "a nested transaction has the isolation level of the outer one: ask for \(level.rawValue) there"
        case .leftOpen:
            "a statement began a transaction and left it open; it was rolled back: use database.transaction { }"
        case .cannotMigrate:
            "migrations cannot run inside of a transaction; each has its own"
        }
    }
}
