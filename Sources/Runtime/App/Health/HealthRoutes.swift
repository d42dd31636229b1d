internal import ScaffoldHTTP
internal import ScaffoldStorage

/// What those ask who run the app: `/health`, whether the process is alive, and `/ready`, whether it can answer requests.
///
/// A route of the app's own with the same path stands in its place.
struct HealthRoutes: RouteCollection {
    let readiness: Readiness

    func add(to routes: inout Routes) {
        routes.get("/health") { _ in Self.answer(.ok, "alive") }
        routes.get("/ready") { [readiness] _ in
            guard let problem = await readiness.problem() else { return Self.answer(.ok, "ready") }
            return Self.answer(.serviceUnavailable, "not ready", problem)
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ word: String, _ detail: String? = nil) -> Response {
        var response = Response.object(status: status) {
            $0.member("status", word)
            if let detail { $0.member("detail", detail) }
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
