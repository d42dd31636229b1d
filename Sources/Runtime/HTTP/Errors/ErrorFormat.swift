import HTTPTypes
import ScaffoldStorage

/// The shape in which an app answers what went wrong.
///
/// ```swift
/// extension ErrorFormat {
///     /// {"success": false, "error": "Post not found"}
///     static let ours = ErrorFormat { problem, _ in
///         .object(status: problem.status) {
///             $0.member("success", false)
///             $0.member("error", problem.detail)
///         }
///     }
/// }
/// ```
public struct ErrorFormat: Sendable {
    private let answer: @Sendable (HTTPProblem, Request) -> Response

    /// - Parameter answer: The answer for a problem. Its headers are added to those that the answer has.
    public init(_ answer: @escaping @Sendable (HTTPProblem, Request) -> Response) {
        self.answer = answer
    }

    func response(for problem: HTTPProblem, _ request: Request) -> Response {
        var response = answer(problem, request)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }

    /// Problem details, as RFC 9457 has them: `{"type", "title", "status", "detail", "requestId", "errors"}`.
    public static let problemDetails = ErrorFormat { problem, request in
        var response = Response.object(status: problem.status) {
            $0.member("type", "about:blank")
            $0.member("title", problem.status.reasonPhrase)
            $0.member("status", problem.status.code)
            if let detail = problem.detail { $0.member("detail", detail) }
            $0.member("requestId", request.requestID)
            if !problem.errors.isEmpty { $0.member("errors", problem.errors) }
        }
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}
