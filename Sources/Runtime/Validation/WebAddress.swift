/// The form of web addresses: `[scheme://][user[:password]@]host[:port][/path][?query][#fragment]`.
struct WebAddress: Sendable {
    /// The schemes that are taken unless said otherwise.
    static let protocols = ["http", "https", "ftp"]

    static let any = WebAddress(protocols: protocols, needsProtocol: false, needsDomain: true)

    let protocols: [String]
    let needsProtocol: Bool
    let needsDomain: Bool

    /// The longest address that browsers of old took; validator.js draws the same line.
    private static let limit = 2083

    func isValid(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= Self.limit, text.unicodeScalars.allSatisfy(Self.isAllowed) else {
            return false
        }
        var rest = text[...]
        if let scheme = Self.splitScheme(&rest) {
            guard protocols.contains(scheme.lowercased()) else { return false }
        } else if needsProtocol {
            return false
        } else if text.lowercased().hasPrefix("mailto:") {
            return false  // else it reads as a user named mailto
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let afterUser = authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex
        return isHostAndPort(authority[afterUser...])
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && scalar.value >= 0x20 && scalar.value != 0x7F
            && scalar != "<" && scalar != ">" && scalar != "\"" && scalar != "\\"
    }

    /// Takes `https://` off the front.
    private static func splitScheme(_ rest: inout Substring) -> Substring? {
        guard let mark = rest.firstRange(of: "://") else { return nil }
        let scheme = rest[..<mark.lowerBound]
        guard !scheme.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) else { return nil }
        rest = rest[mark.upperBound...]
        return scheme
    }

    private func isHostAndPort(_ text: Substring) -> Bool {
        var host = text
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return false }
            let rest = text[text.index(after: end)...]
            return IPAddress.isVersion6(String(text[text.index(after: text.startIndex)..<end]))
                && (rest.isEmpty || rest.first == ":" && PortNumber.isValid(rest.dropFirst(), from: 1))
        }
        if let colon = text.firstIndex(of: ":") {
            guard PortNumber.isValid(text[text.index(after: colon)...], from: 1) else { return false }
            host = text[..<colon]
        }
        return IPAddress.isVersion4(String(host)) || (needsDomain ? HostName.isDomain(host) : HostName.isName(host))
    }
}
