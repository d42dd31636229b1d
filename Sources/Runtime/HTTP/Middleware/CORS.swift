public import HTTPTypes

/// Lets pages of other origins use the API from a browser, as the Fetch standard has it (cross-origin resource sharing).
///
/// ```swift
/// CORS(origins: ["https://shop.example", "http://localhost:5173"], credentials: true)
/// CORS.anyOrigin
/// ```
///
/// It belongs before everything else, so that pages may read errors too. A preflight is answered with the methods that the
/// path has.
public struct CORS: Middleware {
    /// nil for all of them.
    private let origins: Set<String>?
    private let allowsCredentials: Bool
    private let exposed: String
    private let maxAge: String

    /// The headers of answers that pages may read unless said otherwise.
    public static let exposedHeaders: [HTTPField.Name] =
        [.requestID, .location, .eTag, .retryAfter, .rateLimit, .rateRemaining, .rateReset]
        + ["Link", "X-Total-Count"].compactMap { HTTPField.Name($0) }

    /// Pages of every origin, without cookies and other credentials: the standard does not allow those to everybody.
    public static let anyOrigin = CORS(nil, credentials: false)

    /// - Parameters:
    ///   - origins: Those whose pages may use the API, such as `https://shop.example`.
    ///   - credentials: Whether requests may carry cookies and what else a browser knows of its user.
    ///   - exposed: The headers of answers that pages may read.
    ///   - maxAge: How long a browser may remember what a preflight said.
    public init(
        origins: [String], credentials: Bool = false, exposing exposed: [HTTPField.Name] = Self.exposedHeaders,
        maxAge: Duration = .seconds(600)
    ) {
        self.init(Set(origins.map { $0.lowercased() }), credentials: credentials, exposed, maxAge)
    }

    private init(
        _ origins: Set<String>?, credentials: Bool, _ exposed: [HTTPField.Name] = Self.exposedHeaders,
        _ maxAge: Duration = .seconds(600)
    ) {
        self.origins = origins
        allowsCredentials = credentials
        self.exposed = exposed.map(\.rawName).joined(separator: ", ")
        self.maxAge = String(maxAge.components.seconds)
    }

    public func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
        var response = try await next(request)
        if origins != nil { response.headers.vary(on: "Origin") }
        guard let origin = request.headers[.origin], allows(origin) else { return response }
        response.headers[.accessControlAllowOrigin] = origins == nil ? "*" : origin
        if allowsCredentials { response.headers[.accessControlAllowCredentials] = "true" }
        if request.method == .options, request.headers.contains(.accessControlRequestMethod) {
            preflight(request, &response)
        } else if !exposed.isEmpty {
            response.headers[.accessControlExposeHeaders] = exposed
        }
        return response
    }

    private func allows(_ origin: String) -> Bool {
        origins.map { $0.contains(origin.lowercased()) } ?? true
    }

    private func preflight(_ request: Request, _ response: inout Response) {
        response.headers[.accessControlAllowMethods] = response.headers[.allow]
        response.headers[.accessControlAllowHeaders] = request.headers[.accessControlRequestHeaders]
        response.headers[.accessControlMaxAge] = maxAge
        response.headers.vary(on: "Access-Control-Request-Headers")
    }
}

extension HTTPFields {
    /// Says that the answer depends on a header of the request, so that caches keep answers apart.
    mutating func vary(on name: String) {
        guard let before = self[.vary] else {
            self[.vary] = name
            return
        }
        let names = before.split(separator: ",").map { $0.trimmingBlanks.lowercased() }
        if !names.contains("*"), !names.contains(name.lowercased()) { self[.vary] = "\(before), \(name)" }
    }
}
