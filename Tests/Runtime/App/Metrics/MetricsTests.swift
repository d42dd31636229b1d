import Logging
import Metrics
import ScaffoldHTTP
import ScaffoldTesting
import Testing

@testable import ScaffoldApp

@Suite struct MetricsTests {
    @Test func `requests are counted by route, method and class of status`() async throws {
        let registry = PrometheusRegistry()
        var routes = Routes()
        routes.get("/posts/:id") { request in
            guard request.capture("id") == "7" else { throw HTTPProblem(.notFound) }
            return .text("post")
        }
        let app = App(name: "metrics", database: .sqlite, routes: routes)
        let client = TestClient(
            try app.dispatcher(
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: RequestMetrics(registry),
                more: [MetricsRoutes(registry: registry, token: nil)]))
        for path in ["/posts/7", "/posts/7", "/posts/8", "/nothing", "/else"] { _ = try await client.get(path) }
        let answer = try await client.get("/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let lines = Set(answer.text.split(separator: "\n").map { String($0) })
        let name = "http_server_request_duration_seconds_count"
        for line in [
            "# TYPE http_server_request_duration_seconds histogram", "# TYPE http_server_active_requests gauge",
            // The one that asks.
            "http_server_active_requests 1.0",
            "\(name){http_request_method=\"GET\",http_response_status_class=\"2xx\",http_route=\"/posts/:id\"} 2",
            "\(name){http_request_method=\"GET\",http_response_status_class=\"4xx\",http_route=\"/posts/:id\"} 1",
            "\(name){http_request_method=\"GET\",http_response_status_class=\"4xx\",http_route=\"\"} 2",
        ] { #expect(lines.contains(line), "\(answer.text)") }
        #expect(!answer.text.contains("/nothing"))
    }

    @Test(arguments: [(nil, 401), ("Bearer wrong!", 401), ("Bearer secret", 200), ("secret", 401)])
    func `metrics are for those who know the token`(authorization: String?, status: Int) async throws {
        var routes = Routes()
        routes.add(MetricsRoutes(registry: PrometheusRegistry(), token: "secret"))
        let client = TestClient(
            try Dispatcher(
                routes: routes, errors: .problemDetails, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ))
        let answer = try await client.get("/metrics", headers: authorization.map { [.authorization: $0] } ?? [:])
        #expect(answer.status.code == status)
    }

    @Test func `numbers are written as Prometheus reads them`() {
        let registry = PrometheusRegistry()
        let counter = Counter(label: "a.b-c", dimensions: [("k.e", "v\"\\\n")], factory: registry)
        counter.increment(by: 3)
        Counter(label: "a.b-c", dimensions: [("k.e", "v\"\\\n")], factory: registry).increment()
        let meter = Meter(label: "9lives", factory: registry)
        meter.set(2.5)
        meter.decrement(by: 1)
        let timer = Timer(label: "time", factory: registry)
        timer.recordNanoseconds(3_000_000)
        timer.recordNanoseconds(60_000_000_000)
        let lines = registry.text().split(separator: "\n").map { String($0) }
        #expect(lines.contains(#"a_b_c_total{k_e="v\"\\\n"} 4.0"#))
        #expect(lines.contains("_9lives 1.5"))
        #expect(lines.contains(#"time_seconds_bucket{le="0.0025"} 0"#))
        #expect(lines.contains(#"time_seconds_bucket{le="0.005"} 1"#))
        #expect(lines.contains(#"time_seconds_bucket{le="10.0"} 1"#))
        #expect(lines.contains(#"time_seconds_bucket{le="+Inf"} 2"#))
        #expect(lines.contains("time_seconds_sum 60.003"))
        #expect(lines.contains("time_seconds_count 2"))
    }

    @Test func `a name is one kind of thing`() {
        let registry = PrometheusRegistry()
        Meter(label: "a_total", factory: registry).set(1)
        Counter(label: "a", factory: registry).increment(by: 5)
        #expect(registry.text() == "# TYPE a_total gauge\na_total 1.0\n")
    }
}
