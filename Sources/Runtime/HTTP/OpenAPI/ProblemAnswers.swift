import HTTPTypes
import NIOCore
import ScaffoldStorage
import ScaffoldValidation

/// What the errors of an app look like: found by letting the app's format answer one of each kind, so that the document
/// says what is answered, whatever the format.
struct ProblemAnswers {
    /// What one problem is answered with.
    struct Sample {
        let status: Int
        let mediaType: String
        let body: JSON
    }

    let format: ErrorFormat

    /// The samples of a status, for a route with texts of its own. The app may answer it with another status.
    ///
    /// - Parameter code: The status that the runtime has for it.
    func samples(of code: Int, route: Route? = nil) -> [Sample] {
        Self.problems(of: code).map { sample(of: $0, route) }
    }

    /// What every error is like.
    var schema: JSONSchema {
        let bodies = Self.codes.flatMap { samples(of: $0) }.map(\.body)
        return JSONSchema(inferredFrom: bodies)
    }

    private func sample(of problem: HTTPProblem, _ route: Route?) -> Sample {
        var head = HTTPRequest(method: route?.method ?? .get, scheme: nil, authority: nil, path: "/")
        head.headerFields[.requestID] = "7f3c9a52e1d84b06"
        var request = Request(head, body: RequestBodySource(ByteBuffer(), limit: 0), peer: Peer())
        request.route = route
        let response = format.response(for: problem, request)
        let type = response.headers[.contentType]?.split(separator: ";").first.map(String.init)
        let bytes = response.body.map { $0.readableBytesView }
        return Sample(
            status: response.status.code, mediaType: type ?? "application/json",
            body: bytes.flatMap { try? JSON(parsing: $0) } ?? .null)
    }
}

extension ProblemAnswers {
    /// Every status that an app's errors have.
    static let codes = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503]

    /// Problems as the runtime makes them: with and without entries for single fields.
    private static func problems(of code: Int) -> [HTTPProblem] {
        let status = KnownStatus.status(code)
        let plain = HTTPProblem(status, sentences[code] ?? KnownStatus.phrase(of: code))
        switch code {
        case 400:
            let field = FieldProblem(path: "page", message: "page must be at least 1", validator: "min")
            return [HTTPProblem(status, "The query holds parameters that are not allowed", errors: [field]), plain]
        case 409:
            return [UniqueConstraintError(table: nil, columns: ["name"]).problem(for: anyRequest), plain]
        case 422:
            let item = ValidationErrorItem.notNull("name", model: "Record")
            let column = CheckConstraintError(constraint: "name_check", columns: ["name"])
            return [ValidationError(items: [item]).problem(for: anyRequest), column.problem(for: anyRequest)]
        default: return [plain]
        }
    }

    private static var anyRequest: Request {
        let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
        return Request(head, body: RequestBodySource(ByteBuffer(), limit: 0), peer: Peer())
    }

    private static let sentences = [
        400: "The body is not valid JSON", 401: "Sign in first", 403: "This is not yours to do",
        404: "There is nothing at this path", 405: "DELETE is not possible here",
        412: "The record was changed meanwhile", 413: "The body may have at most 1048576 bytes",
        415: "The body must be JSON, sent with 'Content-Type: application/json'",
        429: "Too many requests; try again later", 500: "Something went wrong",
        503: "The database is busy; try again in a moment",
    ]

    /// When a status is given, for people.
    static func description(of code: Int) -> String {
        descriptions[code] ?? KnownStatus.phrase(of: code)
    }

    private static let descriptions = [
        400: "The request cannot be read: parameters that are not allowed, or a body that is no JSON object.",
        401: "Who asks is not known.", 403: "Who asks may not do this.",
        404: "There is no such record.", 405: "The path does not take this method; `Allow` names those that it takes.",
        409:
            "The request clashes with what is stored: a value that another record has, or a record that needs this one.",
        412: "The record was changed since it was read.", 413: "The body is too large.",
        415: "The body is not sent as JSON in UTF-8.",
        422: "The body holds values that are not allowed: every one of them is named.",
        429: "Too many requests; `Retry-After` says when to try again.",
        500: "Something went wrong in the app.",
        503: "The app or its database is busy; the request may be tried again.",
    ]
}
