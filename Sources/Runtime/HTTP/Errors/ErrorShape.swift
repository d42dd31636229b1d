public import HTTPTypes
import ScaffoldStorage

/// What is in an error: `api.errors` of schema.yml.
public struct ErrorShape: Equatable, Sendable {
    /// Where the text of an error stands.
    public enum Form: String, Sendable {
        /// Problem details, as RFC 9457 has them.
        case problem
        /// `{"message": …}`
        case message
        /// `{"error": …}`
        case error
    }

    /// Where the text stands.
    public var form: Form
    /// What the member `success` says; nil where there is none.
    public var success: Bool?
    /// The status of values that are not allowed.
    public var validation: HTTPResponse.Status
    /// The status of values that another record has already.
    public var duplicate: HTTPResponse.Status
    /// Whether only the first mistake of a request is told, as the error's text.
    public var first: Bool
    /// What is said instead of the usual sentence, by status, where a route has no text of its own.
    public var texts: [Int: String]

    /// The problem with the app's status and text for it.
    func adapted(_ problem: HTTPProblem) -> HTTPProblem {
        var problem = problem
        if problem.isDuplicate {
            problem.status = duplicate
        } else if problem.status == .unprocessableContent {
            problem.status = validation
        }
        if first, let first = problem.errors.first {
            problem.detail = first.message
            problem.errors = []
        } else if let text = texts[problem.status.code] {
            problem.detail = text
        }
        return problem
    }

    func answer(_ problem: HTTPProblem, _ request: Request) -> Response {
        var response = Response.object(status: problem.status) {
            if let success { $0.member("success", success) }
            switch form {
            case .problem: encode(problem, request, to: &$0)
            case .message: $0.member("message", problem.text)
            case .error: $0.member("error", problem.text)
            }
            if !problem.errors.isEmpty { $0.member("errors", problem.errors) }
        }
        if form == .problem { response.headers[.contentType] = "application/problem+json" }
        return response
    }

    private func encode(_ problem: HTTPProblem, _ request: Request, to json: inout JSONWriter) {
        json.member("type", "about:blank")
        json.member("title", problem.status.reasonPhrase)
        json.member("status", problem.status.code)
        if let detail = problem.detail { json.member("detail", detail) }
        json.member("requestId", request.requestID)
    }
}

extension HTTPProblem {
    /// What went wrong: a sentence, or at least the status in words.
    fileprivate var text: String { detail ?? status.reasonPhrase }
}
