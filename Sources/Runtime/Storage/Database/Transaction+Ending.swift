import Logging

// What was begun is finished even when the task is cancelled or others use the connection.
extension Transaction {
    /// Keeps what was done.
    ///
    /// - Throws: the database's reason for not keeping it; then all was rolled back, unless the connection was lost
    ///   over COMMIT itself.
    func commit() async throws {
        try await end { connection in
            guard !connection.isTransactionAborted else { throw TransactionError(.aborted) }
            if let parent = self.parent {
                try connection.execute("RELEASE SAVEPOINT \(self.savepoint)")
                parent.takeOver(self)
            } else {
                try self.commit(connection)
            }
        }
    }

    /// Takes back what was done.
    func rollback() async {
        do {
            try await end { _ in throw RolledBack() }
        } catch {}
    }

    private struct RolledBack: Error {}

    private func commit(_ connection: any Connection) throws {
        do {
            try connection.execute("COMMIT")
        } catch var error as ConnectionLostError {
            state.withLock { $0.isOutcomeUnknown = true }
            error.message = "whether the transaction was committed is not known: \(error.message)"
            throw error
        }
    }

    private func end(_ finish: @Sendable (any Connection) throws -> Void) async throws {
        try await BlockingExecutor.shared.run {
            let session = try await turns.acquire(unconditionally: true)
            defer { turns.release(session) }
            let before = close()
            // Ended by the outer one: the connection may be somebody else's by now.
            if case .ended = before { throw TransactionError(.ended) }
            defer {
                parent?.nestedEnded()
                pool?.release(session)
            }
            do {
                if case .nested(let nested) = before {
                    nested.abandon()
                    throw TransactionError(.nestedOutlivedBody)
                }
                let connection = try session.lent()
                guard connection.isInTransaction else { throw TransactionError(.endedByDatabase) }
                try finish(connection)
            } catch {
                undo(session)
                throw error
            }
        }
    }

    /// Rolls back as far as this transaction reaches. A connection on which that fails is given up.
    private func undo(_ session: Session) {
        guard let connection = try? session.lent() else { return session.close() }
        guard connection.isInTransaction else { return }
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
        state.withLock { state in
            if case .nested = state.status { state.status = .open }
        }
    }

    /// Ends it, and those inside of it, together with the outer one.
    private func abandon() {
        if case .nested(let nested) = close() { nested.abandon() }
    }

    /// - Returns: what it was before.
    private func close() -> Status {
        state.withLock { state in
            defer { state.status = .ended }
            return state.status
        }
    }
}
