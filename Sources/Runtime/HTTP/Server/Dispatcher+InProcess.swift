package import HTTPTypes
import NIOCore

extension Dispatcher {
    /// Answers a request that did not come over a connection, for tests.
    package func respond(to head: HTTPRequest, body: [UInt8]) async -> Response {
        await respond(
            to: head, body: RequestBodySource(ByteBuffer(bytes: body), limit: bodyLimit), peer: Peer())
    }
}
