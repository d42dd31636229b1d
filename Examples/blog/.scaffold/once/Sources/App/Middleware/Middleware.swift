import ScaffoldRuntime

/// What every request passes on its way in, the first one first, and every answer on its way out, errors included.
/// Yours to change; one of your own is a struct with one function:
///
/// ```swift
/// struct OnlyAtWork: Middleware {
///     func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
///         guard isOpen(at: .now) else { throw HTTPProblem(.serviceUnavailable, "Come back at nine") }
///         return try await next(request)
///     }
/// }
/// ```
func makeMiddleware() -> [any Middleware] {
    [
        Compression(),
        EntityTags(),
    ]
}
