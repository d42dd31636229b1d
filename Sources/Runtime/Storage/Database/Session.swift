/// One connection of a pool, opened when it is first needed and again after it was lost or given up.
/// The pool lends it to one task at a time, which is what makes it safe to pass along.
package final class Session: @unchecked Sendable {
    private let open: @Sendable () throws -> any Connection
    private var opened: (any Connection)?
    private var wasUsed = false

    init(_ open: @escaping @Sendable () throws -> any Connection) {
        self.open = open
    }

    /// The connection, only to be used while the session is lent.
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened.
    func connection() throws -> any Connection {
        wasUsed = true
        if let opened, opened.isUsable { return opened }
        opened = nil
        let connection = try open()
        opened = connection
        return connection
    }

    /// The connection as it was opened before: what a transaction goes on with.
    ///
    /// - Throws: ``ConnectionLostError`` when it is gone.
    func lent() throws -> any Connection {
        guard let opened, opened.isUsable else {
            throw ConnectionLostError(message: "the connection of the transaction was lost; nothing of it was kept")
        }
        return opened
    }

    /// Gives the connection up: it is lost, or in a state nobody knows.
    func close() {
        opened = nil
    }

    /// Closes the connection if it was not used since the last call.
    func closeIfIdle() {
        if !wasUsed { close() }
        wasUsed = false
    }
}

// Statements.
extension Session {
    /// Runs statements outside of any transaction.
    ///
    /// - Parameter isRepeatable: whether they may run once more, on a fresh connection, when one that had been idle
    ///   turns out to be lost: a server that was started anew is then noticed by nobody.
    func use<R>(isRepeatable: Bool = false, _ body: (any Connection) throws -> R) throws -> R {
        try repeating(isRepeatable) { connection in
            do {
                let result = try body(connection)
                guard connection.isInTransaction else { return result }
                throw TransactionError(.leftOpen)
            } catch {
                // Nobody else may find themselves inside of it.
                if connection.isInTransaction { rollBack(connection) }
                throw error
            }
        }
    }

    /// Begins a transaction.
    func begin(_ engine: any Engine, _ options: TransactionOptions) throws {
        try repeating(true) { connection in
            do {
                try engine.begin(connection, options)
            } catch {
                if connection.isInTransaction { rollBack(connection) }
                throw error
            }
        }
    }

    private func repeating<R>(_ isRepeatable: Bool, _ body: (any Connection) throws -> R) throws -> R {
        let wasOpen = opened != nil
        do {
            return try body(connection())
        } catch let error as ConnectionLostError {
            close()
            guard isRepeatable, wasOpen else { throw error }
        }
        do {
            return try body(connection())
        } catch let error as ConnectionLostError {
            close()
            throw error
        }
    }

    private func rollBack(_ connection: any Connection) {
        do { try connection.execute("ROLLBACK") } catch { close() }
    }
}
