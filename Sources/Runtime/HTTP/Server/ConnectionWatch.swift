import HTTPTypes
import NIOCore
import NIOHTTP1

/// Sees the bytes of a connection before they are parsed: a request that has begun is known before its head is whole.
final class ConnectionWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let connection: ServedConnection
    /// How many bytes the first line of the request that is arriving has so far.
    private var lineLength = 0

    init(_ connection: ServedConnection) { self.connection = connection }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        if connection.phase == .waiting { lineLength = 0 }
        if lineLength >= 0 { measure(bytes) }
        connection.receive(bytes.readableBytes)
        context.fireChannelRead(data)
    }

    /// The head is whole: from now on it is the server that takes its time.
    func headArrived() { _ = connection.enter(.arrived, from: .headers) }

    /// Once the line is whole its length says no more than whether it was too long.
    private func measure(_ bytes: ByteBuffer) {
        let view = bytes.readableBytesView
        guard let end = view.firstIndex(of: UInt8(ascii: "\n")) else {
            lineLength += view.count
            return
        }
        lineLength += view.distance(from: view.startIndex, to: end)
        if lineLength <= ServerLimits.header { lineLength = -1 }
    }

    /// What the client is told when the parser gives up.
    func refusal(for error: HTTPParserError) -> RefusedRequest {
        switch error {
        case .headerOverflow where lineLength > ServerLimits.header:
            RefusedRequest(.uriTooLong, "The path and the query may have at most \(ServerLimits.target) bytes")
        case .headerOverflow:
            RefusedRequest(
                .requestHeaderFieldsTooLarge,
                "A request may have \(ServerLimits.headerCount) headers, one at most \(ServerLimits.header) bytes, "
                    + "all together \(ServerLimits.allHeaders)")
        case .invalidVersion:
            RefusedRequest(.httpVersionNotSupported, "The server speaks HTTP/1.1")
        default:
            RefusedRequest(.badRequest, "What was sent is no request of HTTP")
        }
    }
}
