#if PostgreSQL
    import CPostgreSQL
    import Dispatch

    /// Tells the server to end the statement of a connection. libpq waits for the server's word, without end where it
    /// stands still, so that this is done on a thread of its own.
    final class PostgreSQLCanceller: @unchecked Sendable {
        private let canceller: OpaquePointer?
        private let orders = DispatchGroup()

        init(_ handle: OpaquePointer) {
            canceller = PQgetCancel(handle)
        }

        deinit {
            PQfreeCancel(canceller)
        }

        func start() {
            DispatchQueue.global().async(group: orders) {
                withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { reason in
                    _ = PQcancel(self.canceller, reason.baseAddress, 256)
                }
            }
        }

        /// Whether the server has taken every order, which is waited for.
        func isDone(within patience: Duration) -> Bool {
            orders.wait(timeout: .now() + .milliseconds(Int(patience.wholeMilliseconds))) == .success
        }
    }
#endif
