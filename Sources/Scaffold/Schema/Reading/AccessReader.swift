/// Reads what `api:` says of who may use the API and how often: `cors: {origins: [https://shop.example]}`,
/// `rateLimit: 100/15m`.
struct AccessReader {
    let problems: Problems

    private static let units = [("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)]
    private static let mostRequests = 1_000_000
    private static let mostSeconds = 30 * 86_400

    func cors(_ node: YAMLNode) -> API.CORS? {
        guard let block = Block<CORSKey>(node, owner: "'cors'", problems) else { return nil }
        let credentials = block.flag(.credentials) ?? false
        guard let list = block[.origins] else {
            if block.isUnderstood {
                problems.error(
                    "'cors' says no origins", at: node.position, "cors: {origins: [https://shop.example]}")
            }
            return nil
        }
        if case .scalar(let star) = list, star.text == "*" {
            if credentials {
                problems.error(
                    "credentials cannot be allowed to pages of every origin", at: block.place(of: .credentials),
                    "list the origins, or leave 'credentials' out")
            }
            return API.CORS(origins: [], credentials: false)
        }
        let items = if case .list(let items, _) = list { items } else { [list] }
        let origins = items.compactMap(origin)
        if items.isEmpty {
            problems.error("'origins' lists none", at: list.position, "[https://shop.example], or '*' for all")
        }
        return origins.isEmpty ? nil : API.CORS(origins: origins, credentials: credentials)
    }

    private func origin(_ node: YAMLNode) -> String? {
        guard case .scalar(let scalar) = node, !node.isNull else {
            problems.error("an origin is a word, not \(node.kind)", at: node.position, "https://shop.example")
            return nil
        }
        if scalar.text == "*" {
            problems.error("'*' stands alone, not in a list", at: scalar.position, "origins: '*'")
            return nil
        }
        let text = scalar.text.lowercased()
        let rest = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
        guard let rest, Self.isHost(rest) else {
            problems.error(
                "'\(Shown.text(scalar.text))' is no origin: a scheme, a name and a port where it is not the usual one, "
                    + "without a path",
                at: scalar.position, "https://shop.example, http://localhost:5173")
            return nil
        }
        return text
    }

    /// `shop.example`, `localhost:5173`, `[::1]:3000`
    private static func isHost(_ text: Substring) -> Bool {
        let host: Substring
        let end: Substring
        if text.first == "[", let close = text.firstIndex(of: "]") {
            host = text[text.index(after: text.startIndex)..<close]
            end = text[text.index(after: close)...]
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return false }
        } else {
            host = text.prefix { $0 != ":" }
            end = text[host.endIndex...]
            guard host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }) else {
                return false
            }
        }
        guard !host.isEmpty, !end.isEmpty else { return !host.isEmpty }
        let port = end.dropFirst()
        return end.first == ":" && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && Int(port).map { (1...65_535).contains($0) } == true
    }

    func rateLimit(_ scalar: YAMLNode.Scalar) -> API.RateLimit? {
        let pieces = scalar.text.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count == 2, let count = Self.number(pieces[0]), (1...Self.mostRequests).contains(count),
            let unit = Self.units.first(where: { pieces[1].hasSuffix($0.0) }),
            let length = pieces[1].count == 1 ? 1 : Self.number(pieces[1].dropLast()),
            (1...Self.mostSeconds / unit.1).contains(length)
        else {
            problems.error(
                "'\(Shown.text(scalar.text))' is no rate: a number of requests and the time for them, "
                    + "of which the longest is 30d",
                at: scalar.position, "100/15m, 10/s, 5000/1d")
            return nil
        }
        return API.RateLimit(count: count, seconds: length * unit.1)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
