import Logging

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

    /// The connection, and whose turn it is on it; the outermost transaction and those inside share it.
    private let turns: Slots<Session>
    private let parent: Transaction?
    private let depth: Int
    private let status = Locked(Status.open)
    let database: Database
    /// The transaction of another database that was at hand when this one began.
    let enclosing: Transaction?

    private init(_ database: Database, turns: Slots<Session>, parent: Transaction?, enclosing: Transaction?) {
        self.database = database
        self.turns = turns
        self.parent = parent
        self.enclosing = enclosing
        depth = (parent?.depth ?? -1) + 1
    }

    /// Runs statements when it is their turn.
    ///
    /// - Throws: ``TransactionError`` when the transaction has ended or a nested one is open.
    func perform<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        try requireOpen()
        return try await turns.use { session in
            // It may have ended, or a nested one begun, while this waited.
            try self.requireOpen()
            let connection = try session.connection()
            guard connection.isInTransaction else { throw TransactionError(.endedByDatabase) }
            return try body(connection)
        }
    }

    private func requireOpen() throws {
        switch status.withLock({ $0 }) {
        case .open: break
        case .nested: throw TransactionError(.nestedIsOpen)
        case .ended: throw TransactionError(.ended)
        }
    }

    private var savepoint: String { "scaffold_\(depth)" }
}

// Beginning.
extension Transaction {
    static func begin(
        _ database: Database, _ options: TransactionOptions, session: Session, enclosing: Transaction?
    ) throws -> Transaction {
        try database.engine.begin(session.connection(), options)
        let turns = Slots([session], name: "turn in the transaction", timeout: database.configuration.waitTimeout)
        return Transaction(database, turns: turns, parent: nil, enclosing: enclosing)
    }

    func beginNested(enclosing: Transaction?) async throws -> Transaction {
        let nested = Transaction(database, turns: turns, parent: self, enclosing: enclosing)
        try await perform { connection in
            try connection.execute("SAVEPOINT \(nested.savepoint)")
            self.status.withLock { $0 = .nested(nested) }
        }
        return nested
    }
}

// Ending: what was begun is finished even when the task is cancelled or others use the connection.
extension Transaction {
    /// Keeps what was done.
    ///
    /// - Throws: the database's reason for not keeping it; then all was rolled back.
    func commit() async throws {
        try await end { connection in
            try connection.execute(self.parent == nil ? "COMMIT" : "RELEASE SAVEPOINT \(self.savepoint)")
        }
    }

    /// Takes back what was done.
    func rollback() async {
        do {
            try await end { _ in throw RolledBack() }
        } catch {}
    }

    private struct RolledBack: Error {}

    private func end(_ finish: @Sendable (any Connection) throws -> Void) async throws {
        let session = try await turns.acquire(unconditionally: true)
        defer { turns.release(session) }
        let before = status.withLock { status in
            defer { status = .ended }
            return status
        }
        // Ended by the outer one: the connection may be somebody else's by now.
        if case .ended = before { throw TransactionError(.ended) }
        defer { parent?.nestedEnded() }
        do {
            if case .nested(let nested) = before {
                nested.abandon()
                throw TransactionError(.nestedOutlivedBody)
            }
            let connection = try session.connection()
            guard connection.isInTransaction else { throw TransactionError(.endedByDatabase) }
            try finish(connection)
        } catch {
            undo(session)
            throw error
        }
    }

    /// Rolls back as far as this transaction reaches. A connection on which that fails is given up.
    private func undo(_ session: Session) {
        guard let connection = try? session.connection(), connection.isInTransaction else { return }
        do {
            if parent == nil {
                try connection.execute("ROLLBACK")
            } else {
                try connection.execute("ROLLBACK TO SAVEPOINT \(savepoint)")
                try connection.execute("RELEASE SAVEPOINT \(savepoint)")
            }
        } catch {
            database.logger.error("a transaction could not be rolled back: \(error)")
            session.close()
        }
    }

    private func nestedEnded() {
        status.withLock { status in
            if case .nested = status { status = .open }
        }
    }

    /// Ends it, and those inside of it, together with the outer one.
    private func abandon() {
        let before = status.withLock { status in
            defer { status = .ended }
            return status
        }
        if case .nested(let nested) = before { nested.abandon() }
    }
}
