import Synchronization

/// The time as connections are watched by it: it moves in steps, so that reading it costs nothing.
final class ServerClock: Sendable {
    private let start = ContinuousClock.now
    private let milliseconds = Atomic<UInt64>(0)

    var now: UInt64 { milliseconds.load(ordering: .relaxed) }

    func time(since moment: UInt64) -> Duration { .milliseconds(Int64(now - min(now, moment))) }

    func step() {
        let passed = ContinuousClock.now - start
        let (seconds, attoseconds) = passed.components
        milliseconds.store(
            UInt64(seconds) * 1000 + UInt64(attoseconds / 1_000_000_000_000_000), ordering: .relaxed)
    }
}
