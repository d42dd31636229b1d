import Metrics
internal import ScaffoldStorage

/// Keeps what is counted and measured, and writes it in the text format of Prometheus.
///
/// Names are those of swift-metrics with `_` for what Prometheus does not take; a counter's ends with `_total`, a timer's
/// with `_seconds`. A timer is a histogram.
final class PrometheusRegistry: MetricsFactory {
    /// What several series of one name have in common.
    private struct Family {
        var type: String
        var series: [String: any PrometheusSeries] = [:]
    }

    private let families = Locked<[String: Family]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, "_total", "counter", dimensions) { PrometheusNumber() }
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, "_total", "counter", dimensions) { PrometheusNumber() }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, "", "gauge", dimensions) { PrometheusNumber() }
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else { return series(label, "", "gauge", dimensions) { PrometheusNumber() } }
        return series(label, "", "histogram", dimensions) { PrometheusHistogram() }
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, "_seconds", "histogram", dimensions) { PrometheusHistogram() }
    }

    // Series stay: what Prometheus has once seen is not to begin anew at 0.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    /// The series of this name and these dimensions, made if it is not there. One that is there as something else stays,
    /// and what comes back then is counted nowhere.
    private func series<S: PrometheusSeries>(
        _ label: String, _ ending: String, _ type: String, _ dimensions: [(String, String)], _ make: () -> S
    ) -> S {
        let name = PrometheusText.name(label) + ending
        let key = PrometheusText.labels(dimensions)
        return families.withLock { families in
            var family = families[name] ?? Family(type: type)
            guard family.type == type else { return make() }
            if let known = family.series[key] { return known as? S ?? make() }
            let series = make()
            family.series[key] = series
            families[name] = family
            return series
        }
    }

    /// Everything, a line a series.
    func text() -> String {
        let families = families.withLock { $0 }
        var text = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text += "# TYPE \(name) \(family.type)\n"
            for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
                series.write(name, labels, to: &text)
            }
        }
        return text
    }
}

/// What Prometheus takes.
enum PrometheusText {
    static func name(_ label: String) -> String {
        let name = String(label.unicodeScalars.map { isAllowed($0) ? Character($0) : "_" })
        return name.unicodeScalars.first.map { ("0"..."9").contains($0) } == true ? "_\(name)" : name
    }

    /// `method="GET",route="/posts"`, by name.
    static func labels(_ dimensions: [(String, String)]) -> String {
        dimensions.sorted { $0.0 < $1.0 }.map { "\(name($0.0))=\"\(escaped($0.1))\"" }.joined(separator: ",")
    }

    /// A series' name with its labels.
    static func series(_ name: String, _ labels: String, _ more: String = "") -> String {
        let all = [labels, more].filter { !$0.isEmpty }.joined(separator: ",")
        return all.isEmpty ? name : "\(name){\(all)}"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
