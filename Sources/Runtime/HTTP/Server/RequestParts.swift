import HTTPTypes
import NIOCore
import NIOHTTP1

/// A piece of what comes over a connection.
enum RequestPart: Sendable {
    /// The first line and the headers; whether the connection is to end after the answer.
    case head(HTTPRequest, isLast: Bool)
    case body(ByteBuffer)
    case end
}

/// The pieces of a connection's requests, in their order. One task reads them at a time.
final class RequestParts: @unchecked Sendable {
    private var iterator: NIOAsyncChannelInboundStream<RequestPart>.AsyncIterator

    init(_ parts: NIOAsyncChannelInboundStream<RequestPart>) {
        iterator = parts.makeAsyncIterator()
    }

    /// nil when the client sends nothing more.
    ///
    /// - Throws: ``RefusedRequest`` for what is no request, an error of NIO's when the connection is broken.
    nonisolated(nonsending) func next() async throws -> RequestPart? {
        try await iterator.next(isolation: #isolation)
    }

    /// The next piece of the body; nil at its end.
    nonisolated(nonsending) func nextOfBody() async throws -> ByteBuffer? {
        guard case .body(let piece)? = try await next() else { return nil }
        return piece
    }
}

/// Makes our own words of what NIO's parser has read, and of its errors.
final class RequestPartsHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = RequestPart

    private let watch: ConnectionWatch

    init(_ watch: ConnectionWatch) { self.watch = watch }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            watch.headArrived()
            do {
                let request = try Self.request(head)
                let isLast = head.version.minor == 0 || !head.isKeepAlive
                context.fireChannelRead(wrapInboundOut(.head(request, isLast: isLast)))
            } catch {
                context.fireErrorCaught(error)
            }
        case .body(let body): context.fireChannelRead(wrapInboundOut(.body(body)))
        case .end: context.fireChannelRead(wrapInboundOut(.end))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        context.fireErrorCaught(watch.refusal(for: error))
    }

    private static func request(_ head: HTTPRequestHead) throws(RefusedRequest) -> HTTPRequest {
        guard let method = method(head.method) else {
            throw RefusedRequest(.badRequest, "The method is no word of HTTP")
        }
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        var host: String?
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name) else {
                throw RefusedRequest(.badRequest, "A header has a name that is none")
            }
            guard name.canonicalName == "host" else {
                fields.append(HTTPField(name: name, value: value))
                continue
            }
            guard host == nil else { throw RefusedRequest(.badRequest, "There are two headers 'Host'") }
            host = value
        }
        // Of anything else it would not be known where the body ends.
        if let coding = fields[.transferEncoding] {
            guard coding.lowercased() == "chunked", fields[.contentLength] == nil else {
                throw RefusedRequest(.badRequest, "A body comes with a length, or chunked and with no other coding")
            }
        }
        if host == nil, head.version == .http1_1 {
            throw RefusedRequest(.badRequest, "The header 'Host' is missing")
        }
        return HTTPRequest(method: method, scheme: "http", authority: host, path: head.uri, headerFields: fields)
    }

    private static func method(_ method: HTTPMethod) -> HTTPRequest.Method? {
        switch method {
        case .GET: .get
        case .HEAD: .head
        case .POST: .post
        case .PUT: .put
        case .PATCH: .patch
        case .DELETE: .delete
        case .OPTIONS: .options
        default: HTTPRequest.Method(method.rawValue)
        }
    }
}
