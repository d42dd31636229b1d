#if PostgreSQL
    import CPostgreSQL
    import Logging

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The way to the server: something is sent, its results are waited for. Whoever waits sees to it that a statement
    /// ends when its task is cancelled, and that a server which does not answer any more is given up.
    final class PostgreSQLWire {
        let handle: OpaquePointer
        private let canceller: PostgreSQLCanceller
        private let notices: PostgreSQLNotices
        /// Nothing can be said any more about what the other side thinks.
        private(set) var isBroken = false
        /// How long a statement may run; the server keeps to it, too.
        var timeout: Duration?
        private var lastUse = ContinuousClock.now

        /// Milliseconds between two looks at whether the task was cancelled. An answer is seen at once.
        private static let slice: Int32 = 50
        /// How much longer than its timeout a statement is waited for: the server should have ended it by then.
        private static let grace = Duration.seconds(5)
        /// A connection that was used a moment ago is not looked at.
        private static let moment = Duration.milliseconds(50)

        /// - Parameter handle: an open connection, which is closed with this.
        init(_ handle: OpaquePointer, logger: Logger) {
            self.handle = handle
            canceller = PostgreSQLCanceller(handle)
            notices = PostgreSQLNotices(logger: logger)
            PQsetNoticeReceiver(
                handle,
                { notices, result in
                    guard let notices, let result else { return }
                    Unmanaged<PostgreSQLNotices>.fromOpaque(notices).takeUnretainedValue().tell(result)
                }, Unmanaged.passUnretained(notices).toOpaque())
        }

        deinit {
            PQfinish(handle)
        }

        /// Sends something and waits for all of its results.
        ///
        /// - Returns: the last of them, which is freed with the rows.
        /// - Throws: the first that is an error.
        func exchange(_ sql: String, _ send: (OpaquePointer) -> Int32) throws -> PostgreSQLRows {
            let start = ContinuousClock.now
            guard send(handle) == 1 else { throw notSent(sql) }
            var last: PostgreSQLRows?
            var failure: (any Error)?
            var cancelledAt: ContinuousClock.Instant?
            while let result = try next(sql, start, &cancelledAt) {
                let rows = PostgreSQLRows(result)
                last = rows
                do { try check(result, sql, start, isCancelled: cancelledAt != nil) } catch {
                    failure = failure ?? error
                }
            }
            lastUse = ContinuousClock.now
            // An order that is still on its way would end the next statement.
            if cancelledAt != nil, !canceller.isDone(within: Self.grace) { isBroken = true }
            if PQstatus(handle) == CONNECTION_BAD { throw failure as? ConnectionLostError ?? lost(sql) }
            if let failure { throw failure }
            guard let last else { throw lost(sql) }
            return last
        }

        /// Whether the server is still there, to the best of our knowledge and without asking it. What it says by
        /// itself, that it ends the connection, has come in by the time.
        var isUsable: Bool {
            guard !isBroken, PQstatus(handle) == CONNECTION_OK else { return false }
            guard PQtransactionStatus(handle) == PQTRANS_IDLE, lastUse.duration(to: .now) > Self.moment else {
                return true
            }
            var looks = 0
            while looks < 8, isReadable(for: 0) {
                guard PQconsumeInput(handle) == 1, PQisBusy(handle) == 0, PQstatus(handle) == CONNECTION_OK else {
                    return false
                }
                looks += 1
            }
            return true
        }
    }

    // Waiting.
    extension PostgreSQLWire {
        /// The next result, nil when there is no more.
        private func next(
            _ sql: String, _ start: ContinuousClock.Instant, _ cancelledAt: inout ContinuousClock.Instant?
        ) throws -> OpaquePointer? {
            while PQisBusy(handle) == 1 {
                if isReadable(for: Self.slice) {
                    guard PQconsumeInput(handle) == 1 else { throw lost(sql) }
                } else {
                    try look(sql, start, &cancelledAt)
                }
            }
            guard let result = PQgetResult(handle) else { return nil }
            switch PQresultStatus(result) {
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                // The server waits for rows, or sends them in another way than results.
                PQclear(result)
                isBroken = true
                throw DatabaseError(
                    code: 0, state: "0A000", message: "COPY to and from the client is not there", sql: sql)
            default: return result
            }
        }

        /// Nothing came for a while: whether to go on.
        private func look(
            _ sql: String, _ start: ContinuousClock.Instant, _ cancelledAt: inout ContinuousClock.Instant?
        ) throws {
            let now = ContinuousClock.now
            if let cancelledAt {
                guard cancelledAt.duration(to: now) > Self.grace else { return }
                isBroken = true
                throw CancellationError()
            }
            if Task.isCancelled {
                canceller.start()
                cancelledAt = now
            } else if let timeout, start.duration(to: now) > timeout + Self.grace {
                isBroken = true
                throw DatabaseTimeoutError(message: "the server did not answer within \(timeout)", sql: sql)
            }
        }

        private func isReadable(for milliseconds: Int32) -> Bool {
            var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            // A signal that comes between is no answer; there will be another look.
            return poll(&descriptor, 1, milliseconds) > 0
        }

        private func check(
            _ result: OpaquePointer, _ sql: String, _ start: ContinuousClock.Instant, isCancelled: Bool
        ) throws {
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
            default: break
            }
            if PostgreSQLFailure.state(of: result) == "57014" {
                if isCancelled { throw CancellationError() }
                if let timeout, start.duration(to: .now) >= timeout - .milliseconds(100) {
                    throw DatabaseTimeoutError(message: "the statement ran longer than \(timeout)", sql: sql)
                }
            }
            // The connection went while the answer was awaited: libpq makes a result of its own.
            guard PostgreSQLFailure.state(of: result) != nil || PQstatus(handle) == CONNECTION_OK else {
                throw lost(sql)
            }
            throw PostgreSQLFailure.error(result, sql: sql)
        }

        private func lost(_ sql: String) -> ConnectionLostError {
            isBroken = true
            return ConnectionLostError(message: "the connection to the server was lost", sql: sql)
        }

        private func notSent(_ sql: String) -> any Error {
            guard PQstatus(handle) == CONNECTION_OK else { return lost(sql) }
            let reason = String(cString: PQerrorMessage(handle)).split(separator: "\n").first.map(String.init)
            return DatabaseError(code: 0, message: reason ?? "the statement could not be sent", sql: sql)
        }
    }

    /// What the server says besides its answers.
    final class PostgreSQLNotices {
        private let logger: Logger

        init(logger: Logger) {
            self.logger = logger
        }

        func tell(_ notice: OpaquePointer) {
            logger.debug("PostgreSQL: \(PostgreSQLFailure.message(of: notice))")
        }
    }
#endif
