import HTTPTypes
import ScaffoldStorage

/// The proxies whose word on a client's address is believed: addresses and networks, as `TRUSTED_PROXIES` lists them.
///
/// Behind `10.0.0.0/8`, a request from 10.0.0.7 with `X-Forwarded-For: 1.1.1.1, 192.0.2.7` comes from 192.0.2.7: the last
/// address that is no trusted proxy's. What stands before it was said by somebody who is not trusted, and so is nothing.
public struct TrustedProxies: Sendable {
    private struct Network: Sendable {
        var first: NetworkAddress
        var bits: Int
    }

    private let networks: [Network]

    /// None: the client is whoever connects.
    public static let none = TrustedProxies([])

    private init(_ networks: [Network]) { self.networks = networks }

    /// Reads a list such as `127.0.0.1, 10.0.0.0/8, fd00::/8`.
    ///
    /// - Throws: ``TrustedProxyError`` for an entry that is neither an address nor a network.
    public init(_ text: String) throws(TrustedProxyError) {
        var networks: [Network] = []
        for entry in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            networks.append(try Self.network(entry))
        }
        self.networks = networks
    }

    private static func network(_ entry: Substring) throws(TrustedProxyError) -> Network {
        let pieces = entry.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let address = NetworkAddress(pieces[0]) else { throw TrustedProxyError(entry) }
        let most = address.isVersion4 && !pieces[0].contains(":") ? 32 : 128
        guard pieces.count == 2 else { return Network(first: address, bits: 128) }
        guard pieces[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(pieces[1]), bits <= most else {
            throw TrustedProxyError(entry)
        }
        return Network(first: address.prefix(128 - most + bits), bits: 128 - most + bits)
    }

    /// Whether an address is that of a proxy that is believed.
    func trusts(_ address: String?) -> Bool {
        guard !networks.isEmpty, let address = address.flatMap({ NetworkAddress($0) }) else { return false }
        return trusts(address)
    }

    private func trusts(_ address: NetworkAddress) -> Bool {
        networks.contains { address.prefix($0.bits) == $0.first }
    }

    /// The client of a proxy that is believed.
    ///
    /// `X-Forwarded-For` and `Forwarded` are both read: where they do not say the same, one of them is the client's own,
    /// and the proxy is all that is known.
    func client(of proxy: String?, _ headers: HTTPFields) -> String? {
        let listed = last(ForwardedAddresses.list(headers[values: .forwardedFor]))
        let named = last(ForwardedAddresses.named(headers[values: .forwarded]))
        guard let listed, let named else { return listed ?? named ?? proxy }
        return listed == named ? listed : proxy
    }

    /// The last address that is no trusted proxy's, or the first one if all are; nil where what is found is no address.
    private func last(_ texts: [Substring]) -> String? {
        var client: String?
        for text in texts.reversed() {
            guard let address = NetworkAddress(text) else { return client }
            client = String(text)
            if !trusts(address) { break }
        }
        return client
    }
}

/// An entry of `TRUSTED_PROXIES` that is neither an address nor a network.
public struct TrustedProxyError: Error, Equatable, CustomStringConvertible {
    /// The entry.
    public let entry: String

    init(_ entry: Substring) { self.entry = String(entry) }

    public var description: String {
        "'\(entry)' is neither an address such as 10.0.0.7 nor a network such as 10.0.0.0/8"
    }
}

/// The addresses in the headers by which proxies pass on who asked them.
enum ForwardedAddresses {
    /// Those of `X-Forwarded-For`: `192.0.2.7, 10.0.0.7:4711`.
    static func list(_ values: [String]) -> [Substring] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map { address($0) } }
    }

    /// Those of `Forwarded`: `for=192.0.2.7;proto=https, for="[2001:db8::7]:4711"`.
    static func named(_ values: [String]) -> [Substring] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { element in
            for pair in element.split(separator: ";") {
                let pair = trimmed(pair)
                if pair.prefix(4).lowercased() == "for=" { return address(pair.dropFirst(4)) }
            }
            return ""
        }
    }

    /// An address without quotes, brackets and port.
    private static func address(_ text: Substring) -> Substring {
        var text = trimmed(text)
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        if text.first == "[" { return text.dropFirst().prefix { $0 != "]" } }
        // One colon stands before a port, more of them make an address of version 6.
        return text.count(where: { $0 == ":" }) == 1 ? text.prefix { $0 != ":" } : text
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
