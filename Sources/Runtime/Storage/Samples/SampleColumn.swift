/// Makes the values of one column, thorough or plausible ones.
struct SampleColumn: Sendable {
    private enum Source: Sendable {
        case constant(Value)
        case choices([Value])
        case sample(SampleValue)
        case fake(FakeColumn)
    }

    private let source: Source
    private let seed: UInt64
    /// Whether a foreign key fills it, and nothing else does.
    private(set) var isFilled = false

    init(value: Value, seed: UInt64) {
        source = .constant(value)
        self.seed = seed
    }

    init(choices: [Value], seed: UInt64) {
        source = .choices(choices)
        self.seed = seed
    }

    init(sample: SampleValue, seed: UInt64) {
        source = .sample(sample)
        self.seed = seed
    }

    init(fake: FakeColumn, seed: UInt64) {
        source = .fake(fake)
        self.seed = seed
    }

    /// One that a foreign key fills.
    static let filled: SampleColumn = {
        var column = SampleColumn(value: .null, seed: 0)
        column.isFilled = true
        return column
    }()

    /// The value in a row; nil where none keeps the rules.
    ///
    /// - Parameters:
    ///   - made: how many values were made before that are not null.
    ///   - attempt: counted up when the value was taken.
    func value(_ number: Int, made: Int, _ attempt: Int) -> Value? {
        switch source {
        case .constant(let value): return value
        case .choices(let choices): return choices[(made + attempt) % choices.count]
        case .sample(let sample):
            var mix = mix(number, attempt)
            let turn = sample.type == .boolean ? made + attempt : number + attempt * 1009
            return sample.value(turn, &mix)
        case .fake(let column):
            var mix = mix(number, attempt)
            return column.value(number: number, turn: number + attempt, &mix)
        }
    }

    private func mix(_ number: Int, _ attempt: Int) -> SampleNumber {
        SampleNumber(
            state: seed &+ UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93
                &+ UInt64(truncatingIfNeeded: attempt) << 40)
    }
}

/// What rows are for.
package enum SampleStyle: Sendable {
    /// For proofs: they cover null, every value of enumerations, and texts that need care.
    case thorough
    /// For people to look at: names, titles, prices and dates as the columns' names and rules promise.
    ///
    /// - Parameters:
    ///   - facts: what is known of columns beyond what the database keeps, by table and column.
    ///   - hash: that of the password of all rows.
    case plausible(facts: [String: [String: ColumnFacts]], hash: String)

    var isThorough: Bool {
        if case .thorough = self { return true }
        return false
    }

    func column(
        _ column: ColumnDescription, in table: TableDescription, choices: [Value]?, isUnique: Bool, isFilled: Bool,
        seed: UInt64
    ) throws(SampleRefusal) -> SampleColumn {
        if isFilled { return .filled }
        let own = seed &+ SampleNumber.mark(table.name, column.name)
        switch self {
        case .thorough:
            if let choices, !choices.isEmpty { return SampleColumn(choices: choices, seed: own) }
            guard let type = column.type else { return SampleColumn(value: .null, seed: own) }
            let value = SampleValue(type: type, column: column.name, isUnique: isUnique)
            return SampleColumn(sample: value, seed: own)
        case .plausible(let facts, let hash):
            let fake = FakeColumn(
                column, in: table.name, facts[table.name]?[column.name] ?? ColumnFacts(), choices: choices,
                isUnique: isUnique, hash: hash, seed: seed &+ SampleNumber.mark(table.name, ""))
            if let fake { return SampleColumn(fake: fake, seed: own) }
            guard column.allowNull else {
                throw SampleRefusal(reason: "no value is known that keeps the rules of \(column.name)")
            }
            return SampleColumn(value: .null, seed: own)
        }
    }
}
