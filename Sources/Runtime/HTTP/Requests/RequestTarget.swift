/// What the first line of a request asks for: a path and a query, both still encoded.
struct RequestTarget: Sendable {
    /// The path, beginning with a slash; `*` for the server as a whole.
    let path: Substring
    /// What stands behind the `?`.
    let query: Substring
    /// How many bytes the client sent of both.
    let length: Int

    /// - Parameter text: The target as the client sent it: `/posts?page=2`, a whole URL as proxies are asked with, or `*`.
    init(_ text: String) {
        length = text.utf8.count
        var rest = text[...]
        if rest.first != "/", let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest[(rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex)...]
        }
        let utf8 = rest.utf8
        if let mark = utf8.firstIndex(of: UInt8(ascii: "?")) {
            path = rest[..<mark]
            query = rest[utf8.index(after: mark)...]
        } else {
            path = rest
            query = ""
        }
    }

    /// The pieces of the path, decoded: one slash at the end counts for nothing, an empty piece is a piece.
    /// nil where there is no slash at its beginning, where the encoding is wrong, and where a piece holds the character NUL, which no database can be trusted with.
    var segments: [String]? {
        guard path.isEmpty || path.utf8.first == UInt8(ascii: "/") else { return nil }
        var segments: [String] = []
        var rest = path.dropFirst()
        if rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        guard !rest.isEmpty else { return segments }
        for piece in rest.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(Substring(piece)), !segment.utf8.contains(0) else { return nil }
            segments.append(segment)
        }
        return segments
    }
}
