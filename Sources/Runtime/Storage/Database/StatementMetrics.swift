import Metrics

/// Counts statements and their time, in the words of OpenTelemetry where it has one:
///
/// | metric | kind |
/// |---|---|
/// | `db.client.operation.duration` | timer |
/// | `scaffold.database.queries` | counter; those that failed have `error.type`, the name of the error |
///
/// Both have the dimensions `db.system.name` (`postgresql`) and `db.operation.name` (`SELECT`), never the statement.
struct StatementMetrics: Sendable {
    private struct Meters: Sendable {
        var timer: Timer
        var counter: Counter
    }

    private let system: String
    private let meters: [StatementOperation: Meters]
    private let factory: any MetricsFactory

    /// Nil when nobody listens.
    init?(_ engine: DatabaseEngine, _ factory: any MetricsFactory) {
        if factory is NOOPMetricsHandler { return nil }
        let system = engine.rawValue
        self.system = system
        self.factory = factory
        meters = Dictionary(
            uniqueKeysWithValues: StatementOperation.allCases.map { operation in
                let dimensions = Self.dimensions(system, operation)
                return (
                    operation,
                    Meters(
                        timer: Timer(label: "db.client.operation.duration", dimensions: dimensions, factory: factory),
                        counter: Counter(
                            label: "scaffold.database.queries", dimensions: dimensions, factory: factory))
                )
            })
    }

    func record(_ sql: String, _ duration: Duration, _ error: (any Error)?) {
        let operation = StatementOperation(sql)
        meters[operation]?.timer.recordNanoseconds(duration.wholeNanoseconds)
        guard let error else {
            meters[operation]?.counter.increment()
            return
        }
        let dimensions = Self.dimensions(system, operation) + [("error.type", "\(type(of: error))")]
        Counter(label: "scaffold.database.queries", dimensions: dimensions, factory: factory).increment()
    }

    private static func dimensions(_ system: String, _ operation: StatementOperation) -> [(String, String)] {
        [("db.system.name", system), ("db.operation.name", operation.rawValue)]
    }
}

/// The first word of a statement, of those that are told apart.
enum StatementOperation: String, Sendable, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
    case replace = "REPLACE"
    case with = "WITH"
    case begin = "BEGIN"
    case start = "START"
    case savepoint = "SAVEPOINT"
    case release = "RELEASE"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case create = "CREATE"
    case alter = "ALTER"
    case drop = "DROP"
    case other = "OTHER"

    init(_ sql: String) {
        let letters = sql.utf8.drop { !Self.isLetter($0) }.prefix { Self.isLetter($0) }
        self = StatementOperation(rawValue: String(Substring(letters)).uppercased()) ?? .other
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

extension Duration {
    /// Nanoseconds, what is less cut off.
    fileprivate var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return isTooLong ? .max : whole &+ attoseconds / 1_000_000_000
    }
}
