import ScaffoldPasswords
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The values of a row on their way into a table.
///
/// Every way in passes here, in this order: texts are trimmed, rules are checked, passwords hashed, defaults and
/// timestamps set; then the row is written.
struct Draft: Sendable {
    let table: TableDefinition
    /// All columns' values; null where nothing is said yet.
    private(set) var values: [Value]
    /// The columns that the statement names; the database makes the others.
    private(set) var written = ColumnSet()

    /// A row of which nothing is said yet.
    init(_ table: TableDefinition) {
        self.table = table
        values = Array(repeating: .null, count: table.attributes.count)
    }

    /// A row that is there already; nothing is written yet.
    init(_ table: TableDefinition, holding values: [Value]) {
        self.table = table
        self.values = values
    }

    /// A new row with a model's values; a key that the database counts up is left to it while it is 0.
    init<M: Model>(new model: M) throws {
        self.init(M.table, holding: try model.checkedValues())
        for index in values.indices {
            if index == table.counted, values[index] == .integer(0) || values[index] == .null {
                values[index] = .null
            } else {
                set(index, values[index])
            }
        }
    }

    /// A new row with the values that partial input names.
    init<M: Model>(new changes: Changes<M>) {
        self.init(M.table)
        for (index, value) in changes.values { set(index, value) }
    }

    /// Says what a column holds.
    mutating func set(_ index: Int, _ value: Value) {
        guard values.indices.contains(index) else { return }
        values[index] = value.applying(table.textRules[index])
        written.insert(index)
    }

    /// The columns that the statement names, in their order, so that the same columns make the same text.
    var columns: [Int] { written.columns }

    /// Whether all that the row holds is known once it is written, but for a key that the database counts up.
    var isKnown: Bool {
        values.indices.allSatisfy { written.contains($0) || table.attributes[$0].autoIncrement }
    }

    /// Sets what nothing was said of: defaults, timestamps, null.
    mutating func complete(at now: Date = .now) {
        let isJustMade = isJustMade(at: now)
        touch(at: now)
        if isJustMade, let createdAt = table.createdAt { set(createdAt, .date(now)) }
        for index in values.indices where !written.contains(index) && index != table.counted {
            let attribute = table.attributes[index]
            if attribute.timestamp == .createdAt {
                set(index, .date(now))
            } else if let value = attribute.defaultValue {
                if let known = value.value(at: now) { set(index, known) }
            } else {
                set(index, .null)
            }
        }
    }

    /// Whether createdAt is the one that a new model got from its initializer, a moment before updatedAt and a moment
    /// ago, and not one that somebody chose: then both become the instant of writing.
    private func isJustMade(at now: Date) -> Bool {
        guard let createdAt = table.createdAt, let updatedAt = table.updatedAt.first,
            case .date(let created) = values[createdAt], case .date(let updated) = values[updatedAt]
        else { return false }
        // both are rounded to the millisecond already, now is not
        return (0..<0.1).contains(updated.timeIntervalSince(created))
            && (-0.001..<60).contains(now.timeIntervalSince(created))
    }

    /// Sets the time of writing in a row that is there already.
    mutating func touch(at now: Date = .now) {
        for index in table.updatedAt { set(index, .date(now)) }
    }

    /// Takes a column out of the statement again.
    mutating func leaveOut(_ index: Int) {
        written.remove(index)
    }

    /// Takes out of the statement what the row holds already.
    mutating func leaveOut(unchanged row: [Value]) {
        let changed = ColumnSet(differing: values, from: row)
        for index in values.indices where !changed.contains(index) { written.remove(index) }
    }

    /// The same row, of which the statement names only some columns.
    func limited(to columns: [Int]) -> Draft {
        var draft = self
        draft.written = []
        for column in columns where written.contains(column) { draft.written.insert(column) }
        return draft
    }

    /// Checks the columns that the statement names.
    ///
    /// - Parameters:
    ///   - prior: what the row held before.
    ///   - found: what was found wrong before; of those attributes nothing more is said.
    /// - Throws: ``ValidationError`` with everything that is wrong.
    nonisolated(nonsending) func validate<M: Model>(
        _ validations: Validations<M>, over prior: PriorRow = .none, besides found: [ValidationErrorItem] = []
    ) async throws {
        let items =
            validations.hasOwn
            ? try await validations.problems(with: values, at: written, over: prior, besides: found)
            : try validations.attributeProblems(with: values, at: written, over: prior, besides: found)
        if !items.isEmpty { throw ValidationError(items: items) }
    }

    /// Turns passwords into their hashes, so that none is ever written as it is.
    nonisolated(nonsending) mutating func hashPasswords() async throws {
        for index in table.passwords {
            guard case .blob(let bytes) = values[index] else { continue }
            values[index] = try await Password(String(decoding: bytes, as: UTF8.self)).hashed().value
        }
    }
}

extension Value {
    /// The value as its column's rules leave it, dates to the millisecond that is stored.
    func applying(_ rules: TextRules) -> Value {
        switch self {
        case .text(let text) where !rules.isEmpty: .text(rules.apply(to: text))
        case .date(let date): .date(CivilTime.stored(date))
        default: self
        }
    }
}

extension Model {
    /// The values of all columns.
    ///
    /// - Throws: ``ModelDefinitionError`` when `encode(to:)` does not write as many as the table has.
    func checkedValues() throws -> [Value] {
        let values = encoded
        guard values.count == Self.table.attributes.count else {
            throw ModelDefinitionError(
                "\(Self.table.model) writes \(values.count) values, its table has \(Self.table.attributes.count) columns"
            )
        }
        return values
    }
}
