/// How a transaction is kept apart from others.
public struct TransactionOptions: Sendable, Hashable {
    /// How much of what others do meanwhile it sees; the engine's own level when left out: READ COMMITTED on servers,
    /// SERIALIZABLE on SQLite, which has no other.
    public var isolationLevel: IsolationLevel?

    /// Whether it only reads: then all that it reads is of one moment (REPEATABLE READ), unless a level says otherwise.
    public var readOnly: Bool

    /// As the engine has it, unless said otherwise.
    public init(isolationLevel: IsolationLevel? = nil, readOnly: Bool = false) {
        self.isolationLevel = isolationLevel
        self.readOnly = readOnly
    }
}

/// How much a transaction sees of what others do meanwhile, in the words of the SQL standard.
public enum IsolationLevel: String, Sendable, Hashable, CaseIterable {
    /// Also what they have not committed, where the engine lets it see that.
    case readUncommitted = "READ UNCOMMITTED"
    /// What was committed before each statement.
    case readCommitted = "READ COMMITTED"
    /// What was committed before its first statement.
    case repeatableRead = "REPEATABLE READ"
    /// As if all ran one after another; one that cannot be fitted in fails with ``SerializationFailureError``.
    case serializable = "SERIALIZABLE"
}
