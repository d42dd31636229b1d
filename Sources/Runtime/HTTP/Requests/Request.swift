public import HTTPTypes

/// A request, as handlers see it.
public struct Request: Sendable {
    /// Its method, such as `GET`.
    public let method: HTTPRequest.Method
    /// Its headers.
    public var headers: HTTPFields
    /// What answer and log call this request: `X-Request-Id` where the client sent a usable one, otherwise made here.
    public let requestID: String
    /// The route that answers; nil while there is none.
    public internal(set) var route: Route?

    /// What the path's captures caught, in their order, decoded.
    var captures: [String] = []
    let target: RequestTarget
    let body: RequestBodySource
    let peer: Peer

    init(_ head: HTTPRequest, body: RequestBodySource, peer: Peer) {
        method = head.method
        headers = head.headerFields
        requestID = RequestID.of(head.headerFields)
        target = RequestTarget(head.path ?? "/")
        self.body = body
        self.peer = peer
    }

    /// The path as the client sent it, without the query and still encoded.
    public var path: String { String(target.path) }

    /// The query as the client sent it, without its `?` and still encoded.
    public var queryText: String { String(target.query) }

    /// The address of the peer, such as `192.0.2.7`; of the proxy, if there is one. nil in tests.
    public var remoteAddress: String? { peer.address }

    /// The address of the client, such as `192.0.2.7`: what a proxy says that `TRUSTED_PROXIES` names, otherwise the
    /// peer's. nil in tests.
    public var clientAddress: String? { peer.client(headers) }

    /// The text that a capture of the route's path caught, decoded; nil if the path has no such capture.
    ///
    /// - Parameter name: The capture's name without its colon.
    public func capture(_ name: String) -> String? {
        guard let route else { return nil }
        var place = 0
        for case .capture(let other) in route.segments {
            if other == name { return captures[place] }
            place += 1
        }
        return nil
    }

    /// The query's parameters, to read one by one.
    public var query: QueryParameters { QueryParameters(queryText) }
}
