/// A transaction that is open, or was: what the queries of a task join.
///
/// Its statements take turns on one connection. While a nested one (a savepoint) is open its own statements are
/// refused, never kept waiting: waiting for one another is how tasks get stuck.
package final class Transaction: Sendable {
    enum Status: Sendable {
        case open
        case nested(Transaction)
        case ended
    }

    struct State: Sendable {
        var status = Status.open
        /// What runs once it is committed, in the order of coming.
        var afterCommit: [AfterCommit] = []
        /// The last failure of a statement that another run may be spared.
        var failure: (any Error)?
        /// Whether the connection was lost while COMMIT ran.
        var isOutcomeUnknown = false
    }

    let database: Database
    let options: TransactionOptions
    /// The transaction of another database that was at hand when this one began.
    let enclosing: Transaction?
    let parent: Transaction?
    /// The connection, and whose turn it is on it; the outermost transaction and those inside share it.
    let turns: Slots<Session>
    /// Where the connection goes back to at the end of the outermost one.
    let pool: Slots<Session>?
    let state = Locked(State())
    private let depth: Int

    /// One that holds a connection of a pool, on which it has begun.
    private init(
        _ database: Database, _ options: TransactionOptions, _ session: Session, of pool: Slots<Session>,
        enclosing: Transaction?
    ) {
        self.database = database
        self.options = options
        self.enclosing = enclosing
        self.pool = pool
        parent = nil
        turns = Slots([session], name: "turn in the transaction", timeout: database.configuration.waitTimeout)
        depth = 0
    }

    /// One inside of another.
    private init(inside parent: Transaction, readOnly: Bool, enclosing: Transaction?) {
        self.parent = parent
        self.enclosing = enclosing
        database = parent.database
        var options = parent.options
        options.readOnly = options.readOnly || readOnly
        self.options = options
        turns = parent.turns
        pool = nil
        depth = parent.depth + 1
    }

    var savepoint: String { "scaffold_\(depth)" }

    var isOpen: Bool {
        if case .ended = state.withLock({ $0.status }) { false } else { true }
    }
}

// Beginning.
extension Transaction {
    /// Begins one on a connection of a pool, which stays lent until the end.
    static func begin(
        _ database: Database, _ options: TransactionOptions, of pool: Slots<Session>, enclosing: Transaction?
    ) async throws -> Transaction {
        var options = options
        if options.readOnly { options.isolationLevel = options.isolationLevel ?? .repeatableRead }
        let session = try await pool.acquire()
        do {
            try await BlockingExecutor.shared.run { [options] in try session.begin(database.engine, options) }
        } catch {
            pool.release(session)
            throw error
        }
        return Transaction(database, options, session, of: pool, enclosing: enclosing)
    }

    /// Begins one inside of this one.
    ///
    /// - Throws: ``TransactionError`` when it asks for another isolation level.
    func beginNested(_ asked: TransactionOptions, enclosing: Transaction?) async throws -> Transaction {
        if let level = asked.isolationLevel, level != options.isolationLevel {
            throw TransactionError(.otherIsolationLevel(level))
        }
        let nested = Transaction(inside: self, readOnly: asked.readOnly, enclosing: enclosing)
        try await BlockingExecutor.shared.run {
            try await perform { connection in
                try connection.execute("SAVEPOINT \(nested.savepoint)")
                self.state.withLock { $0.status = .nested(nested) }
            }
        }
        return nested
    }
}

// Statements.
extension Transaction {
    /// Runs statements when it is their turn.
    ///
    /// - Throws: ``TransactionError`` when the transaction has ended, takes no more statements or a nested one is open.
    nonisolated(nonsending) func perform<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R
    {
        try requireOpen()
        let session = try await turns.acquire()
        defer { turns.release(session) }
        // It may have ended, or a nested one begun, while this waited.
        try requireOpen()
        let connection = try session.lent()
        guard connection.isInTransaction else { throw TransactionError(.endedByDatabase) }
        guard !connection.isTransactionAborted else { throw TransactionError(.aborted) }
        do {
            return try body(connection)
        } catch {
            note(error, session)
            throw error
        }
    }

    private func requireOpen() throws {
        switch state.withLock({ $0.status }) {
        case .open: break
        case .nested: throw TransactionError(.nestedIsOpen)
        case .ended: throw TransactionError(.ended)
        }
    }
}
