/// What answers a request: a function of the app, most often a method of a controller.
public typealias Handler = @Sendable (Request) async throws -> Response

/// What stands between the server and a handler: looks at a request before it is answered, at the answer before it is
/// sent, or answers itself.
///
/// ```swift
/// struct OnlyAtWork: Middleware {
///     func handle(_ request: Request, next: Handler) async throws -> Response {
///         guard isOpen(at: .now) else { throw HTTPProblem(.serviceUnavailable, "Come back at nine") }
///         return try await next(request)
///     }
/// }
/// ```
public protocol Middleware: Sendable {
    /// Answers a request, with the help of what comes next or without.
    ///
    /// - Parameters:
    ///   - request: The request, which may be handed on changed.
    ///   - next: The next middleware, or the handler itself.
    func handle(_ request: Request, next: @escaping Handler) async throws -> Response

    /// What the API document says of a route that this middleware stands before: `operation.fails(403)`. The same as
    /// without it, unless the middleware says otherwise.
    func describe(_ operation: Operation) -> Operation
}

extension Middleware {
    public func describe(_ operation: Operation) -> Operation { operation }

    /// The handler with this middleware before it.
    func wrap(_ next: @escaping Handler) -> Handler {
        { try await handle($0, next: next) }
    }
}
