// The connections' health and end.
extension Database {
    /// Asks the database for a sign of life, on a connection of the pool: for readiness probes.
    ///
    /// - Throws: ``ConnectionError`` or ``ConnectionLostError`` when it cannot be reached, ``DatabaseTimeoutError``
    ///   when no connection was free in time.
    public func ping() async throws {
        try await BlockingExecutor.shared.run {
            let session = try await readers.acquire()
            defer { readers.release(session) }
            _ = try session.use(isRepeatable: true) { try $0.execute("SELECT 1") }
        }
    }

    /// Whether the database answers a ``ping()``.
    public var isReachable: Bool {
        get async {
            do {
                try await ping()
                return true
            } catch {
                return false
            }
        }
    }

    /// Closes the connections: no query gets one any more (it throws ``ConnectionError``), and those that run are
    /// waited for. An app does this after its last request; a second call changes nothing.
    ///
    /// - Parameter patience: how long to wait for queries and transactions that are under way. What takes longer keeps
    ///   its connection until it is done.
    public func close(patience: Duration = .seconds(10)) async {
        upkeep?.cancel()
        async let reading = readers === writer ? [] : readers.close(patience: patience)
        async let writing = writer.close(patience: patience)
        let sessions = await reading + writing
        await BlockingExecutor.shared.run {
            for session in sessions { session.close() }
        }
    }

    /// Closes connections that were not used for a while, all but one: a database in memory lives in its connection.
    static func upkeep(of pool: Slots<Session>, every interval: Duration?) -> Task<Void, Never>? {
        guard let interval, pool.count > 1 else { return nil }
        return Task.detached { [weak pool] in
            while (try? await Task.sleep(for: interval)) != nil, let pool {
                await BlockingExecutor.shared.run { pool.withEachIdle { $0.closeIfIdle() } }
            }
        }
    }
}
