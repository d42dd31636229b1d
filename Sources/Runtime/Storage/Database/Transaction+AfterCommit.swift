import Logging

/// What is to run once a transaction is committed.
typealias AfterCommit = @Sendable () async throws -> Void

extension Transaction {
    /// Keeps something to run after COMMIT; a rollback, also to the savepoint that this is, lets it go.
    func addAfterCommit(_ body: @escaping AfterCommit) throws {
        let isAdded = state.withLock { state in
            if case .ended = state.status { return false }
            state.afterCommit.append(body)
            return true
        }
        guard isAdded else { throw TransactionError(.ended) }
    }

    /// Takes over from a nested one that is kept.
    func takeOver(_ nested: Transaction) {
        let bodies = nested.state.withLock { $0.afterCommit }
        state.withLock { $0.afterCommit += bodies }
    }

    /// Runs what waited for the outermost COMMIT, also when the task was cancelled meanwhile.
    func runAfterCommit() async {
        guard parent == nil else { return }
        let bodies = state.withLock { state in
            defer { state.afterCommit = [] }
            return state.afterCommit
        }
        guard !bodies.isEmpty else { return }
        await Task { [database] in
            for body in bodies { await database.runAfterCommit(body) }
        }.value
    }
}

extension Database {
    /// Runs something once the changes are kept: after the outermost COMMIT, in the order of these calls, and never
    /// after a rollback (nor after one of the nested transaction that this was called in). Outside of a transaction it
    /// runs at once.
    ///
    /// ```swift
    /// try await database.transaction {
    ///     let user = try await User.create(email: email)
    ///     try await database.afterCommit { try await Mail.welcome(user).send() }
    /// }
    /// ```
    ///
    /// The connection is free by then, so that it may use the database, a transaction of its own included. What it
    /// throws is logged as an error and goes no further: the changes are kept, and who asked for them must not be told
    /// otherwise.
    ///
    /// - Throws: ``TransactionError`` when the transaction at hand has ended.
    public func afterCommit(_ body: @escaping @Sendable () async throws -> Void) async throws {
        if let transaction {
            try transaction.addAfterCommit(body)
        } else {
            await runAfterCommit(body)
        }
    }

    fileprivate func runAfterCommit(_ body: AfterCommit) async {
        do {
            try await body()
        } catch {
            logger.error("what was to run after a commit failed: \(error)")
        }
    }
}
