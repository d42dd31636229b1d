// Whether another run may do better.
extension Transaction {
    /// Remembers why a transaction is lost, for a body that goes on after the error; a lost connection is given up.
    func note(_ error: any Error, _ session: Session) {
        guard error is SerializationFailureError || error is ConnectionLostError else { return }
        if error is ConnectionLostError { session.close() }
        var transaction: Transaction? = self
        while let lost = transaction {
            lost.state.withLock { $0.failure = error }
            transaction = lost.parent
        }
    }

    /// Whether the whole of it may run once more after it failed with an error: nothing of it was kept, and the cause
    /// was in other transactions or in the connection.
    func mayRunAgain(after error: any Error) -> Bool {
        let (failure, isOutcomeUnknown) = state.withLock { ($0.failure, $0.isOutcomeUnknown) }
        guard !isOutcomeUnknown else { return false }
        return switch error {
        case is SerializationFailureError, is ConnectionLostError: true
        case let error as TransactionError where error.reason == .aborted || error.reason == .endedByDatabase:
            failure != nil
        default: false
        }
    }
}

extension Database {
    /// Whether a transaction that could not begin may find the database back in a while.
    func mayBeReached(after error: any Error) -> Bool {
        (error is ConnectionError || error is ConnectionLostError) && !writer.isClosed
    }
}

/// How long is waited before a transaction runs once more: longer each time, and never two the same.
enum RetryPause {
    private static let first = Duration.milliseconds(20)
    private static let longest = Duration.seconds(1)

    /// - Parameter retry: counts from 1.
    static func range(before retry: Int) -> ClosedRange<Duration> {
        let most = min(longest, first * (1 << min(max(retry - 1, 0), 10)))
        return most / 2...most
    }

    static func duration(before retry: Int) -> Duration {
        let range = range(before: retry)
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double.random(in: 0...1)
    }
}
