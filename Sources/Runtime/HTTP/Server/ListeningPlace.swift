import NIOCore
import NIOPosix

/// Where a server takes its connections from.
package enum ListeningPlace: Equatable, Sendable {
    /// A name or address such as `127.0.0.1`, and a port; 0 for any that is free.
    case address(host: String, port: Int)
    /// A socket that somebody else has bound and listens at, by its descriptor. It stays bound when the server stops,
    /// for as long as another process has it too.
    case inherited(Int32)

    /// How many connections may wait to be taken.
    static let backlog: Int32 = 1024

    /// Begins to take connections.
    ///
    /// - Parameter setup: Prepares each of them.
    /// - Throws: `IOError` if the address cannot be listened at.
    func listen(
        _ setup: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) async throws -> any Listener {
        let group = MultiThreadedEventLoopGroup.singleton
        switch self {
        case .address(let host, let port):
            let channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: Self.backlog)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelInitializer(setup)
                .bind(host: host, port: port).get()
            return ChannelListener(channel: channel)
        case .inherited(let descriptor):
            let bootstrap = ClientBootstrap(group: group)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .channelInitializer(setup)
            return try SharedListener(descriptor, bootstrap)
        }
    }
}
