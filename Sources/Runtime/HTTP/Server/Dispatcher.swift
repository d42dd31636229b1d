import HTTPTypes
package import Logging

/// Answers the requests of an app: finds the route, runs it, and turns whatever is thrown into an answer.
package struct Dispatcher: Sendable {
    /// How many bytes a body may have unless the app says otherwise: 1 MiB.
    package static let defaultBodyLimit = 1 << 20

    private let router: Router
    private let errors: ErrorFormat
    private let logger: Logger
    private let date = DateHeader()
    /// The app's middleware, with ``answer(_:)`` behind it; nil where there is none.
    private var entrance: Handler?
    let metrics: RequestMetrics?
    let bodyLimit: Int
    /// What becomes of the server.
    package let state: ServerState

    /// - Parameters:
    ///   - routes: The routes of the app.
    ///   - errors: The shape of its errors.
    ///   - middleware: What every request passes, and every answer of whatever kind; the first one first.
    ///   - bodyLimit: How many bytes a body may have.
    ///   - metrics: Who is told of requests; nobody if left out.
    ///   - state: Is told what becomes of the server.
    ///   - logger: Where requests and what went wrong with them are written.
    /// - Throws: ``RouteProblems`` with every mistake in the routes.
    package init(
        routes: Routes, errors: ErrorFormat, middleware: [any Middleware] = [],
        bodyLimit: Int = Self.defaultBodyLimit, metrics: RequestMetrics? = nil, state: ServerState = ServerState(),
        logger: Logger
    ) throws(RouteProblems) {
        router = try Router(routes)
        self.errors = errors
        self.bodyLimit = bodyLimit
        self.metrics = metrics
        self.state = state
        self.logger = logger
        entrance = chain(middleware)
        for route in router.repeated {
            logger.notice("\(route) is listed twice; the second entry is left out")
        }
    }

    /// The routes, in the order in which they were added.
    package var routes: [Route] { router.routes }

    /// The answer to a request, never an error.
    func respond(to head: HTTPRequest, body: RequestBodySource, peer: Peer) async -> Response {
        let start = ContinuousClock.now
        metrics?.begin()
        var request = Request(head, body: body, peer: peer)
        locate(&request)
        var response = if let entrance { await answer(request, by: entrance) } else { await answer(request) }
        finish(&response, of: request)
        let duration = ContinuousClock.now - start
        metrics?.end(request, response, duration)
        log(request, response, duration)
        return response
    }

    /// The middleware with what it stands before. Each one gets an answer from the next, whatever went wrong there.
    private func chain(_ middleware: [any Middleware]) -> Handler? {
        guard !middleware.isEmpty else { return nil }
        var next: Handler = { await answer($0) }
        for middleware in middleware.reversed() {
            let inner = next
            next = { request in await answer(request) { try await middleware.handle($0, next: inner) } }
        }
        return next
    }

    /// Whether the body that a client announces is worth sending.
    func takes(_ headers: HTTPFields) -> Bool {
        headers[.contentLength].flatMap(Int.init).map { $0 <= bodyLimit } ?? true
    }

    private func answer(_ request: Request) async -> Response { await answer(request, by: dispatch) }

    private func answer(_ request: Request, by handler: (Request) async throws -> Response) async -> Response {
        do {
            return try await handler(request)
        } catch let error as any HTTPProblemConvertible {
            let problem = error.problem(for: request)
            if problem.status.kind == .serverError { report(error, request) }
            return errors.response(for: problem, request)
        } catch is CancellationError {
            let isOverdue = request.peer.connection?.isOverdue == true
            return errors.response(for: isOverdue ? .tookTooLong : .shuttingDown, request)
        } catch {
            report(error, request)
            return errors.response(for: HTTPProblem(.internalServerError, "Something went wrong"), request)
        }
    }

    private func report(_ error: any Error, _ request: Request) {
        logger.error(
            "\(request.method.rawValue) \(request.path) failed: \(error)",
            metadata: ["request": .string(request.requestID)])
    }

    /// Finds the route, for the middleware and for what is recorded of the request.
    private func locate(_ request: inout Request) {
        guard let segments = request.target.segments,
            case .route(let route, let captures) = router.match(request.method, segments)
        else { return }
        request.route = route
        request.captures = captures
    }

    private func dispatch(_ request: Request) async throws -> Response {
        guard let route = request.route else { return try answerWithoutRoute(request) }
        guard request.target.length <= ServerLimits.target else { throw HTTPProblem.targetTooLong }
        guard takes(request.headers) else { throw HTTPProblem.tooLarge(limit: bodyLimit) }
        return try await route.handler(request)
    }

    private func answerWithoutRoute(_ request: Request) throws -> Response {
        guard request.target.length <= ServerLimits.target else { throw HTTPProblem.targetTooLong }
        if request.method == .options, request.path == "*" { return Self.options(router.methods) }
        guard let segments = request.target.segments else {
            throw HTTPProblem(.badRequest, "The path is not encoded as a URL has it, in UTF-8")
        }
        guard case .methods(let methods) = router.match(request.method, segments) else {
            throw HTTPProblem(.notFound, "There is nothing at \(request.path)")
        }
        if request.method == .options { return Self.options(methods) }
        var problem = HTTPProblem(.methodNotAllowed, "\(request.method.rawValue) is not possible here")
        problem.headers[.allow] = Self.allow(methods)
        throw problem
    }

    private static func options(_ methods: [HTTPRequest.Method]) -> Response {
        Response(status: .noContent, headers: [.allow: allow(methods)])
    }

    private static func allow(_ methods: [HTTPRequest.Method]) -> String {
        var names = methods.map(\.rawValue)
        if methods.contains(.get), !methods.contains(.head) { names.append("HEAD") }
        if !methods.contains(.options) { names.append("OPTIONS") }
        return names.sorted().joined(separator: ", ")
    }

    /// Adds the headers that every answer has, and leaves the body away where there must be none.
    private func finish(_ response: inout Response, of request: Request) {
        response.headers[.date] = date.text()
        response.headers[.requestID] = request.requestID
        response.headers[.xContentTypeOptions] = "nosniff"
        if !response.headers.contains(.frameOptions) { response.headers[.frameOptions] = "DENY" }
        if response.status == .noContent || response.status == .notModified {
            response.body = nil
        } else {
            response.headers[.contentLength] = String(response.body?.readableBytes ?? 0)
            if request.method == .head { response.body = nil }
        }
    }

    /// One line a request; never its query, its body or its credentials.
    private func log(_ request: Request, _ response: Response, _ duration: Duration) {
        let level: Logger.Level = request.route?.isQuiet == true ? .debug : .info
        guard logger.logLevel <= level else { return }
        var fields: Logger.Metadata = [
            "method": .string(request.method.rawValue),
            "path": .string(request.path),
            "status": .stringConvertible(response.status.code),
            "us": .stringConvertible(duration.wholeMicroseconds),
            "bytes": .stringConvertible(response.body?.readableBytes ?? 0),
            "request": .string(request.requestID),
        ]
        if let client = request.clientAddress { fields["client"] = .string(client) }
        if let route = request.route { fields["route"] = .string(route.path) }
        logger.log(level: level, "request", metadata: fields)
    }
}

extension Duration {
    /// Microseconds, what is less cut off.
    fileprivate var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}

extension HTTPProblem {
    fileprivate static var shuttingDown: HTTPProblem {
        HTTPProblem(.serviceUnavailable, "The server is shutting down")
    }

    fileprivate static var targetTooLong: HTTPProblem {
        var problem = HTTPProblem(
            .uriTooLong, "The path and the query may have at most \(ServerLimits.target) bytes")
        problem.headers[.connection] = "close"
        return problem
    }
}
