#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A few threads that do nothing but hash, so that a sign-in never holds a thread that serves requests.
///
/// The threads start with the first password and stay. They share the processor: half of the cores, at least one.
final class HashingThreads: @unchecked Sendable {
    static let shared = HashingThreads(count: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)) / 2))

    /// About a minute of work for one thread; whoever comes later is told so instead of waiting longer.
    static let waitingLimit = 1000

    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let wakeUp: UnsafeMutablePointer<pthread_cond_t>
    private var waiting: [@Sendable (borrowing Bcrypt) -> Void] = []
    private var first = 0
    private var unstarted: Int

    /// - Parameter count: how many threads, started one by one as work arrives.
    init(count: Int) {
        unstarted = count
        lock = .allocate(capacity: 1)
        wakeUp = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(wakeUp, nil)
    }

    /// Runs a piece of work on one of the threads and waits for its result without blocking.
    ///
    /// - Throws: ``PasswordError/tooManyWaiting``, `CancellationError` when the task was cancelled while it waited, and
    ///   what the work throws.
    func run<Result: Sendable>(_ work: @escaping @Sendable (borrowing Bcrypt) throws -> Result) async throws -> Result {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            let accepted = add { bcrypt in
                do { continuation.resume(returning: try work(bcrypt)) } catch { continuation.resume(throwing: error) }
            }
            if !accepted { continuation.resume(throwing: PasswordError.tooManyWaiting) }
        }
    }

    private func add(_ job: @escaping @Sendable (borrowing Bcrypt) -> Void) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard waiting.count - first < Self.waitingLimit else { return false }
        if unstarted > 0 {
            guard startThread() else { return false }
            unstarted -= 1
        }
        waiting.append(job)
        pthread_cond_signal(wakeUp)
        return true
    }

    private func startThread() -> Bool {
        let context = Unmanaged.passRetained(self)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, nil, hashingThread, context.toOpaque())
        if status != 0 { context.release() }
        return status == 0
    }

    /// The life of one thread.
    fileprivate func work() {
        let bcrypt = Bcrypt()
        while true { next()(bcrypt) }
    }

    private func next() -> @Sendable (borrowing Bcrypt) -> Void {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while first == waiting.count { pthread_cond_wait(wakeUp, lock) }
        let job = waiting[first]
        first += 1
        if first == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            first = 0
        }
        return job
    }
}

#if canImport(Darwin)
    private func hashingThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<HashingThreads>.fromOpaque(context).takeRetainedValue().work()
        return nil
    }
#else
    private func hashingThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<HashingThreads>.fromOpaque(context).takeRetainedValue().work()
        return nil
    }
#endif
