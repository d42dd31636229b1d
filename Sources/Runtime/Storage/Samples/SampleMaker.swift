/// Makes the rows of one table, one after another.
struct SampleMaker {
    let columns: [ColumnDescription]
    /// The foreign keys that the rows fill.
    let keys: [ForeignKeyDescription]
    /// The rows of other tables that each key may name, in the order of the keys.
    var parents: [[[Value]]]

    private let table: TableDescription
    private let makers: [SampleColumn]
    /// Where the columns of each key stand.
    private let places: [[Int]]
    private let keySeeds: [UInt64]
    private let mayBeNull: [Bool]
    private let isOneToOne: [Bool]
    private let isThorough: Bool
    private let seed: UInt64
    /// The number of the next row.
    private var number: Int
    private let uniques: [[Int]]
    private var seen: [Set<String>]
    /// How many values of a column were made that are not null.
    private var made: [Int]
    /// Columns that a late key may not leave null: a row names itself, by the column at the second place.
    private let selfColumns: [(Int, Int)]
    private var row: [Value]

    /// - Throws: ``SampleRefusal`` for a column that no value is known for.
    init(
        table: TableDescription, columns: [ColumnDescription], late: [ForeignKeyDescription], style: SampleStyle,
        seed: UInt64, start: Int
    ) throws(SampleRefusal) {
        self.table = table
        self.columns = columns
        self.seed = seed
        isThorough = style.isThorough
        number = start
        let keys = table.foreignKeys.filter { !late.contains($0) }
        self.keys = keys
        let order = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        places = keys.map { $0.columns.compactMap { order[$0] } }
        keySeeds = keys.map { SampleNumber.mark(table.name, $0.columns.joined(separator: " ")) }
        mayBeNull = keys.map(table.mayBeNull)
        parents = keys.map { _ in [] }
        let nullColumns = Set(late.filter(table.mayBeNull).flatMap(\.columns))
        var selfColumns: [(Int, Int)] = []
        for key in late where key.table == table.name && !table.mayBeNull(key) {
            for (column, other) in zip(key.columns, key.keys) {
                if let place = order[column], let source = order[other] { selfColumns.append((place, source)) }
            }
        }
        self.selfColumns = selfColumns
        let named = ([table.primaryKey] + table.indexes.filter(\.unique).compactMap(\.columns))
            .filter { !$0.isEmpty && $0.allSatisfy { order[$0] != nil } }
        isOneToOne = keys.map { key in named.contains { Set($0).isSubset(of: key.columns) } }
        // No two random UUIDs are alike.
        uniques = named.map { $0.compactMap { order[$0] } }.filter { places in
            !places.contains { columns[$0].type == .uuid && !keys.flatMap(\.columns).contains(columns[$0].name) }
        }
        seen = uniques.map { _ in [] }
        let choices = Self.choices(of: table)
        let filled = Set(keys.flatMap(\.columns))
        // Values that count up go on for as long as there are any; of several columns, chance finds the pairs.
        let uniqueColumns = Set(
            (table.indexes.filter(\.unique).compactMap(\.columns) + [table.primaryKey])
                .filter { style.isThorough || $0.count == 1 }.flatMap(\.self))
        var makers: [SampleColumn] = []
        for column in columns {
            if nullColumns.contains(column.name) {
                makers.append(SampleColumn(value: .null, seed: 0))
            } else {
                makers.append(
                    try style.column(
                        column, in: table, choices: choices[column.name],
                        isUnique: uniqueColumns.contains(column.name), isFilled: filled.contains(column.name),
                        seed: seed))
            }
        }
        self.makers = makers
        made = makers.map { _ in 0 }
        row = makers.map { _ in .null }
    }

    /// Rows that are there, by which unique values are taken.
    func uniqueColumns() -> [[String]] { uniques.map { $0.map { columns[$0].name } } }

    /// Notes the values that a row which is there has in a unique index.
    mutating func take(_ values: [Value], inUnique place: Int) {
        guard !values.contains(.null) else { return }
        seen[place].insert(Self.mark(values))
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

    /// Adds the next row, a value for each column.
    ///
    /// - Returns: false when unique columns have no more values, or no value keeps the rules.
    mutating func next(into values: inout Values) -> Bool {
        let most = parents.map(\.count).max() ?? 0
        for attempt in 0...(64 + min(most, 4096)) {
            guard fill(attempt), let marks = marks() else { continue }
            for (place, mark) in marks.enumerated() where !mark.isEmpty { seen[place].insert(mark) }
            for place in row.indices {
                if row[place] != .null { made[place] += 1 }
                values.append(value: row[place])
            }
            number += 1
            return true
        }
        return false
    }

    /// What the row holds in each unique index; empty for one that it does not count in, nil when one is taken.
    private func marks() -> [String]? {
        var marks: [String] = []
        for (place, unique) in uniques.enumerated() {
            let values = unique.map { row[$0] }
            let mark = values.contains(.null) ? "" : Self.mark(values)
            if !mark.isEmpty, seen[place].contains(mark) { return nil }
            marks.append(mark)
        }
        return marks
    }

    /// Texts that differ in capital and small letters alone are one in MySQL.
    private static func mark(_ values: [Value]) -> String {
        if case .text(let text)? = values.first, values.count == 1 { return text.lowercased() }
        return values.map { value in
            switch value {
            case .integer(let number): String(number)
            case .text(let text): text.lowercased()
            default: "\(value)".lowercased()
            }
        }.joined(separator: "\u{0}")
    }

    /// Makes a row; false where some value keeps no rules.
    private mutating func fill(_ attempt: Int) -> Bool {
        for (ordinal, maker) in makers.enumerated() where !maker.isFilled {
            if isThorough, columns[ordinal].allowNull, isNull(ordinal) {
                row[ordinal] = .null
                continue
            }
            guard let value = maker.value(number, made: made[ordinal], attempt) else { return false }
            row[ordinal] = value
        }
        for ordinal in keys.indices {
            guard let parent = parent(ordinal, attempt) else {
                for place in places[ordinal] where columns[place].allowNull { row[place] = .null }
                continue
            }
            for (place, value) in zip(places[ordinal], parent) { row[place] = value }
        }
        for (place, source) in selfColumns { row[place] = row[source] }
        return true
    }

    /// Two rows of six have null, each column in other ones.
    private func isNull(_ ordinal: Int) -> Bool { (number / 2 + ordinal) % 3 == 2 }

    /// The row that a key names: one after another where no two rows may name the same, otherwise any.
    private func parent(_ ordinal: Int, _ attempt: Int) -> [Value]? {
        let parents = parents[ordinal]
        guard !parents.isEmpty else { return nil }
        var mix = SampleNumber(
            state: seed &+ keySeeds[ordinal] &+ UInt64(truncatingIfNeeded: number) &* 0x2545_F491_4F6C_DD1D
                &+ UInt64(truncatingIfNeeded: attempt) << 40)
        if mayBeNull[ordinal], isThorough ? isNull(ordinal + 1) : mix.next(below: 10) == 0 { return nil }
        if isOneToOne[ordinal] { return parents[(number + attempt) % parents.count] }
        return parents[mix.next(below: parents.count)]
    }
}
