import NIOCore
import ScaffoldStorage
import Synchronization

/// One connection of a server: what it is at and since when, so that it can be ended where it takes too long.
///
/// The one that serves it says what begins; the one that looks after all connections reads it, from another thread.
final class ServedConnection: Sendable {
    /// What a connection is at.
    enum Phase: UInt64 {
        /// Between requests.
        case waiting
        /// The first bytes of a request are there.
        case headers
        /// The handler waits for the body.
        case body
        /// The handler works.
        case answering
        /// The answer goes out.
        case sending
        /// The last answer is out.
        case closing
        /// A head is there, and the server has yet to turn to it.
        case arrived
    }

    let channel: any Channel

    /// The phase in the last three bits, and before them when it began, in steps of the clock.
    private let state = Atomic<UInt64>(0)
    private let clock: ServerClock
    /// How many bytes came since the phase began.
    private let received = Atomic<Int>(0)
    private let overdue = Atomic(false)
    private let task = Locked<Task<Void, Never>?>(nil)
    /// How many bytes the client had still to take when that was last looked at.
    private let left = Atomic<Int>(.max)

    init(_ channel: any Channel, _ clock: ServerClock) {
        self.channel = channel
        self.clock = clock
        state.store(clock.now << 3, ordering: .relaxed)
    }

    /// Whether the handler's time is over.
    var isOverdue: Bool { overdue.load(ordering: .relaxed) }

    var phase: Phase { moment.phase }

    /// What it is at, and for how long: read at once, so that they belong together.
    var moment: (phase: Phase, age: Duration) {
        let now = state.load(ordering: .relaxed)
        return (Phase(rawValue: now & 7) ?? .closing, clock.time(since: now >> 3))
    }

    /// Begins something.
    ///
    /// - Returns: Whether it was to go on at all: false once it is closing.
    @discardableResult
    func enter(_ phase: Phase) -> Bool {
        let next = clock.now << 3 | phase.rawValue
        switch phase {
        case .body: received.store(0, ordering: .relaxed)
        case .answering: left.store(.max, ordering: .relaxed)
        default: break
        }
        var before = state.load(ordering: .relaxed)
        while before & 7 != Phase.closing.rawValue {
            let (isDone, now) = state.compareExchange(expected: before, desired: next, ordering: .relaxed)
            if isDone { return true }
            before = now
        }
        return false
    }

    /// Begins something if it is at something else, and nobody was quicker.
    func enter(_ phase: Phase, from before: Phase) -> Bool {
        let now = state.load(ordering: .relaxed)
        guard now & 7 == before.rawValue else { return false }
        return state.compareExchange(
            expected: now, desired: clock.now << 3 | phase.rawValue, ordering: .relaxed
        ).exchanged
    }

    /// Bytes have arrived.
    func receive(_ count: Int) {
        switch phase {
        case .waiting: _ = enter(.headers, from: .waiting)
        case .body: received.wrappingAdd(count, ordering: .relaxed)
        default: break
        }
    }

    /// How many bytes of the body have come.
    var receivedOfBody: Int { received.load(ordering: .relaxed) }

    /// Serves it in a task that is cancelled with the one that waits for it, or when a handler's time is over.
    func serve(_ body: @escaping @Sendable () async -> Void) async {
        // A task of its own does not take over where this one runs.
        let executor = BlockingExecutor.isCurrentThread ? BlockingExecutor.shared : nil
        let task = Task(executorPreference: executor, operation: body)
        self.task.withLock { $0 = task }
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        self.task.withLock { $0 = nil }
    }

    /// Tells the handler that its time is over; false if that was done already.
    func stopHandler() -> Bool {
        guard !overdue.exchange(true, ordering: .relaxed) else { return false }
        task.withLock { $0?.cancel() }
        return true
    }

    /// Whether the client has taken so many bytes since it was last asked; then the time counts anew.
    func hasTaken(_ count: Int, of buffered: Int) -> Bool {
        let before = left.exchange(buffered, ordering: .relaxed)
        guard before == .max || before - buffered >= count else { return false }
        enter(phase)
        return true
    }
}
