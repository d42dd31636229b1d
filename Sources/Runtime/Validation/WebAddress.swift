/// The form of web addresses: `[scheme://][user[:password]@]host[:port][/path][?query][#fragment]`.
enum WebAddress {
    /// The longest address that browsers of old took; validator.js draws the same line.
    private static let limit = 2083

    static func isValid(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= limit, text.unicodeScalars.allSatisfy(isAllowed) else { return false }
        var rest = text[...]
        if let scheme = splitScheme(&rest) {
            guard ["http", "https", "ftp"].contains(scheme.lowercased()) else { return false }
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

    private static func isHostAndPort(_ text: Substring) -> Bool {
        var host = text
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return false }
            let rest = text[text.index(after: end)...]
            return IPAddress.isVersion6(String(text[text.index(after: text.startIndex)..<end]))
                && (rest.isEmpty || rest.first == ":" && isPort(rest.dropFirst()))
        }
        if let colon = text.firstIndex(of: ":") {
            guard isPort(text[text.index(after: colon)...]) else { return false }
            host = text[..<colon]
        }
        return IPAddress.isVersion4(String(host)) || HostName.isDomain(host)
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), let port = Int(text) else {
            return false
        }
        return (1...65535).contains(port)
    }
}
