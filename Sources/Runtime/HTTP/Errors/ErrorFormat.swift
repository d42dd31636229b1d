public import HTTPTypes
import ScaffoldStorage

/// The shape in which an app answers what went wrong.
///
/// ```swift
/// extension ErrorFormat {
///     /// {"success": false, "error": "Post not found"}
///     static let ours = ErrorFormat(.error, success: false)
///     /// Whatever else one likes.
///     static let odd = ErrorFormat { problem, _ in
///         .object(status: problem.status) { $0.member("oops", problem.detail) }
///     }
/// }
/// ```
///
/// Whatever the shape, the header `X-Request-Id` says what the log calls the request.
public struct ErrorFormat: Sendable {
    /// What is in an error, where it is one of the shapes that are known; nil where a closure of the app makes it.
    public let shape: ErrorShape?
    private let answer: @Sendable (HTTPProblem, Request) -> Response

    /// - Parameter answer: The answer for a problem. Its headers are added to those that the answer has.
    public init(_ answer: @escaping @Sendable (HTTPProblem, Request) -> Response) {
        shape = nil
        self.answer = answer
    }

    /// - Parameter shape: What is in an error.
    public init(_ shape: ErrorShape) {
        self.shape = shape
        answer = { shape.answer($0, $1) }
    }

    /// - Parameters:
    ///   - form: Where the text stands: in problem details, or in a member `message` or `error`.
    ///   - success: `false` to have `"success": false` before it.
    ///   - validation: The status of values that are not allowed.
    ///   - duplicate: The status of values that another record has already.
    ///   - first: Whether only the first mistake of a request is told, as the error's text.
    ///   - texts: What is said instead of the usual sentence, by status, where a route has no text of its own.
    public init(
        _ form: ErrorShape.Form, success: Bool? = nil, validation: HTTPResponse.Status = .unprocessableContent,
        duplicate: HTTPResponse.Status = .conflict, first: Bool = false, texts: [Int: String] = [:]
    ) {
        self.init(
            ErrorShape(
                form: form, success: success, validation: validation, duplicate: duplicate, first: first, texts: texts))
    }

    /// Problem details, as RFC 9457 has them: `{"type", "title", "status", "detail", "requestId", "errors"}`.
    public static let problemDetails = ErrorFormat(.problem)

    /// The answer for a problem: with the app's status for it, and with the text that the route has for that status.
    func response(for problem: HTTPProblem, _ request: Request) -> Response {
        var problem = problem
        if let shape { problem = shape.adapted(problem) }
        if let text = request.route?.operation.texts[problem.status.code] { problem.detail = text }
        var response = answer(problem, request)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }
}
