import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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
    ) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: Self.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer(setup)
        switch self {
        case .address(let host, let port):
            return try await bootstrap.bind(host: host, port: port).get()
        case .inherited(let descriptor):
            let channel = try await bootstrap.withBoundSocket(descriptor).get()
            // NIO has just set its own, shorter one, for all who share the socket.
            _ = systemListen(descriptor, Self.backlog)
            return channel
        }
    }
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }
