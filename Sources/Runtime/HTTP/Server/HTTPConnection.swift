import HTTPTypes
import NIOCore

/// Answers the requests of one connection, one after another.
struct HTTPConnection: Sendable {
    typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    let channel: NIOAsyncChannel<RequestPart, ByteBuffer>
    let connection: ServedConnection
    let connections: Connections
    let dispatcher: Dispatcher
    let proxies: TrustedProxies

    /// Returns when the connection is closed.
    func run() async {
        try? await channel.executeThenClose { inbound, outbound in
            let peer = Peer(address: channel.channel.remoteAddress?.ipAddress, proxies: proxies, connection: connection)
            do {
                try await answerAll(RequestParts(inbound), peer, outbound)
            } catch let refusal as RefusedRequest {
                if connection.enter(.sending) { try await write(refusal.bytes, nil, outbound) }
            }
            connection.enter(.closing)
            outbound.finish()
            // Closed at once, what has not been read yet could keep the client from reading the answer.
            try? await channel.channel.closeFuture.get()
        }
    }

    private func answerAll(_ parts: RequestParts, _ peer: Peer, _ outbound: Outbound) async throws {
        while let part = try await parts.next() {
            guard case .head(let head, let isLast) = part, connection.enter(.answering) else { return }
            guard try await answer(head, isLast: isLast, parts, peer, outbound) else { return }
            guard connection.enter(.waiting) else { return }
        }
    }

    /// Whether the connection can be used for another request.
    private func answer(
        _ head: HTTPRequest, isLast: Bool, _ parts: RequestParts, _ peer: Peer, _ outbound: Outbound
    ) async throws -> Bool {
        let body = RequestBodySource(parts, of: connection, limit: dispatcher.bodyLimit)
        if head.headerFields[.expect]?.lowercased() == "100-continue", dispatcher.takes(head.headerFields) {
            try await outbound.write(ResponseBytes.goOn)
        }
        var response = await dispatcher.respond(to: head, body: body, peer: peer)
        let isEnd =
            isLast || connections.isStopping || Task.isCancelled || response.headers[.connection] == "close"
        if isEnd { response.headers[.connection] = "close" }
        guard connection.enter(.sending) else { return false }
        let (bytes, rest) = ResponseBytes.of(response)
        try await write(bytes, rest, outbound)
        // What a client sends on would otherwise be read without end.
        connection.enter(.body)
        return await body.finish() && !isEnd
    }

    /// A writer of NIO's writes nothing in a cancelled task, and this answer has to say why it was.
    private func write(_ bytes: ByteBuffer, _ rest: ByteBuffer?, _ outbound: Outbound) async throws {
        if Task.isCancelled {
            try await channel.channel.writeAndFlush(bytes)
            if let rest { try await channel.channel.writeAndFlush(rest) }
        } else if let rest {
            try await outbound.write(contentsOf: [bytes, rest])
        } else {
            try await outbound.write(bytes)
        }
    }
}
