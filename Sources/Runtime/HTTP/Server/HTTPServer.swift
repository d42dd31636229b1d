import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
package import ServiceLifecycle

/// Serves an app over HTTP/1.1 until it is told to stop; then it takes no new connections and lets requests finish. It
/// stands in for Hummingbird's own server, which cannot take over a socket, and drops connections that it has just taken
/// when it stops.
package struct HTTPServer: Service {
    /// How long a connection may be silent between and inside of requests.
    package static let idleTimeout = Duration.seconds(60)

    private let dispatcher: Dispatcher
    private let place: ListeningPlace
    private let logger: Logger
    private let whenListening: @Sendable (_ port: Int) async -> Void
    private let connections = Connections()

    /// - Parameters:
    ///   - dispatcher: What answers.
    ///   - place: Where to listen.
    ///   - logger: Where what goes wrong is written.
    ///   - whenListening: Is called with the port once clients can connect.
    package init(
        _ dispatcher: Dispatcher, at place: ListeningPlace, logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void
    ) {
        self.dispatcher = dispatcher
        self.place = place
        self.logger = logger
        self.whenListening = whenListening
    }

    /// - Throws: `IOError` if the address cannot be listened at.
    package func run() async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let http = HTTP1Channel(
            responder: { try await respond($0, $1, $2) },
            configuration: .init(idleTimeout: .init(Self.idleTimeout)))
        let (taken, queue) = AsyncStream.makeStream(of: HTTP1Channel.Value.self)
        let listener = try await place.listen { [quiet] channel in
            connections.add(channel)
            return http.setup(channel: channel, logger: quiet).map { connection in
                guard case .terminated = queue.yield(connection) else { return }
                Task { try? await connection.executeThenClose { _, _ in } }
            }
        }
        await whenListening(listener.localAddress?.port ?? 0)
        await withGracefulShutdownHandler {
            // The tasks are children of this one: its task locals and its executor are theirs.
            await withDiscardingTaskGroup { group in
                for await connection in taken {
                    group.addTask { [quiet] in await http.handle(value: connection, logger: quiet) }
                }
                listener.close(promise: nil)
            }
        } onGracefulShutdown: {
            Task {
                await connections.stop(listener)
                queue.finish()
            }
        }
    }

    private func respond(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        let body = RequestBodySource(request.body, limit: dispatcher.bodyLimit)
        if request.headers[.expect]?.lowercased() == "100-continue", dispatcher.takes(request.headers) {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        var response = await dispatcher.respond(to: request.head, body: body, peer: channel.remoteAddress)
        if connections.isStopping { response.headers[.connection] = "close" }
        try await writer.write(
            response: HTTPResponse(status: response.status, headerFields: response.headers),
            body: response.body.map(ResponseBody.init(byteBuffer:)) ?? ResponseBody())
        // Hummingbird would read whatever a client sends on, without end.
        guard await body.finish(), response.headers[.connection] != "close" else { throw ConnectionIsDone() }
    }
}

/// Ends a connection after an answer.
private struct ConnectionIsDone: Error {}
