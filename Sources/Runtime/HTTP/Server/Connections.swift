import NIOCore
import ScaffoldStorage
import Synchronization

/// The open connections of a server, and how they are brought to their end without failing a request.
final class Connections: Sendable {
    /// How long a connection without a request is kept while the server stops. A client may have sent one that has not
    /// arrived yet; it is answered, and told that it is the last one.
    private static let patience = Duration.milliseconds(500)
    /// How long connections that have just been taken need until they are in here.
    private static let settling = Duration.milliseconds(100)

    private let channels = Locked<[ObjectIdentifier: any Channel]>([:])
    private let stopping = Atomic(false)

    /// Whether the next answer is the last one on its connection.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// Remembers a connection until it is closed.
    func add(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        channels.withLock { $0[key] = channel }
        channel.closeFuture.whenComplete { _ in self.channels.withLock { $0[key] = nil } }
    }

    /// Takes no more connections, and ends each one after its last answer; those without a request end soon.
    func stop(_ listener: any Channel) async {
        stopping.store(true, ordering: .relaxed)
        // Closed at once, the listener would drop what it has taken and not yet handed on.
        try? await listener.setOption(.autoRead, value: false).get()
        try? await Task.sleep(for: Self.settling)
        try? await listener.close()
        let end = ContinuousClock.now + Self.patience - Self.settling
        while ContinuousClock.now < end, !channels.withLock(\.isEmpty) {
            try? await Task.sleep(for: .milliseconds(20))
        }
        for channel in channels.withLock({ Array($0.values) }) {
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }
}
