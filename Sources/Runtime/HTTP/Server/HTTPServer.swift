import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves an app over HTTP/1.1 until it is told to stop; then it takes no new connections and lets requests finish.
package struct HTTPServer: Service {
    /// How long a connection may be silent between and inside of requests.
    package static let idleTimeout = Duration.seconds(60)

    private let dispatcher: Dispatcher
    private let host: String
    private let port: Int
    private let logger: Logger
    private let whenListening: @Sendable (_ port: Int) async -> Void

    /// - Parameters:
    ///   - dispatcher: What answers.
    ///   - host: The name or address to listen at, such as `127.0.0.1`.
    ///   - port: The port to listen at; 0 for any that is free.
    ///   - logger: Where what goes wrong is written.
    ///   - whenListening: Is called with the port once clients can connect.
    package init(
        _ dispatcher: Dispatcher, host: String, port: Int, logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void
    ) {
        self.dispatcher = dispatcher
        self.host = host
        self.port = port
        self.logger = logger
        self.whenListening = whenListening
    }

    /// - Throws: `IOError` if the address cannot be listened at.
    package func run() async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let server =
            try HTTPServerBuilder
            .http1(configuration: .init(idleTimeout: .init(Self.idleTimeout)))
            .buildServer(
                configuration: ServerConfiguration(address: .hostname(host, port: port), backlog: 1024),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
                logger: quiet,
                responder: { try await respond($0, $1, $2) },
                onServerRunning: { await whenListening($0.localAddress?.port ?? port) })
        try await server.run()
    }

    private func respond(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        let body = RequestBodySource(request.body, limit: dispatcher.bodyLimit)
        if request.headers[.expect]?.lowercased() == "100-continue", dispatcher.takes(request.headers) {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        let response = await dispatcher.respond(to: request.head, body: body, peer: channel.remoteAddress)
        try await writer.write(
            response: HTTPResponse(status: response.status, headerFields: response.headers),
            body: response.body.map(ResponseBody.init(byteBuffer:)) ?? ResponseBody())
        // Hummingbird would read whatever a client sends on, without end.
        guard await body.finish(), response.headers[.connection] != "close" else { throw ConnectionIsDone() }
    }
}

/// Ends a connection after an answer.
private struct ConnectionIsDone: Error {}
