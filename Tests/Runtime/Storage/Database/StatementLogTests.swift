import CSQLite
import Foundation
import Logging
import Metrics
import Testing

@testable import ScaffoldStorage

@Suite struct StatementLogTests {
    private func connection(
        _ recorder: StatementRecorder, slowQuery: Duration? = nil, showsValues: Bool = false,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance
    ) throws -> any Connection {
        let settings = DatabaseConfiguration(url: .memory, slowQuery: slowQuery, showsValues: showsValues)
        let log = StatementLog(settings, logger: Logger(label: "test") { _ in recorder }, metrics: metrics)
        return try SQLiteConnection(
            path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, settings: settings, log: log)
    }

    @Test func `at debug level each statement is told with its duration, without values`() throws {
        let recorder = StatementRecorder(.debug)
        let connection = try connection(recorder)
        _ = try connection.all("SELECT ?", ["secret"]) { try $0[0] as String }
        #expect(recorder.lines.count == 1)
        #expect(recorder.lines[0].hasPrefix("debug SELECT ? "))
        #expect(recorder.lines[0].contains("duration"))
        #expect(!recorder.lines[0].contains("secret"))
    }

    @Test func `values are shown when they are asked for`() throws {
        let recorder = StatementRecorder(.debug)
        _ = try connection(recorder, slowQuery: .zero, showsValues: true).all("SELECT ?", ["secret"]) { _ in }
        #expect(recorder.lines.first?.contains("secret") == true)
        let warnings = recorder.lines.filter { $0.hasPrefix("warning") }
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("secret") == false)
    }

    @Test func `values that are shown may be of any size and kind`() throws {
        let recorder = StatementRecorder(.debug)
        let connection = try connection(recorder, showsValues: true)
        for seconds in [1e300, -.infinity, .nan] {
            #expect(throws: ValueError.self) {
                try connection.execute("SELECT ?", [.date(Date(timeIntervalSince1970: seconds))])
            }
        }
        try connection.execute("SELECT ?", [.blob([UInt8](repeating: 255, count: 10_000))])
        #expect(recorder.lines.count == 4)
        #expect(recorder.lines.allSatisfy { $0.utf8.count < 2200 })
    }

    @Test func `above debug level nothing is told of a quick statement`() throws {
        let recorder = StatementRecorder(.info)
        try connection(recorder, slowQuery: .seconds(60)).execute("SELECT 1")
        #expect(recorder.lines.isEmpty)
    }

    @Test func `a slow statement is warned of, also one that failed; a long text is cut off`() throws {
        let recorder = StatementRecorder(.info)
        let connection = try connection(recorder, slowQuery: .zero)
        try connection.execute("SELECT 1 -- \(String(repeating: "é", count: 3000))")
        #expect(throws: DatabaseError.self) { try connection.execute("SELECT nothing") }
        #expect(recorder.lines.count == 2)
        #expect(recorder.lines.allSatisfy { $0.hasPrefix("warning slow query: SELECT") })
        #expect(recorder.lines[0].utf8.count < 2200)
    }

    @Test func `statements are counted and timed by engine and operation, failures by error`() throws {
        let metrics = MetricsRecorder()
        let connection = try connection(StatementRecorder(.info), metrics: metrics)
        try connection.execute("CREATE TABLE t (a INTEGER UNIQUE)")
        for _ in 0..<2 { try connection.execute(" insert INTO t VALUES (?)", [.null]) }
        try connection.execute("INSERT INTO t VALUES (1)")
        #expect(throws: UniqueConstraintError.self) { try connection.execute("INSERT INTO t VALUES (1)") }
        let insert = "db.operation.name=INSERT,db.system.name=sqlite"
        #expect(metrics["scaffold.database.queries{\(insert)}"] == 3)
        #expect(metrics["scaffold.database.queries{\(insert),error.type=UniqueConstraintError}"] == 1)
        #expect(metrics.count("db.client.operation.duration{\(insert)}") == 4)
        #expect(metrics["scaffold.database.queries{db.operation.name=CREATE,db.system.name=sqlite}"] == 1)
        #expect(!metrics.labels.contains { $0.contains("VALUES") })
    }

    @Test func `a pool tells how many are lent and how many wait`() async throws {
        let metrics = MetricsRecorder()
        let slots = Slots([1], name: "slot", timeout: nil, metrics: PoolMetrics(pool: "p", metrics))
        let used = "db.client.connection.count{db.client.connection.pool.name=p,db.client.connection.state=used}"
        let pending = "db.client.connection.pending_requests{db.client.connection.pool.name=p}"
        let slot = try await slots.acquire()
        let waiting = Task { try await slots.acquire() }
        while metrics[pending] != 1 { await Task.yield() }
        #expect(metrics[used] == 1)
        slots.release(slot)
        let next = try await waiting.value
        #expect([metrics[used], metrics[pending]] == [1, 0])
        slots.release(next)
        #expect(metrics[used] == 0)
    }

    @Test func `when nobody listens nothing is counted`() {
        #expect(StatementMetrics(.sqlite, NOOPMetricsHandler.instance) == nil)
        #expect(PoolMetrics(pool: "p", NOOPMetricsHandler.instance) == nil)
    }
}

/// Keeps what is counted, by label and dimensions: `label{a=1,b=2}`.
private final class MetricsRecorder: MetricsFactory {
    private let values = Locked<[String: (sum: Double, count: Int)]>([:])

    subscript(name: String) -> Double? { values.withLock { $0[name]?.sum } }
    func count(_ name: String) -> Int { values.withLock { $0[name]?.count ?? 0 } }
    var labels: [String] { values.withLock { Array($0.keys) } }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler { handler(label, dimensions) }
    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler { handler(label, dimensions) }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { handler(label, dimensions) }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        handler(label, dimensions)
    }
    func destroyCounter(_: any CounterHandler) {}
    func destroyMeter(_: any MeterHandler) {}
    func destroyTimer(_: any TimerHandler) {}
    func destroyRecorder(_: any RecorderHandler) {}

    private func handler(_ label: String, _ dimensions: [(String, String)]) -> Handler {
        Handler(self, "\(label){\(dimensions.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: ","))}")
    }

    private final class Handler: CounterHandler, MeterHandler, TimerHandler, RecorderHandler {
        private let recorder: MetricsRecorder
        private let name: String

        init(_ recorder: MetricsRecorder, _ name: String) {
            self.recorder = recorder
            self.name = name
        }

        private func add(_ amount: Double) {
            recorder.values.withLock {
                $0[name, default: (0, 0)].sum += amount
                $0[name, default: (0, 0)].count += 1
            }
        }

        func increment(by amount: Int64) { add(Double(amount)) }
        func increment(by amount: Double) { add(amount) }
        func decrement(by amount: Double) { add(-amount) }
        func set(_ value: Int64) { add(0) }
        func set(_ value: Double) { add(0) }
        func reset() {}
        func record(_ value: Int64) { add(Double(value)) }
        func record(_ value: Double) { add(value) }
        func recordNanoseconds(_ duration: Int64) { add(Double(duration)) }
    }
}
