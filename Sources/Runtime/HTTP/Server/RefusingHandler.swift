import NIOCore

/// Tells a client that there are too many connections, and ends this one.
final class RefusingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        channel.writeAndFlush(RefusedRequest.tooMany.bytes, promise: nil)
        channel.close(mode: .output, promise: nil)
        // Closed at once, a request that has not been read could keep the client from reading the answer.
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
