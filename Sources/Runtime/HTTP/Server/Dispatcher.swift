import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore

/// Answers the requests of an app: finds the route, runs it, and turns whatever is thrown into an answer.
package struct Dispatcher: Sendable {
    /// How many bytes a body may have unless the app says otherwise: 1 MiB.
    package static let defaultBodyLimit = 1 << 20

    private let router: Router
    private let errors: ErrorFormat
    private let logger: Logger
    private let date = DateHeader()
    let bodyLimit: Int

    /// - Parameters:
    ///   - routes: The routes of the app.
    ///   - errors: The shape of its errors.
    ///   - bodyLimit: How many bytes a body may have.
    ///   - logger: Where requests and what went wrong with them are written.
    /// - Throws: ``RouteProblems`` with every mistake in the routes.
    package init(
        routes: Routes, errors: ErrorFormat, bodyLimit: Int = Self.defaultBodyLimit, logger: Logger
    ) throws(RouteProblems) {
        router = try Router(routes)
        self.errors = errors
        self.bodyLimit = bodyLimit
        self.logger = logger
        for route in router.repeated {
            logger.notice("\(route) is listed twice; the second entry is left out")
        }
    }

    /// The routes, in the order in which they were added.
    package var routes: [Route] { router.routes }

    /// The answer to a request, never an error.
    func respond(to head: HTTPRequest, body: RequestBodySource, peer: SocketAddress?) async -> Response {
        let start = ContinuousClock.now
        let request = Request(head, body: body, peer: peer)
        var response = await answer(request, dispatch)
        finish(&response, of: request)
        log(request, response, ContinuousClock.now - start)
        return response
    }

    /// Whether the body that a client announces is worth sending.
    func takes(_ headers: HTTPFields) -> Bool {
        headers[.contentLength].flatMap(Int.init).map { $0 <= bodyLimit } ?? true
    }

    /// What a handler answers, or what is said of the error that it throws.
    private func answer(_ request: Request, _ handler: Handler) async -> Response {
        do {
            return try await handler(request)
        } catch let error as any HTTPProblemConvertible {
            let problem = error.problem(for: request)
            if problem.status.kind == .serverError { report(error, request) }
            return errors.response(for: problem, request)
        } catch is CancellationError {
            return errors.response(for: HTTPProblem(.serviceUnavailable, "The server is shutting down"), request)
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

    private func dispatch(_ request: Request) async throws -> Response {
        if request.method == .options, request.path == "*" { return Self.options(router.methods) }
        guard let segments = request.target.segments else {
            throw HTTPProblem(.badRequest, "The path is not encoded as a URL has it, in UTF-8")
        }
        switch router.match(request.method, segments) {
        case .route(let route, let captures):
            var request = request
            request.route = route
            request.captures = captures
            // answered here, where the route's own texts are known
            return await answer(request) {
                guard takes($0.headers) else { throw HTTPProblem.tooLarge(limit: bodyLimit) }
                return try await route.handler($0)
            }
        case .methods(let methods) where request.method == .options:
            return Self.options(methods)
        case .methods(let methods):
            var problem = HTTPProblem(.methodNotAllowed, "\(request.method.rawValue) is not possible here")
            problem.headers[.allow] = Self.allow(methods)
            throw problem
        case .nothing:
            throw HTTPProblem(.notFound, "There is nothing at \(request.path)")
        }
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
        if response.status != .noContent, response.status != .notModified {
            response.headers[.contentLength] = String(response.body?.readableBytes ?? 0)
        }
        if request.method == .head { response.body = nil }
    }

    private func log(_ request: Request, _ response: Response, _ duration: Duration) {
        guard logger.logLevel <= .info else { return }
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        logger.info(
            "\(request.method.rawValue) \(request.path) \(response.status.code) \(microseconds) us",
            metadata: ["request": .string(request.requestID)])
    }
}
