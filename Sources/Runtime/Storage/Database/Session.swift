/// One connection of a pool, opened when it is first needed and again after it was lost or given up.
/// The pool lends it to one task at a time, which is what makes it safe to pass along.
package final class Session: @unchecked Sendable {
    private let open: @Sendable () throws -> any Connection
    private var opened: (any Connection)?

    init(_ open: @escaping @Sendable () throws -> any Connection) {
        self.open = open
    }

    /// The connection, only to be used while the session is lent.
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened.
    func connection() throws -> any Connection {
        if let opened, opened.isUsable { return opened }
        opened = nil
        let connection = try open()
        opened = connection
        return connection
    }

    /// Gives the connection up: it is in a state nobody knows.
    func close() {
        opened = nil
    }
}
