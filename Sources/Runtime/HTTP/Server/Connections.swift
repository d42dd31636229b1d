import NIOCore
import NIOPosix
import ScaffoldStorage
import Synchronization

/// The open connections of a server: how many there are, which of them take too long, and how they are brought to their
/// end without failing a request.
final class Connections: Sendable {
    /// How long a connection without a request is kept while the server stops. A client may have sent one that has not
    /// arrived yet; it is answered, and told that it is the last one.
    private static let patience = Duration.milliseconds(500)

    let limits: ServerLimits
    let clock = ServerClock()
    private let open = Locked<[ObjectIdentifier: ServedConnection]>([:])
    private let stopping = Atomic(false)

    init(_ limits: ServerLimits) { self.limits = limits }

    /// Whether the next answer is the last one on its connection.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// How many there are.
    var count: Int { open.withLock(\.count) }

    /// Remembers a connection until it is closed; false if there are as many as there may be.
    func add(_ connection: ServedConnection) -> Bool {
        let key = ObjectIdentifier(connection)
        let isAdded = open.withLock {
            guard $0.count < limits.connections else { return false }
            $0[key] = connection
            return true
        }
        if isAdded { connection.channel.closeFuture.whenComplete { _ in self.open.withLock { $0[key] = nil } } }
        return isAdded
    }

    /// From now on each answer is the last one on its connection.
    func beginToStop() { stopping.store(true, ordering: .relaxed) }

    /// Takes no more connections, and ends each one after its last answer; those without a request end soon.
    func stop(_ listener: any Listener) async {
        let end = ContinuousClock.now + Self.patience
        await listener.stop()
        while ContinuousClock.now < end, count > 0 {
            try? await Task.sleep(for: .milliseconds(20))
        }
        for connection in all where connection.enter(.closing, from: .waiting) {
            connection.channel.close(promise: nil)
        }
    }

    private var all: [ServedConnection] { open.withLock { Array($0.values) } }
}

// Those that take too long.
extension Connections {
    /// Looks after the connections until the task that comes back is cancelled.
    func watch() -> RepeatedTask {
        let step = TimeAmount(limits.step)
        return MultiThreadedEventLoopGroup.singleton.any().scheduleRepeatedTask(initialDelay: step, delay: step) {
            [self] _ in
            clock.step()
            for connection in all { check(connection) }
        }
    }

    private func check(_ connection: ServedConnection) {
        let (phase, age) = connection.moment
        switch phase {
        case .waiting where age > limits.idle, .sending where age > limits.idle: end(connection)
        case .headers where age > limits.headers: fail(connection, .headersTooSlow)
        case .body where age > limits.body:
            let allowance = Duration.seconds(connection.receivedOfBody / max(1, limits.minimumRate))
            if age > limits.body + allowance { fail(connection, .bodyTooSlow) }
        case .answering:
            guard let limit = limits.handler, age > limit, !connection.stopHandler() else { return }
            if age > limit + ServerLimits.grace { answer(connection) }
        case .closing where age > ServerLimits.closing: connection.channel.close(promise: nil)
        default: break
        }
    }

    /// Whoever waits for the next piece of the request gets an error.
    private func fail(_ connection: ServedConnection, _ refusal: RefusedRequest) {
        connection.channel.pipeline.fireErrorCaught(refusal)
    }

    /// Answers for a handler that does not stop.
    private func answer(_ connection: ServedConnection) {
        guard connection.enter(.closing, from: .answering) else { return }
        connection.channel.writeAndFlush(RefusedRequest.tooLong.bytes, promise: nil)
    }

    /// Closes it, unless its client is still taking an answer.
    private func end(_ connection: ServedConnection) {
        let channel = connection.channel
        let least = max(1, limits.minimumRate * Int(limits.idle.components.seconds))
        channel.eventLoop.execute {
            let buffered = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
            if buffered > 0, connection.hasTaken(least, of: buffered) { return }
            channel.close(promise: nil)
        }
    }
}
