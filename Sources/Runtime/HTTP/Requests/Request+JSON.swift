import HTTPTypes
import NIOCore
public import ScaffoldStorage

extension Request {
    /// The body as JSON.
    ///
    /// - Throws: ``HTTPProblem`` 415 if the body says that it is something else, 413 if it is too large, 400 with the
    ///   place of the mistake if it is not JSON.
    public func json() async throws -> JSON {
        try checkContentType()
        let buffer = try await body.collect()
        do {
            return try JSON(parsing: buffer.readableBytesView)
        } catch {
            throw HTTPProblem(.badRequest, "The body is not valid JSON: \(error)")
        }
    }

    private func checkContentType() throws(HTTPProblem) {
        let pieces = (headers[.contentType] ?? "").lowercased().split(separator: ";").map { $0.trimmingBlanks }
        let type = pieces.first ?? ""
        guard type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json") else {
            throw .unsupported("The body must be JSON, sent with 'Content-Type: application/json'", .accept)
        }
        for charset in pieces.dropFirst() where charset.hasPrefix("charset=") {
            guard ["charset=utf-8", "charset=\"utf-8\""].contains(charset) else {
                throw .unsupported("The body must be in UTF-8", .accept)
            }
        }
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw .unsupported("The body must be sent without a content encoding", .acceptEncoding)
        }
    }
}

extension HTTPProblem {
    fileprivate static func unsupported(_ detail: String, _ field: HTTPField.Name) -> HTTPProblem {
        var problem = HTTPProblem(.unsupportedMediaType, detail)
        problem.headers[field] = field == .accept ? "application/json" : "identity"
        return problem
    }
}

extension StringProtocol {
    /// The text without blanks and tabs around it.
    var trimmingBlanks: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(
            start[..<(start.lastIndex { $0 != " " && $0 != "\t" }.map(start.index(after:)) ?? start.startIndex)])
    }
}
