#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The jobs that wait for a thread, and the count of threads: a mutex and a condition around a queue.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs = Fifo<UnownedJob>()
    private var waiting = 0
    private var limit: Int
    private var threads = 0
    private var idle = 0

    init(limit: Int) {
        self.limit = limit
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Adds a job; true when a thread should be started for it, which is counted already.
    func add(_ job: UnownedJob) -> Bool {
        pthread_mutex_lock(mutex)
        jobs.append(job)
        waiting += 1
        if waiting <= idle {
            pthread_mutex_unlock(mutex)
            pthread_cond_signal(condition)
            return false
        }
        defer { pthread_mutex_unlock(mutex) }
        guard threads < limit else { return false }
        threads += 1
        return true
    }

    /// The next job, waited for; nil when the calling thread is one too many.
    func next() -> UnownedJob? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        var spins = 0
        while true {
            if threads > limit {
                threads -= 1
                // A job may have been announced to this very thread.
                if waiting > 0 { pthread_cond_signal(condition) }
                return nil
            }
            if let job = jobs.popFirst() {
                waiting -= 1
                return job
            }
            // The next job is often only a moment away, and waking a sleeping thread costs more than looking again.
            if spins < 3 {
                spins += 1
                pthread_mutex_unlock(mutex)
                sched_yield()
                pthread_mutex_lock(mutex)
                continue
            }
            idle += 1
            pthread_cond_wait(condition, mutex)
            idle -= 1
        }
    }

    func threadEnded() {
        pthread_mutex_lock(mutex)
        threads -= 1
        pthread_mutex_unlock(mutex)
    }

    func changeLimit(by difference: Int) {
        pthread_mutex_lock(mutex)
        limit += difference
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}
