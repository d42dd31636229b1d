/// Resources that are lent out one by one: whoever finds none free is suspended, never a thread, and is served in the
/// order of coming. Waiting ends with the task's cancellation or after the timeout.
package final class Slots<Resource: Sendable>: Sendable {
    private struct State {
        var free: [Resource]
        var waiters = Fifo<Waiter>()
        var isSweeping = false
        var isClosed = false

        mutating func keep(_ resource: Resource, lendNext: Bool) {
            if lendNext { free.append(resource) } else { free.insert(resource, at: 0) }
        }
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
        case closed
        case waiting(startSweeping: Bool)
    }

    private let state: Locked<State>
    /// How many there are.
    package let count: Int
    private let timeout: Duration?
    private let name: String
    private let metrics: PoolMetrics?

    /// - Parameters:
    ///   - name: what is waited for, in the message of a timeout.
    ///   - timeout: how long one waits; nil for ever.
    ///   - metrics: who is told of what is lent.
    package init(_ resources: [Resource], name: String, timeout: Duration?, metrics: PoolMetrics? = nil) {
        state = Locked(State(free: resources))
        count = resources.count
        self.timeout = timeout
        self.name = name
        self.metrics = metrics
    }

    /// Takes a resource, which must be released. (A closure that gets one would be called without its types known, and
    /// be slow.)
    ///
    /// - Parameter unconditionally: wait even when the task is cancelled, and without end: to finish what was begun.
    nonisolated(nonsending) package func acquire(unconditionally: Bool = false) async throws -> Resource {
        if !unconditionally, Task.isCancelled { throw CancellationError() }
        let resource = if let free = takeFree() { free } else { try await waited(unconditionally) }
        metrics?.lent()
        return resource
    }

    /// Takes a resource, which must be released, if one is free; nil where one would have to wait.
    package func acquireFree() throws -> Resource? {
        if Task.isCancelled { throw CancellationError() }
        guard let free = takeFree() else { return nil }
        metrics?.lent()
        return free
    }

    private func takeFree() -> Resource? {
        state.withLock { $0.isClosed ? nil : $0.free.popLast() }
    }

    /// Gives a resource back, to the one that waits longest.
    ///
    /// - Parameter lendNext: lend it before the others, or when all of them are lent.
    package func release(_ resource: Resource, lendNext: Bool = true) {
        metrics?.returned()
        putBack(resource, lendNext: lendNext)
    }

    private func putBack(_ resource: Resource, lendNext: Bool) {
        // mostly nobody waits, and then nobody need be handed out of the lock
        let isKept = state.withLock { state in
            guard state.waiters.isEmpty else { return false }
            state.keep(resource, lendNext: lendNext)
            return true
        }
        if !isKept { handOver(resource, lendNext: lendNext) }
    }

    private func handOver(_ resource: Resource, lendNext: Bool) {
        let continuation = state.withLock { state in
            while let waiter = state.waiters.popFirst() {
                if let continuation = waiter.continuation.take() { return Optional(continuation) }
            }
            state.keep(resource, lendNext: lendNext)
            return nil
        }
        continuation?.resume(returning: resource)
    }
}

// Waiting.
extension Slots {
    nonisolated(nonsending) private func waited(_ unconditionally: Bool) async throws -> Resource {
        metrics?.waits()
        defer { metrics?.waitsNoMore() }
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

    nonisolated(nonsending) private func wait(_ waiter: Waiter) async throws -> Resource {
        try await withCheckedThrowingContinuation { continuation in
            let outcome: Outcome = state.withLock { state in
                if state.isClosed { return .closed }
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
            case .closed: continuation.resume(throwing: Self.closed)
            case .waiting(let startSweeping): if startSweeping { sweep() }
            }
        }
    }
}

// All at once.
extension Slots {
    private static var closed: ConnectionError { ConnectionError(message: "the database was closed") }

    /// Whether nothing is lent any more.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Does something with the resource that is lent next, before any is.
    package func withNext(_ body: (Resource) throws -> Void) rethrows {
        guard let next = state.withLock({ $0.free.last }) else { return }
        try body(next)
    }

    /// Does something with each resource that is free, one after another; the one that is lent next is left alone.
    package func withEachIdle(_ body: (Resource) -> Void) {
        let idle = state.withLock { state in
            guard !state.isClosed, state.free.count > 1 else { return [Resource]() }
            defer { state.free.removeSubrange(..<(state.free.count - 1)) }
            return Array(state.free.dropLast())
        }
        for resource in idle.reversed() {
            body(resource)
            putBack(resource, lendNext: false)
        }
    }

    /// Lends nothing any more, and sends those who wait away.
    ///
    /// - Parameter patience: how long to wait for what is lent.
    /// - Returns: all that is free in the end; what is still lent then is never lent again.
    package func close(patience: Duration) async -> [Resource] {
        let waiting = state.withLock { state in
            state.isClosed = true
            var waiting: [CheckedContinuation<Resource, any Error>] = []
            while let waiter = state.waiters.popFirst() {
                if let continuation = waiter.continuation.take() { waiting.append(continuation) }
            }
            return waiting
        }
        for continuation in waiting { continuation.resume(throwing: Self.closed) }
        let deadline = ContinuousClock.now + patience
        while state.withLock({ $0.free.count }) < count, ContinuousClock.now < deadline {
            // Not stopped by cancellation: a shutdown that is hurried along still ends by its own deadline.
            await Task { try? await Task.sleep(for: .milliseconds(10)) }.value
        }
        return state.withLock { state in
            defer { state.free = [] }
            return state.free
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
