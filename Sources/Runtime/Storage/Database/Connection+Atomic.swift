// Statements that hold together, without an await between them.
extension Connection {
    /// Runs the body as a transaction.
    package func transaction<R>(
        begin: (any Connection) throws -> Void = { try $0.execute("BEGIN") }, _ body: (any Connection) throws -> R
    ) throws -> R {
        try begin(self)
        do {
            let result = try body(self)
            try execute("COMMIT")
            return result
        } catch {
            // An engine may have ended the transaction already.
            if isInTransaction { _ = try? execute("ROLLBACK") }
            throw error
        }
    }

    /// Runs the body as a savepoint of the transaction at hand.
    package func savepoint<R>(_ name: String, _ body: (any Connection) throws -> R) throws -> R {
        try execute("SAVEPOINT \(name)")
        do {
            let result = try body(self)
            try execute("RELEASE SAVEPOINT \(name)")
            return result
        } catch {
            if isInTransaction {
                _ = try? execute("ROLLBACK TO SAVEPOINT \(name)")
                _ = try? execute("RELEASE SAVEPOINT \(name)")
            }
            throw error
        }
    }
}
