/// Makes the rows of one table, one after another.
struct SampleMaker {
    private let columns: [ColumnDescription]
    /// The foreign keys that the rows fill.
    let keys: [ForeignKeyDescription]
    /// The rows of other tables that keys may name.
    var parents: [ForeignKeyDescription: [[Value]]] = [:]

    private let table: TableDescription
    private let seed: UInt64
    /// The number of the next row.
    private var number: Int
    private let uniques: [[String]]
    private var seen: [Set<String>]
    private let choices: [String: [Value]]
    /// How many values of a column were made that are not null.
    private var made: [String: Int] = [:]
    private let lateColumns: Set<String>
    /// Columns that a late key may not leave null: a row names itself.
    private let selfColumns: [String: String]

    init(
        table: TableDescription, columns: [ColumnDescription], late: [ForeignKeyDescription], seed: UInt64, start: Int
    ) {
        self.table = table
        self.columns = columns
        self.seed = seed
        number = start
        keys = table.foreignKeys.filter { !late.contains($0) }
        lateColumns = Set(late.filter(table.mayBeNull).flatMap(\.columns))
        var selfColumns: [String: String] = [:]
        for key in late where key.table == table.name && !table.mayBeNull(key) {
            for (column, other) in zip(key.columns, key.keys) { selfColumns[column] = other }
        }
        self.selfColumns = selfColumns
        let written = Set(columns.map(\.name))
        uniques = ([table.primaryKey] + table.indexes.filter(\.unique).compactMap(\.columns))
            .filter { !$0.isEmpty && $0.allSatisfy(written.contains) }
        seen = uniques.map { _ in [] }
        choices = Self.choices(of: table)
    }

    /// The values that checks and enumerations allow.
    private static func choices(of table: TableDescription) -> [String: [Value]] {
        var choices: [String: [Value]] = [:]
        for check in table.checks {
            guard let list = check.values,
                let column = table.columns.first(where: {
                    $0.name.lowercased() == list.column.lowercased()
                })
            else { continue }
            choices[column.name] = list.values
        }
        for column in table.columns {
            if case .enumeration(let values)? = column.type { choices[column.name] = values.map(Value.text) }
        }
        return choices
    }

    /// The next row, a value for each column; nil when unique columns have no more values.
    mutating func next() -> [Value]? {
        let most = parents.values.map(\.count).max() ?? 0
        for attempt in 0...(64 + min(most, 4096)) {
            let cells = cells(attempt)
            guard let marks = marks(of: cells) else { continue }
            for (place, mark) in marks.enumerated() where !mark.isEmpty { seen[place].insert(mark) }
            for column in columns where cells[column.name] != .null { made[column.name, default: 0] += 1 }
            number += 1
            return columns.map { cells[$0.name] ?? .null }
        }
        return nil
    }

    /// What the row holds in each unique index; empty for one that it does not count in, nil when one is taken.
    private func marks(of cells: [String: Value]) -> [String]? {
        var marks: [String] = []
        for (place, unique) in uniques.enumerated() {
            let values = unique.map { cells[$0] ?? .null }
            let mark = values.contains(.null) ? "" : values.map { "\($0)".lowercased() }.joined(separator: "\u{0}")
            if !mark.isEmpty, seen[place].contains(mark) { return nil }
            marks.append(mark)
        }
        return marks
    }

    private func cells(_ attempt: Int) -> [String: Value] {
        var cells: [String: Value] = [:]
        for (ordinal, column) in columns.enumerated() {
            cells[column.name] = value(of: column, ordinal, attempt)
        }
        for (ordinal, key) in keys.enumerated() {
            guard let parent = parent(of: key, ordinal, attempt) else {
                for column in key.columns where table.column(column)?.allowNull == true { cells[column] = .null }
                continue
            }
            for (column, value) in zip(key.columns, parent) { cells[column] = value }
        }
        for (column, other) in selfColumns { cells[column] = cells[other] }
        return cells
    }

    /// Two rows of six have null, each column in other ones.
    private func isNull(_ ordinal: Int) -> Bool { (number / 2 + ordinal) % 3 == 2 }

    private func value(of column: ColumnDescription, _ ordinal: Int, _ attempt: Int) -> Value {
        if lateColumns.contains(column.name) { return .null }
        if column.allowNull, isNull(ordinal) { return .null }
        let place = made[column.name, default: 0] + attempt
        if let choices = choices[column.name], !choices.isEmpty { return choices[place % choices.count] }
        guard let type = column.type else { return .null }
        let isUnique = uniques.contains { $0.contains(column.name) }
        var mix = SampleNumber(seed: seed &+ UInt64(number) &+ UInt64(attempt) << 32, table.name, column.name)
        let turn = type == .boolean ? place : number + attempt * 1009
        return SampleValue(type: type, column: column.name, isUnique: isUnique).value(turn, &mix)
    }

    /// The row that a key names: one after another where no two rows may name the same, otherwise any.
    private func parent(of key: ForeignKeyDescription, _ ordinal: Int, _ attempt: Int) -> [Value]? {
        guard let parents = parents[key], !parents.isEmpty else { return nil }
        if table.mayBeNull(key), isNull(ordinal + 1) { return nil }
        if uniques.contains(where: { Set($0).isSubset(of: key.columns) }) {
            return parents[(number + attempt) % parents.count]
        }
        var mix = SampleNumber(
            seed: seed &+ UInt64(number) &+ UInt64(attempt) << 32, table.name, key.columns.joined(separator: " "))
        return parents[mix.next(below: parents.count)]
    }
}
