import Metrics

/// Tells how many connections of a pool are in use and how many queries wait for one, in the words of OpenTelemetry.
package struct PoolMetrics: Sendable {
    private let used: Meter
    private let pending: Meter

    /// Nil when nobody listens.
    package init?(pool: String, _ factory: any MetricsFactory = MetricsSystem.factory) {
        if factory is NOOPMetricsHandler { return nil }
        let name = ("db.client.connection.pool.name", pool)
        used = Meter(
            label: "db.client.connection.count", dimensions: [name, ("db.client.connection.state", "used")],
            factory: factory)
        pending = Meter(label: "db.client.connection.pending_requests", dimensions: [name], factory: factory)
        used.set(0)
        pending.set(0)
    }

    func lent() { used.increment() }
    func returned() { used.decrement() }
    func waits() { pending.increment() }
    func waitsNoMore() { pending.decrement() }
}
