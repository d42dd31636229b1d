internal import Logging
import Metrics
internal import ScaffoldDatabase
internal import ScaffoldHTTP
import ServiceLifecycle

/// What operators say of metrics: `METRICS=on`, and where they are to be had.
struct MetricsSettings {
    enum Switch: String, CaseIterable { case on, off }

    /// One for the process, as that of swift-metrics is.
    private static let registry: PrometheusRegistry = {
        let registry = PrometheusRegistry()
        MetricsSystem.bootstrap(registry)
        return registry
    }()

    private let port: Int?
    private let token: String?

    /// Counts the app's requests.
    let requests = RequestMetrics(Self.registry)

    /// nil where they are off. From here on everything that is counted is counted here.
    ///
    /// - Throws: ``ConfigurationError``, which names the variable and the place that sets it.
    init?(_ configuration: AppConfiguration) throws {
        guard try configuration.word("METRICS", default: Switch.off) == .on else { return nil }
        port =
            configuration.string("METRICS_PORT") == nil
            ? nil : try configuration.integer("METRICS_PORT", in: 0...65_535, default: 0)
        token = configuration.string("METRICS_TOKEN")
    }

    /// `/metrics`, if it belongs to the server at this port: nil is the app's own.
    func routes(port: Int?) -> [any RouteCollection] {
        port == self.port ? [MetricsRoutes(registry: Self.registry, token: token)] : []
    }

    /// The server that answers nothing but `/metrics`; nil where the app's own does.
    func server(host: String, logger: Logger) throws -> HTTPServer? {
        guard let port else { return nil }
        var routes = Routes()
        routes.add(self.routes(port: port))
        let dispatcher = try Dispatcher(routes: routes.quiet, errors: .problemDetails, logger: logger)
        return HTTPServer(dispatcher, at: .address(host: host, port: port), logger: logger) { _ in }
    }
}

/// `GET /metrics`, for Prometheus and those who read its format.
struct MetricsRoutes: RouteCollection {
    let registry: PrometheusRegistry
    /// What `Authorization: Bearer` has to say; nil for nothing.
    let token: String?

    func add(to routes: inout Routes) {
        routes.get("/metrics") { [registry, token] request in
            if let token, !Self.isSame(request.headers[.authorization] ?? "", "Bearer \(token)") {
                var problem = HTTPProblem(.unauthorized, "Metrics are for those who know METRICS_TOKEN")
                problem.headers[.wwwAuthenticate] = "Bearer"
                throw problem
            }
            var response = Response.text(registry.text())
            response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    /// Takes as long for the first wrong byte as for the last.
    private static func isSame(_ given: String, _ wanted: String) -> Bool {
        guard given.utf8.count == wanted.utf8.count else { return false }
        return zip(given.utf8, wanted.utf8).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
    }
}
