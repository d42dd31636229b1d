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
    /// - Returns: what the body returns.
    /// - Throws: what the body throws, `CancellationError`, or the database's reason for not keeping the changes.
    public func transaction<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async throws -> R {
        if let outer = transaction {
            let nested = try await outer.beginNested(enclosing: Self.innermost)
            return try await complete(nested, body)
        }
        let session = try await writer.acquire()
        defer { writer.release(session) }
        return try await complete(begin(session), body)
    }

    private func begin(_ session: Session) async throws -> Transaction {
        try await BlockingExecutor.shared.run {
            try Transaction.begin(self, TransactionOptions(), session: session, enclosing: Self.innermost)
        }
    }

    private func complete<R>(
        _ transaction: Transaction, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async throws -> R {
        let result: R
        do {
            result = try await Self.$innermost.withValue(transaction, operation: body)
            try Task.checkCancellation()
        } catch {
            await BlockingExecutor.shared.run { await transaction.rollback() }
            throw error
        }
        try await BlockingExecutor.shared.run { try await transaction.commit() }
        return result
    }
}
