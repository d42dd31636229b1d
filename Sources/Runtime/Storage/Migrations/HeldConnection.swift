/// The writing connection of a database, lent for longer than one call: for what needs one session throughout.
package struct HeldConnection: Sendable {
    private let session: Session

    fileprivate init(_ session: Session) {
        self.session = session
    }

    /// Runs statements on it, outside of any transaction.
    ///
    /// - Throws: ``ConnectionLostError`` when it is gone; it is not opened anew, since what belonged to it is gone,
    /// too.
    func run<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        try await BlockingExecutor.shared.run {
            let connection = try session.lent()
            defer {
                if connection.isInTransaction {
                    do { try connection.execute("ROLLBACK") } catch { session.close() }
                }
            }
            return try body(connection)
        }
    }
}

extension Database {
    /// Lends the writing connection for as long as the body runs, without an end to how long a statement may.
    ///
    /// - Throws: ``TransactionError`` inside of a transaction.
    func holdingWriter<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (HeldConnection) async throws -> R
    ) async throws -> R {
        guard transaction == nil else { throw TransactionError(.cannotMigrate) }
        let session = try await writer.acquire()
        defer { writer.release(session) }
        let timeout = try await BlockingExecutor.shared.run {
            let connection = try session.connection()
            let timeout = connection.statementTimeout
            connection.statementTimeout = nil
            return timeout
        }
        defer { if let connection = try? session.lent() { connection.statementTimeout = timeout } }
        return try await body(HeldConnection(session))
    }
}
