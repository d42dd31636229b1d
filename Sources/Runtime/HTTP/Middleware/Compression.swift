import HTTPTypes
import NIOCore

/// Sends answers of text compressed to clients that take gzip.
///
/// ```swift
/// Compression()
/// Compression(above: 4096, level: 9)
/// ```
///
/// Small answers are left as they are, and so is what is compressed already, such as images. A proxy that compresses can
/// do the same on another machine's time.
public struct Compression: Middleware {
    private let least: Int
    private let level: Int32

    /// - Parameters:
    ///   - least: How many bytes a body has at least: 1 kB.
    ///   - level: From 1, which is quick, to 9, which is small; 4 unless said.
    public init(above least: Int = 1024, level: Int = 4) {
        self.least = least
        self.level = Int32(min(max(level, 1), 9))
    }

    public func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
        var response = try await next(request)
        guard let body = response.body, body.readableBytes >= least, !response.headers.contains(.contentEncoding),
            Self.isText(response.headers[.contentType] ?? "")
        else { return response }
        response.headers.vary(on: "Accept-Encoding")
        guard Self.takesGzip(request.headers[.acceptEncoding] ?? ""), let small = Gzip.compress(body, level: level),
            small.readableBytes < body.readableBytes
        else { return response }
        response.body = small
        response.headers[.contentEncoding] = "gzip"
        return response
    }

    private static func isText(_ type: String) -> Bool {
        let type = (type.split(separator: ";").first ?? "").trimmingBlanks.lowercased()
        return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
            || ["application/javascript", "application/x-ndjson", "application/yaml"].contains(type)
    }

    /// Whether `gzip, deflate;q=0.5` and the like allow gzip: by its name, or by `*` where it is not named.
    static func takesGzip(_ header: String) -> Bool {
        guard !header.isEmpty else { return false }
        var byStar = false
        for entry in header.lowercased().split(separator: ",") {
            let pieces = entry.split(separator: ";").map(\.trimmingBlanks)
            guard let coding = pieces.first, ["gzip", "x-gzip", "*"].contains(coding) else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
            let isWanted = quality.map { (Double($0.dropFirst(2)) ?? 0) > 0 } ?? true
            if coding != "*" { return isWanted }
            byStar = isWanted
        }
        return byStar
    }
}
