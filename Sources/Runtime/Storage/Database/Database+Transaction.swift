import Logging

extension Database {
    @TaskLocal private static var innermost: Transaction?

    /// The transaction of this database that is at hand.
    var transaction: Transaction? {
        var found = Self.innermost
        while let transaction = found, transaction.database !== self { found = transaction.enclosing }
        return found
    }

    /// Runs the body as one transaction: all that its queries do, or nothing. Every query inside joins it, also those
    /// of child tasks; inside of another one it is a savepoint.
    ///
    /// ```swift
    /// let user = try await database.transaction {
    ///     let user = try await User.create(email: "a@example.com")
    ///     try await user.createProfile(bio: "…")
    ///     return user
    /// }
    /// ```
    ///
    /// The body runs where the caller runs and may set its variables. When it throws, or the task is cancelled, all is
    /// rolled back. While a nested transaction is open, queries of the outer one throw ``TransactionError``, and so
    /// does what uses the transaction after its end.
    ///
    /// With `retries` the body may run more than once: it runs anew after a ``SerializationFailureError`` (deadlocks
    /// included) and after a ``ConnectionLostError``, each time after a longer pause (20 milliseconds at first, a
    /// second at most). A database that cannot be reached to begin with is tried again likewise. What the body does
    /// beside queries it then does again; ``afterCommit(_:)`` is for what must happen once. A transaction whose COMMIT
    /// may have been carried out is never run anew, and neither is one after a timeout, which has waited already.
    ///
    /// - Parameters:
    ///   - isolationLevel: how much it sees of what others do meanwhile; the engine's own level when left out.
    ///   - readOnly: whether it only reads, so that all it reads is of one moment: a page and its count, for instance.
    ///     On SQLite it then does not wait for those who write, nor they for it.
    ///   - retries: how many more times the body may run; it counts for the outermost transaction only.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws, `CancellationError`, the database's reason for not keeping the changes, or
    ///   ``TransactionError`` when a nested one asks for another level.
    @discardableResult
    public func transaction<R>(
        isolationLevel: IsolationLevel? = nil, readOnly: Bool = false, retries: Int = 0,
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async throws -> R {
        let options = TransactionOptions(isolationLevel: isolationLevel, readOnly: readOnly)
        var retry = 0
        while true {
            var begun: Transaction?
            do {
                let transaction = try await begin(options)
                begun = transaction
                let result = try await complete(transaction, body)
                await transaction.runAfterCommit()
                return result
            } catch {
                guard self.transaction == nil, retry < retries,
                    begun?.mayRunAgain(after: error) ?? mayBeReached(after: error)
                else { throw error }
                retry += 1
                logger.info("a transaction runs anew (\(retry) of \(retries)): \(error)")
                try await Task.sleep(for: RetryPause.duration(before: retry))
            }
        }
    }

    /// Begins a transaction, or a savepoint of the one at hand.
    func begin(_ options: TransactionOptions) async throws -> Transaction {
        if let outer = transaction { return try await outer.beginNested(options, enclosing: Self.innermost) }
        return try await Transaction.begin(
            self, options, of: options.readOnly ? readers : writer, enclosing: Self.innermost)
    }

    /// Runs the body with a transaction as the one at hand.
    func join<R>(
        _ transaction: Transaction, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        try await Self.$innermost.withValue(transaction, operation: body)
    }

    private func complete<R>(
        _ transaction: Transaction, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async throws -> R {
        let result: R
        do {
            result = try await join(transaction, body)
            try Task.checkCancellation()
        } catch {
            await transaction.rollback()
            throw error
        }
        try await transaction.commit()
        return result
    }
}
