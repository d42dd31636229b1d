import NIOCore

/// What takes the connections of a server.
protocol Listener: Sendable {
    /// The port that clients connect to; 0 where it is not known.
    var port: Int { get }

    /// Takes no more connections, and returns once all that were taken have been handed on.
    func stop() async
}

/// A listener of NIO's.
struct ChannelListener: Listener {
    /// How long connections that have just been taken need until they are handed on.
    private static let settling = Duration.milliseconds(100)

    let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    func stop() async {
        guard channel.isActive else { return }
        // Closed at once, it would drop what it has taken and not yet handed on.
        try? await channel.setOption(.autoRead, value: false).get()
        try? await Task.sleep(for: Self.settling)
        try? await channel.close()
    }
}
