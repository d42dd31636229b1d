/// Resources that are lent out one by one: whoever finds none free is suspended, never a thread, and is served in the
/// order of coming. Waiting ends with the task's cancellation or after the timeout.
package final class Slots<Resource: Sendable>: Sendable {
    private struct State {
        var free: [Resource]
        var waiters = Fifo<Waiter>()
        var isSweeping = false
    }

    /// One that waits. Who takes the continuation out resumes it; all under the lock.
    private final class Waiter: @unchecked Sendable {
        var continuation: CheckedContinuation<Resource, any Error>?
        var isCancelled = false
        let deadline: ContinuousClock.Instant?

        init(deadline: ContinuousClock.Instant?) {
            self.deadline = deadline
        }
    }

    private enum Outcome {
        case ready(Resource)
        case cancelled
        case waiting(startSweeping: Bool)
    }

    private let state: Locked<State>
    private let timeout: Duration?
    private let name: String

    /// - Parameters:
    ///   - name: what is waited for, in the message of a timeout.
    ///   - timeout: how long one waits; nil for ever.
    package init(_ resources: [Resource], name: String, timeout: Duration?) {
        state = Locked(State(free: resources))
        self.timeout = timeout
        self.name = name
    }

    /// Lends a resource for as long as the body runs.
    package func use<R: Sendable>(_ body: @Sendable (Resource) throws -> R) async throws -> R {
        let resource = try await acquire()
        defer { release(resource) }
        return try body(resource)
    }

    /// Takes a resource, which must be released.
    ///
    /// - Parameter unconditionally: wait even when the task is cancelled, and without end: to finish what was begun.
    package func acquire(unconditionally: Bool = false) async throws -> Resource {
        if !unconditionally, Task.isCancelled { throw CancellationError() }
        if let resource = state.withLock({ $0.free.popLast() }) { return resource }
        let waiter = Waiter(deadline: unconditionally ? nil : timeout.map { ContinuousClock.now + $0 })
        guard !unconditionally else { return try await wait(waiter) }
        return try await withTaskCancellationHandler {
            try await wait(waiter)
        } onCancel: {
            let continuation = state.withLock { _ in
                waiter.isCancelled = true
                return waiter.continuation.take()
            }
            continuation?.resume(throwing: CancellationError())
        }
    }

    /// Gives a resource back, to the one that waits longest.
    package func release(_ resource: Resource) {
        let continuation = state.withLock { state in
            while let waiter = state.waiters.popFirst() {
                if let continuation = waiter.continuation.take() { return Optional(continuation) }
            }
            state.free.append(resource)
            return nil
        }
        continuation?.resume(returning: resource)
    }

    private func wait(_ waiter: Waiter) async throws -> Resource {
        try await withCheckedThrowingContinuation { continuation in
            let outcome: Outcome = state.withLock { state in
                if let resource = state.free.popLast() { return .ready(resource) }
                if waiter.isCancelled { return .cancelled }
                waiter.continuation = continuation
                state.waiters.append(waiter)
                guard waiter.deadline != nil, !state.isSweeping else { return .waiting(startSweeping: false) }
                state.isSweeping = true
                return .waiting(startSweeping: true)
            }
            switch outcome {
            case .ready(let resource): continuation.resume(returning: resource)
            case .cancelled: continuation.resume(throwing: CancellationError())
            case .waiting(let startSweeping): if startSweeping { sweep() }
            }
        }
    }
}

// Timeouts: one sleeping task for all who wait, since they are sorted by their deadline.
extension Slots {
    private func sweep() {
        Task.detached { [weak self] in
            while let next = self?.expire() {
                try? await Task.sleep(until: next, clock: .continuous)
            }
        }
    }

    /// Ends the waiting of those whose time is over; returns the next deadline, nil when nobody waits any more.
    private func expire() -> ContinuousClock.Instant? {
        let now = ContinuousClock.now
        var expired: [CheckedContinuation<Resource, any Error>] = []
        let next: ContinuousClock.Instant? = state.withLock { state in
            while let waiter = state.waiters.first {
                if waiter.continuation == nil {
                    _ = state.waiters.popFirst()
                    continue
                }
                guard let deadline = waiter.deadline else { break }
                if deadline > now { return deadline }
                _ = state.waiters.popFirst()
                if let continuation = waiter.continuation.take() { expired.append(continuation) }
            }
            state.isSweeping = false
            return nil
        }
        for continuation in expired {
            continuation.resume(throwing: DatabaseTimeoutError(message: "no \(name) was free in time"))
        }
        return next
    }
}
