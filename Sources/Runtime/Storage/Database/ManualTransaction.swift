import Logging

/// A transaction that is ended by hand: where one closure cannot hold it, as ``Database/transaction(isolationLevel:readOnly:retries:isolation:_:)``
/// wants it.
///
/// ```swift
/// let transaction = try await database.beginTransaction()
/// do {
///     try await transaction.run { try await Post.create(title: "…") }
///     try await transaction.commit()
/// } catch {
///     await transaction.rollback()
///     throw error
/// }
/// ```
///
/// Until it ends it keeps a connection, on SQLite the only one that writes. One that is let go of without an end is
/// rolled back, and an error is logged that names the line where it began.
public final class ManualTransaction: Sendable {
    private let transaction: Transaction
    private let place: String

    init(_ transaction: Transaction, place: String) {
        self.transaction = transaction
        self.place = place
    }

    /// Runs the body inside of the transaction; it may be called more than once. An error ends nothing by itself.
    ///
    /// - Throws: what the body throws.
    @discardableResult
    public func run<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        try await transaction.database.join(transaction, body)
    }

    /// Keeps what was done, and then runs what ``Database/afterCommit(_:)`` kept for this moment.
    ///
    /// - Throws: the database's reason for not keeping it; then all was rolled back. ``TransactionError`` when it has
    ///   ended already.
    public func commit() async throws {
        try await transaction.commit()
        await transaction.runAfterCommit()
    }

    /// Takes back what was done; nothing happens when the transaction has ended already.
    public func rollback() async {
        await transaction.rollback()
    }

    deinit {
        guard transaction.isOpen else { return }
        transaction.database.logger.error(
            "a transaction was neither committed nor rolled back; it is rolled back now. It began at \(place)")
        Task.detached { [transaction] in await transaction.rollback() }
    }
}

extension Database {
    /// Begins a transaction that ends by ``ManualTransaction/commit()`` or ``ManualTransaction/rollback()``; inside of
    /// another one it is a savepoint.
    ///
    /// - Parameters:
    ///   - isolationLevel: how much it sees of what others do meanwhile; the engine's own level when left out.
    ///   - readOnly: whether it only reads, so that all it reads is of one moment.
    /// - Throws: the database's reason for not beginning one.
    public func beginTransaction(
        isolationLevel: IsolationLevel? = nil, readOnly: Bool = false, fileID: String = #fileID, line: Int = #line
    ) async throws -> ManualTransaction {
        let options = TransactionOptions(isolationLevel: isolationLevel, readOnly: readOnly)
        return ManualTransaction(try await begin(options), place: "\(fileID):\(line)")
    }
}
