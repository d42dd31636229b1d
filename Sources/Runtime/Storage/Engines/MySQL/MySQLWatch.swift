#if MySQL
    import CMySQL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Waits for the server while a call of libmariadb cannot go on, and ends a statement that runs too long, or whose
    /// task was cancelled: a second connection tells the server to. That holds for every statement and on every
    /// server, which their own limits do not. An answer that comes at once pays for none of it.
    final class MySQLWatch {
        /// Milliseconds between two questions whether the statement may go on.
        private static let slice: Int32 = 100
        /// How long the server may take to end a statement before the connection is given up.
        private static let patience: Duration = .seconds(5)

        var timeout: Duration?
        /// Tells the server to end the statement.
        var kill: () -> Void = {}
        private(set) var wasKilled = false
        private var started: ContinuousClock.Instant?
        private var killed: ContinuousClock.Instant?
        private var isOver = false
        private var isCancelled = false
        private var mayBeKilled = true

        init(timeout: Duration?) {
            self.timeout = timeout
        }

        /// A statement starts.
        ///
        /// - Parameter mayBeKilled: false for the end of a transaction, which is carried out whatever happens.
        func start(mayBeKilled: Bool = true) {
            self.mayBeKilled = mayBeKilled
            started = nil
            killed = nil
            wasKilled = false
            isOver = false
            isCancelled = false
        }

        /// Why the statement was ended, nil when it was not by this watch.
        func reason(sql: String) -> (any Error)? {
            if isCancelled { return CancellationError() }
            guard isOver, let timeout else { return nil }
            return DatabaseTimeoutError(message: "the statement ran longer than \(timeout)", sql: sql)
        }

        /// Runs a call of libmariadb that tells what it waits for (0 for nothing more).
        func run(_ socket: Int32, _ start: () -> Int32, _ goOn: (Int32) -> Int32) {
            var waiting = start()
            while waiting != 0 { waiting = goOn(wait(for: waiting, socket)) }
        }

        /// What has happened of that which is waited for.
        private func wait(for events: Int32, _ socket: Int32) -> Int32 {
            var place = pollfd(fd: socket, events: 0, revents: 0)
            if events & MYSQL_WAIT_READ != 0 { place.events |= Int16(POLLIN) }
            if events & MYSQL_WAIT_WRITE != 0 { place.events |= Int16(POLLOUT) }
            if events & MYSQL_WAIT_EXCEPT != 0 { place.events |= Int16(POLLPRI) }
            while true {
                let count = poll(&place, 1, Self.slice)
                // A failure of poll is told by the call that goes on.
                if count > 0 || (count < 0 && errno != EINTR) { return events & ~MYSQL_WAIT_TIMEOUT }
                if count == 0, !mayGoOn() { return MYSQL_WAIT_TIMEOUT }
            }
        }

        /// Whether the answer is still waited for.
        private func mayGoOn() -> Bool {
            let now = ContinuousClock.now
            if let killed { return killed.duration(to: now) < Self.patience }
            let started = started ?? now - .milliseconds(Int(Self.slice))
            self.started = started
            guard mayBeKilled else { return true }
            isCancelled = Task.isCancelled
            isOver = timeout.map { started.duration(to: now) >= $0 } ?? false
            guard isCancelled || isOver else { return true }
            kill()
            wasKilled = true
            killed = .now
            return true
        }
    }
#endif
