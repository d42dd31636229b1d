import CSQLite

/// Ends statements that run too long, or whose task was cancelled: SQLite asks every few thousand steps.
/// A statement that is done before the first question pays nothing.
final class SQLiteWatch {
    private static let stepsBetweenQuestions: Int32 = 4000

    var timeout: Duration?
    // only the thread that holds the connection comes here, and SQLite's questions come between its steps
    @exclusivity(unchecked) private var firstQuestion: ContinuousClock.Instant?
    @exclusivity(unchecked) private var isOver = false
    @exclusivity(unchecked) private var isCancelled = false

    init(_ connection: OpaquePointer, timeout: Duration?) {
        self.timeout = timeout
        // The connection owns the watch and is closed before it goes.
        sqlite3_progress_handler(
            connection, Self.stepsBetweenQuestions,
            { watch in
                guard let watch else { return 0 }
                return Unmanaged<SQLiteWatch>.fromOpaque(watch).takeUnretainedValue().mayGoOn() ? 0 : 1
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// A statement starts.
    func start() {
        firstQuestion = nil
        isOver = false
        isCancelled = false
    }

    /// Why the statement was ended, nil when it was not by this watch.
    func reason(sql: String) -> (any Error)? {
        if isCancelled { return CancellationError() }
        guard isOver, let timeout else { return nil }
        return DatabaseTimeoutError(message: "the statement ran longer than \(timeout)", sql: sql)
    }

    private func mayGoOn() -> Bool {
        if Task.isCancelled {
            isCancelled = true
            return false
        }
        guard let timeout else { return true }
        let now = ContinuousClock.now
        guard let firstQuestion else {
            firstQuestion = now
            return true
        }
        isOver = firstQuestion.duration(to: now) > timeout
        return !isOver
    }
}
