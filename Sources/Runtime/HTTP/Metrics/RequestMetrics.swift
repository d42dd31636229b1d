import HTTPTypes
import Metrics
import ScaffoldStorage

/// Counts requests and their time, in the words of OpenTelemetry:
///
/// | metric | kind |
/// |---|---|
/// | `http.server.request.duration` | timer; its count is that of the requests |
/// | `http.server.active_requests` | meter |
/// | `http.server.open_connections` | meter |
///
/// The timer has the dimensions `http.route` (`/api/posts/:id`; empty where there is none), `http.request.method` and
/// `http.response.status_class` (`2xx`), and never a path, of which there could be any number.
package final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        var route: String
        var method: HTTPRequest.Method
        var statusClass: Int
    }

    private let factory: any MetricsFactory
    private let active: Meter
    private let connections: Meter
    private let timers = Locked<[Key: Timer]>([:])

    /// Nil when nobody listens.
    package init?(_ factory: any MetricsFactory = MetricsSystem.factory) {
        if factory is NOOPMetricsHandler { return nil }
        self.factory = factory
        active = Meter(label: "http.server.active_requests", factory: factory)
        connections = Meter(label: "http.server.open_connections", factory: factory)
        active.set(0)
        connections.set(0)
    }

    func begin() { active.increment() }

    func end(_ request: Request, _ response: Response, _ duration: Duration) {
        active.decrement()
        let key = Key(
            route: request.route?.path ?? "", method: Self.known(request.method),
            statusClass: response.status.code / 100)
        let (seconds, attoseconds) = duration.components
        timer(key).recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    func connectionOpened() { connections.increment() }
    func connectionClosed() { connections.decrement() }

    private func timer(_ key: Key) -> Timer {
        timers.withLock { timers in
            if let timer = timers[key] { return timer }
            let timer = Timer(
                label: "http.server.request.duration",
                dimensions: [
                    ("http.route", key.route), ("http.request.method", key.method.rawValue),
                    ("http.response.status_class", "\(key.statusClass)xx"),
                ], factory: factory)
            timers[key] = timer
            return timer
        }
    }

    /// Clients may make up methods; each would be kept.
    private static func known(_ method: HTTPRequest.Method) -> HTTPRequest.Method {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method
        default: other
        }
    }

    private static let other = HTTPRequest.Method("OTHER") ?? .trace
}
