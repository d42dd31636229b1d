import HTTPTypes

/// Who is at the other end of a connection.
struct Peer: Sendable {
    /// Its address, such as `192.0.2.7`; nil where there is no connection.
    let address: String?
    /// The connection; nil in tests.
    let connection: ServedConnection?
    /// Whose word on the client's address counts; nil where that of this peer does not.
    private let proxies: TrustedProxies?

    init(address: String? = nil, proxies: TrustedProxies = .none, connection: ServedConnection? = nil) {
        self.address = address
        self.connection = connection
        self.proxies = proxies.trusts(address) ? proxies : nil
    }

    /// The address of the client, which is not the peer where that is a proxy.
    func client(_ headers: HTTPFields) -> String? {
        proxies?.client(of: address, headers) ?? address
    }
}
