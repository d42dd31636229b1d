package import HTTPTypes
import HummingbirdCore
import NIOCore

extension Dispatcher {
    /// Answers a request that did not come over a connection, for tests.
    package func respond(to head: HTTPRequest, body: [UInt8]) async -> Response {
        let source = RequestBodySource(RequestBody(buffer: ByteBuffer(bytes: body)), limit: bodyLimit)
        return await respond(to: head, body: source, peer: nil)
    }
}
