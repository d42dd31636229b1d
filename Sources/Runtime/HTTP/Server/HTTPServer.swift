package import Logging
import NIOCore
import NIOHTTP1
package import ServiceLifecycle

/// Serves an app over HTTP/1.1 until it is told to stop; then it takes no new connections and lets requests finish.
///
/// It stands on NIO's parser and on nothing above it: it takes over sockets, keeps the connections that it has just taken
/// when it stops, knows what each of them is at, and writes an answer in one piece.
package struct HTTPServer: Service {
    private let dispatcher: Dispatcher
    private let place: ListeningPlace
    private let proxies: TrustedProxies
    private let logger: Logger
    private let whenListening: @Sendable (_ port: Int) async -> Void
    private let connections: Connections

    /// - Parameters:
    ///   - dispatcher: What answers.
    ///   - place: Where to listen.
    ///   - limits: How much clients may ask of the server.
    ///   - proxies: Whose word on a client's address counts.
    ///   - logger: Where what goes wrong is written.
    ///   - whenListening: Is called with the port once clients can connect.
    package init(
        _ dispatcher: Dispatcher, at place: ListeningPlace, limits: ServerLimits = ServerLimits(),
        proxies: TrustedProxies = .none, logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void
    ) {
        self.dispatcher = dispatcher
        self.place = place
        self.proxies = proxies
        self.logger = logger
        self.whenListening = whenListening
        connections = Connections(limits)
    }

    /// - Throws: `IOError` if the address cannot be listened at.
    package func run() async throws {
        let (taken, queue) = AsyncStream.makeStream(of: HTTPConnection.self)
        let listener = try await place.listen { channel in
            channel.eventLoop.makeCompletedFuture {
                guard let connection = try take(channel) else { return }
                if case .terminated = queue.yield(connection) { channel.close(promise: nil) }
            }
        }
        let watch = connections.watch()
        defer { watch.cancel() }
        await whenListening(listener.port)
        await withGracefulShutdownHandler {
            // The tasks are children of this one: its task locals and its executor are theirs.
            await withDiscardingTaskGroup { group in
                for await connection in taken {
                    group.addTask { await connection.connection.serve { await connection.run() } }
                }
            }
            await listener.stop()
        } onGracefulShutdown: {
            connections.beginToStop()
            dispatcher.state.beginToStop()
            Task {
                await connections.stop(listener)
                queue.finish()
            }
        }
    }

    /// Prepares a connection; nil if it is refused.
    private func take(_ channel: any Channel) throws -> HTTPConnection? {
        let connection = ServedConnection(channel, connections.clock)
        guard connections.add(connection) else {
            try channel.pipeline.syncOperations.addHandler(RefusingHandler())
            return nil
        }
        if let metrics = dispatcher.metrics {
            metrics.connectionOpened()
            channel.closeFuture.whenComplete { _ in metrics.connectionClosed() }
        }
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = ServerLimits.header
        limits.maxHeaderListSize = ServerLimits.allHeaders
        limits.maxHeaderFieldCount = ServerLimits.headerCount
        let watch = ConnectionWatch(connection)
        try channel.pipeline.syncOperations.addHandlers([
            watch, ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)), RequestPartsHandler(watch),
        ])
        return HTTPConnection(
            channel: try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)),
            connection: connection, connections: connections, dispatcher: dispatcher, proxies: proxies)
    }
}
