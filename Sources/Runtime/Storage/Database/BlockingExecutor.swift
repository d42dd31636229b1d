#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The threads on which database calls may block: one for each open connection and one for each core, so that there
/// is always a thread left for what does not wait for a database. Services run here too, and pay no hop for a query.
///
/// One for the process. Opening a database adds room for its connections, closing it takes the room back; threads
/// start when there is work and no idle thread, and end when there are more than there is room for.
package final class BlockingExecutor: TaskExecutor {
    package static let shared = BlockingExecutor(cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    private let state: Monitor

    init(cores: Int) {
        state = Monitor(limit: max(1, cores))
    }

    /// Whether the calling thread is one of these.
    package static var isCurrentThread: Bool {
        pthread_getspecific(ThreadMark.key) != nil
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        guard state.add(job) else { return }
        startThread()
    }

    package func reserve(connections: Int) {
        state.changeLimit(by: connections)
    }

    package func release(connections: Int) {
        state.changeLimit(by: -connections)
    }

    /// Runs the operation on one of the threads; on the spot when the caller is on one already.
    nonisolated(nonsending) package func run<R: Sendable>(_ operation: @Sendable () async throws -> R) async rethrows
        -> R
    {
        if Self.isCurrentThread { return try await operation() }
        return try await withTaskExecutorPreference(self, operation: operation)
    }

    private func startThread() {
        guard !detachThread(Unmanaged.passRetained(self)) else { return }
        // No thread to be had: those that run will take the job when they are free.
        state.threadEnded()
    }

    fileprivate func work() {
        pthread_setspecific(ThreadMark.key, UnsafeRawPointer(bitPattern: 1))
        while let job = state.next() {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

#if canImport(Darwin)
    private func threadMain(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<BlockingExecutor>.fromOpaque(argument).takeRetainedValue().work()
        return nil
    }

    /// Starts a thread of the executor, which takes over the reference; false when there is none to be had.
    private func detachThread(_ executor: Unmanaged<BlockingExecutor>) -> Bool {
        var thread: pthread_t?
        let isStarted = pthread_create(&thread, nil, threadMain, executor.toOpaque()) == 0
        if isStarted, let thread { pthread_detach(thread) } else { executor.release() }
        return isStarted
    }
#else
    private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        Unmanaged<BlockingExecutor>.fromOpaque(argument).takeRetainedValue().work()
        return nil
    }

    /// Starts a thread of the executor, which takes over the reference; false when there is none to be had.
    private func detachThread(_ executor: Unmanaged<BlockingExecutor>) -> Bool {
        var thread = pthread_t()
        let isStarted = pthread_create(&thread, nil, threadMain, executor.toOpaque()) == 0
        if isStarted { pthread_detach(thread) } else { executor.release() }
        return isStarted
    }
#endif

private enum ThreadMark {
    static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()
}
