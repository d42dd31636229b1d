import Metrics
internal import ScaffoldStorage

/// One line of numbers over time.
protocol PrometheusSeries: AnyObject, Sendable {
    /// Appends its lines.
    func write(_ name: String, _ labels: String, to text: inout String)
}

/// A counter, which only grows, or a gauge.
final class PrometheusNumber: PrometheusSeries, CounterHandler, FloatingPointCounterHandler, MeterHandler,
    RecorderHandler
{
    private let value = Locked(0.0)

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    func reset() { set(0.0) }

    func write(_ name: String, _ labels: String, to text: inout String) {
        text += "\(PrometheusText.series(name, labels)) \(value.withLock { $0 })\n"
    }
}

/// How often a value was at most so large.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
    /// In seconds, where it is a time.
    private static let bounds = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private struct State {
        var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count + 1)
        var sum = 0.0
    }

    private let state = Locked(State())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func write(_ name: String, _ labels: String, to text: inout String) {
        let state = state.withLock { $0 }
        var count = 0
        for (place, bound) in (Self.bounds.map { "\($0)" } + ["+Inf"]).enumerated() {
            count += state.counts[place]
            text += "\(PrometheusText.series(name + "_bucket", labels, "le=\"\(bound)\"")) \(count)\n"
        }
        text += "\(PrometheusText.series(name + "_sum", labels)) \(state.sum)\n"
        text += "\(PrometheusText.series(name + "_count", labels)) \(count)\n"
    }
}
