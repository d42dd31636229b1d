// Who gets which connection. All of this, and the queries above it, stays where its caller runs (`nonsending`) until it
// is on a thread that may block: a question for the executor at each call took a tenth of a query's work.
extension Database {
    /// Reads: the body gets a connection for as long as it runs, that of the transaction at hand if there is one.
    ///
    /// - Parameter isRepeatable: whether the body may run once more when an idle connection turns out to be lost.
    nonisolated(nonsending) package func read<R: Sendable>(
        isRepeatable: Bool = true, _ body: @Sendable (any Connection) throws -> R
    ) async throws -> R {
        try await use(readers, isRepeatable: isRepeatable, in: transaction, body)
    }

    /// Writes: the body gets the writing connection, that of the transaction at hand if there is one. Without one,
    /// every statement stands for itself; what must hold together goes into ``atomic(_:)`` or a transaction.
    nonisolated(nonsending) package func write<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws
        -> R
    {
        try await use(writer, in: writingTransaction, body)
    }

    /// Writes all or nothing: the body's statements are one transaction, or one savepoint of the transaction at hand.
    /// Nothing else runs on the connection meanwhile, so this is safe beside other queries of the same transaction.
    nonisolated(nonsending) package func atomic<R: Sendable>(_ body: @Sendable (any Connection) throws -> R)
        async throws -> R
    {
        let outer = try writingTransaction
        return try await use(writer, in: outer) { [engine] connection in
            try outer != nil
                ? connection.savepoint("scaffold_atomic", body)
                : connection.transaction(begin: { try engine.begin($0, TransactionOptions()) }, body)
        }
    }

    /// The writing connection outside of any transaction and without an end to how long a statement may run:
    /// for what changes tables.
    package func exclusive<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        guard transaction == nil else { throw TransactionError(.cannotMigrate) }
        return try await use(writer, in: nil) { connection in
            let timeout = connection.statementTimeout
            connection.statementTimeout = nil
            defer { connection.statementTimeout = timeout }
            return try body(connection)
        }
    }

    private var writingTransaction: Transaction? {
        get throws {
            let transaction = transaction
            if let transaction, transaction.options.readOnly { throw TransactionError(.readOnly) }
            return transaction
        }
    }

    @inline(__always)
    nonisolated(nonsending) private func use<R: Sendable>(
        _ pool: Slots<Session>, isRepeatable: Bool = false, in transaction: Transaction?,
        _ body: @Sendable (any Connection) throws -> R
    ) async throws -> R {
        if let transaction {
            return try await BlockingExecutor.shared.run { try await transaction.perform(body) }
        }
        // Mostly there is nothing to wait for: each call that might wait costs a frame of the task, and there are five.
        if BlockingExecutor.isCurrentThread, let session = try pool.acquireFree() {
            defer { pool.release(session) }
            return try session.use(isRepeatable: isRepeatable, body)
        }
        return try await BlockingExecutor.shared.run {
            let session = try await pool.acquire()
            defer { pool.release(session) }
            return try session.use(isRepeatable: isRepeatable, body)
        }
    }
}
