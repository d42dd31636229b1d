import HTTPTypes
public import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What an answer says of its record beside the body.
extension Response {
    /// The answer with the path of the record that it tells of, in `Location`.
    ///
    /// ```swift
    /// return .created(post).located(at: "/api/posts", post.id)      // Location: /api/posts/1
    /// ```
    ///
    /// - Parameters:
    ///   - path: The path of the list, whole.
    ///   - key: The record's key, part by part.
    public func located(at path: String, _ key: any ColumnValue...) -> Response {
        let pieces = key.compactMap(\.value.pathText).filter { !$0.isEmpty }
        guard pieces.count == key.count else { return self }
        var response = self
        response.headers[.location] = ([path] + pieces.map(PercentEncoding.encode)).joined(separator: "/")
        return response
    }

    /// 201 with several new records, under the name of a list.
    public static func created(all values: [some JSONEncodable], in envelope: Envelope = .data) -> Response {
        let lists = Envelope(one: envelope.many, many: envelope.many, success: envelope.success)
        return json(values, in: lists, status: .created)
    }

    /// The answer with the version of the record that it tells of, in `ETag`: what a client sends back in `If-Match`,
    /// so that it changes nothing that somebody else has changed meanwhile.
    ///
    /// - Parameter version: The record's version.
    public func versioned(_ version: Int) -> Response {
        var response = self
        response.headers[.eTag] = EntityTag.of(version: version)
        return response
    }
}

extension Value {
    /// As a path names it, before it is encoded: what ``Request/id(_:as:)`` reads.
    fileprivate var pathText: String? {
        switch self {
        case .integer(let number): String(number)
        case .double(let number): number.description
        case .boolean(let flag): flag ? "true" : "false"
        case .text(let text): text
        case .date(let date): ISO8601.string(from: date)
        case .dateOnly(let day): day.description
        case .time(let time): time.description
        case .uuid(let uuid): uuid.uuidString.lowercased()
        case .decimal(let number): number.description
        case .null, .blob: nil
        }
    }
}
