@testable import ScaffoldStorage
@testable import scaffold

/// Tables and what they become, such that a database with rows can be led from the ones to the others and back. What no
/// engine does with rows in place is taken out of the pair, and counted.
struct FittedPair {
    private(set) var old: [Table]
    private(set) var new: [Table]
    /// What rows that are there get, by table and column as they are called in the end.
    private(set) var backfills: [String: [String: Backfill]] = [:]
    /// What the first rows have to be like, by table and column as they are called in the beginning.
    private(set) var demands: [String: RowDemand] = [:]
    /// What was taken out, and how often.
    private(set) var leftOut: [String: Int] = [:]
    private let quote: (String) -> String

    /// - Parameter quote: how the engine writes names.
    init(_ pair: (old: [Table], new: [Table]), quote: @escaping (String) -> String) {
        (old, new) = pair
        self.quote = quote
        // One thing that is taken out may be what another stands on.
        for _ in 0..<30 where fit() == false { break }
        demandRows()
    }

    /// - Returns: whether anything had to be taken out.
    private mutating func fit() -> Bool {
        let before = (old, new)
        Self.removeSenseless(&old)
        Self.removeSenseless(&new)
        for match in matches {
            fitKey(match)
            fitTypes(match)
        }
        for match in matches { fitNew(match) }
        for match in matches { fitGone(match) }
        fitReferences()
        loosenCircles()
        return before != (old, new)
    }

    private mutating func leaveOut(_ what: String) { leftOut[what, default: 0] += 1 }
}

/// A table before and after, as places in the two lists, and its columns before by the names that they have after.
struct FittedTable {
    var old: Int
    var new: Int
    var columns: [String: String]
    /// The names after by those before.
    var newNames: [String: String] { Dictionary(columns.map { ($0.value, $0.key) }) { first, _ in first } }
}

extension FittedPair {
    /// The tables that are there before and after.
    var matches: [FittedTable] {
        NameMatch(old, new, Renames()).pairs.compactMap { pair in
            guard let before = old.firstIndex(where: { $0.name == pair.old }),
                let after = new.firstIndex(where: { $0.name == pair.new })
            else { return nil }
            let columns = NameMatch(old[before], new[after], Renames()).pairs
            return FittedTable(
                old: before, new: after,
                columns: Dictionary(columns.map { ($0.new, $0.old) }) { first, _ in first })
        }
    }
}

// What no engine takes, rows or not.
extension FittedPair {
    /// Keys and indexes of texts without a length, indexes of rows whose value is none of the column's type, defaults of
    /// foreign keys.
    private static func removeSenseless(_ tables: inout [Table]) {
        for place in tables.indices {
            let table = tables[place]
            func isLong(_ names: [String]) -> Bool {
                names.contains { name in
                    ["text", "json", "blob"].contains(table.column(named: name)?.type.structure.word)
                }
            }
            if isLong(table.primaryKey.columns) { tables[place].primaryKey = .init() }
            tables[place].indexes.removeAll { index in
                let isFalse = index.conditions.contains { condition in
                    guard let type = table.column(named: condition.attribute)?.type else { return true }
                    return condition.values.contains { $0.map { !type.holds($0) } ?? false }
                }
                return isLong(index.names) || isFalse
            }
            for column in tables[place].columns.indices where tables[place].columns[column].reference != nil {
                tables[place].columns[column].defaultValue = nil
            }
            for column in tables[place].columns.indices {
                let type = tables[place].columns[column].type
                if let value = tables[place].columns[column].defaultValue, !type.holds(value) {
                    tables[place].columns[column].defaultValue = nil
                }
            }
        }
    }
}

// What is there before and after.
extension FittedPair {
    /// Rows have no values for a key of new columns; and no way back to one that goes with its values.
    private mutating func fitKey(_ match: FittedTable) {
        let key = new[match.new].primaryKey
        let added = key.columns.filter { match.columns[$0] == nil }
        if !added.isEmpty, !key.autoIncrement {
            let place = new[match.new].columns.firstIndex { $0.name == added[0] }
            if let place, key.columns.count == 1, new[match.new].columns[place].reference == nil,
                ["integer", "bigint", "uuid"].contains(new[match.new].columns[place].type.word)
            {
                leaveOut("a new key that is not counted up")
                if new[match.new].columns[place].type.word == "uuid" {
                    new[match.new].columns[place].type.word = "integer"
                }
                new[match.new].columns[place].defaultValue = nil
                new[match.new].primaryKey = .init(columns: key.columns, autoIncrement: true)
            } else {
                leaveOut("a key of new columns")
                new[match.new].primaryKey = .init()
            }
        }
        for column in new[match.new].columns.indices where new[match.new].columns[column].autoIncrement {
            if !["smallint", "integer", "bigint"].contains(new[match.new].columns[column].type.word) {
                new[match.new].columns[column].autoIncrement = false
            }
        }
        guard !old[match.old].primaryKey.autoIncrement else { return }
        for name in old[match.old].primaryKey.columns where match.newNames[name] == nil {
            guard var column = old[match.old].column(named: name), new[match.new].column(named: name) == nil else {
                continue
            }
            leaveOut("a key that goes with its values")
            (column.key, column.reference) = (nil, nil)
            new[match.new].columns.append(column)
        }
    }

    /// A type that values are never turned into.
    private mutating func fitTypes(_ match: FittedTable) {
        for (newName, oldName) in match.columns.sorted(by: { $0.key < $1.key }) {
            guard let before = old[match.old].column(named: oldName),
                let place = new[match.new].columns.firstIndex(where: { $0.name == newName })
            else { continue }
            let after = new[match.new].columns[place]
            guard before.type.structure != after.type.structure else { continue }
            // A foreign key holds what it names, of whatever type.
            let isNamed = before.reference != nil && after.reference == nil
            guard isNamed || before.type.common(with: after.type) == nil else { continue }
            leaveOut("a type that values are not turned into")
            new[match.new].columns[place].type = before.type
            new[match.new].columns[place].defaultValue = nil
        }
    }
}

// What is there on one side only.
extension FittedPair {
    /// All rows would have the same value in a unique index, or one that names no row.
    private mutating func fitNew(_ match: FittedTable) {
        for place in new[match.new].columns.indices {
            let column = new[match.new].columns[place]
            guard match.columns[column.name] == nil, column.key == nil else { continue }
            let isUnique = new[match.new].indexes.contains { $0.isUnique && $0.mentions(column.name) }
            guard isUnique || column.reference != nil else { continue }
            let namesRows = column.reference.map { reference in
                matches.contains { other in
                    new[other.new].name == reference.table && other.columns[reference.column] != nil
                }
            }
            guard isUnique || namesRows == false, !column.allowNull || column.defaultValue != nil else { continue }
            leaveOut("a required column that is unique or refers to a new table")
            new[match.new].columns[place].allowNull = true
            new[match.new].columns[place].defaultValue = nil
        }
    }

    /// The same on the way back.
    private mutating func fitGone(_ match: FittedTable) {
        for place in old[match.old].columns.indices {
            let column = old[match.old].columns[place]
            guard match.newNames[column.name] == nil, column.key == nil,
                !column.allowNull || column.defaultValue != nil
            else { continue }
            let isUnique = old[match.old].indexes.contains { $0.isUnique && $0.mentions(column.name) }
            guard isUnique || column.reference != nil else { continue }
            leaveOut("a required column that goes and was unique or a foreign key")
            old[match.old].columns[place].allowNull = true
            old[match.old].columns[place].defaultValue = nil
        }
    }
}

// Foreign keys.
extension FittedPair {
    /// Rows cannot name rows of a table that they were not made for. Both ends have one type.
    private mutating func fitReferences() {
        let matches = self.matches
        for place in new.indices {
            let match = matches.first { $0.new == place }
            for column in new[place].columns.indices {
                guard let reference = new[place].columns[column].reference else { continue }
                let target = new.firstIndex { $0.name == reference.table }
                let type = target.flatMap { new[$0].column(named: reference.column)?.type }
                guard let target, let type, new[target].isUnique(reference.column) else {
                    new[place].columns[column].reference = nil
                    continue
                }
                let before = match.flatMap { match in
                    match.columns[new[place].columns[column].name].flatMap { old[match.old].column(named: $0) }
                }
                if type.structure != new[place].columns[column].type.structure {
                    if before == nil, new[place].columns[column].key == nil {
                        new[place].columns[column].type = type
                    } else {
                        leaveOut("a foreign key whose type cannot follow")
                        new[place].columns[column].reference = nil
                    }
                    continue
                }
                guard let before else { continue }
                let other = matches.first { $0.new == target }
                let known = other.flatMap { other in
                    other.columns[reference.column].map { (table: old[other.old].name, column: $0) }
                }
                let wasSame = known.map { before.reference?.table == $0.table && before.reference?.column == $0.column }
                let wasFree =
                    before.reference == nil
                    && known.map { known in
                        old.first { $0.name == known.table }?.column(named: known.column)?.type.structure
                            == before.type.structure
                            && !old.leads(from: known.table, to: match.map { old[$0.old].name } ?? "")
                    } == true
                if wasSame != true, !wasFree {
                    leaveOut("a foreign key to other rows than before")
                    new[place].columns[column].reference = nil
                }
            }
        }
        for place in old.indices {
            for column in old[place].columns.indices {
                guard let reference = old[place].columns[column].reference else { continue }
                let target = old.first { $0.name == reference.table }
                if target?.isUnique(reference.column) != true { old[place].columns[column].reference = nil }
                let isKept = matches.contains { match in
                    match.old == place && match.newNames[old[place].columns[column].name] != nil
                }
                let targetStays = matches.contains { match in
                    old[match.old].name == reference.table && match.newNames[reference.column] != nil
                }
                if isKept, !targetStays {
                    leaveOut("a column that stays when what it refers to goes")
                    old[place].columns[column].reference = nil
                }
            }
        }
    }

    /// A row that has to name another one of a circle can never be the first.
    private mutating func loosenCircles() {
        var circles: Set<String> = []
        for tables in [old, new] {
            for table in tables {
                for column in table.columns {
                    if let target = column.reference?.table, tables.leads(from: target, to: table.name) {
                        circles.insert(Self.mark(table, column))
                    }
                }
            }
        }
        if Self.loosen(&old, circles) || Self.loosen(&new, circles) { leaveOut("a required foreign key in a circle") }
    }

    private static func mark(_ table: Table, _ column: Table.Column) -> String {
        "\(table.model)\u{0}\(column.attribute)"
    }

    private static func loosen(_ tables: inout [Table], _ circles: Set<String>) -> Bool {
        var isLoosened = false
        for place in tables.indices {
            for column in tables[place].columns.indices where !tables[place].columns[column].allowNull {
                guard circles.contains(mark(tables[place], tables[place].columns[column])) else { continue }
                if tables[place].columns[column].key == nil {
                    tables[place].columns[column].allowNull = true
                } else if tables[place].columns[column].reference != nil {
                    tables[place].columns[column].reference = nil
                } else {
                    continue
                }
                isLoosened = true
            }
        }
        return isLoosened
    }
}

extension [Table] {
    /// Whether foreign keys lead from a table to another, or it is the same.
    fileprivate func leads(from start: String, to end: String) -> Bool {
        var (seen, waiting): (Set<String>, [String]) = ([], [start])
        while let name = waiting.popLast() {
            if name == end { return true }
            guard seen.insert(name).inserted else { continue }
            waiting += first { $0.name == name }?.columns.compactMap(\.reference?.table) ?? []
        }
        return false
    }
}

// Rows.
extension FittedPair {
    private mutating func demandRows() {
        for match in matches {
            var demand = RowDemand()
            let (before, after) = (old[match.old], new[match.new])
            for index in after.indexes where index.isUnique {
                demand.unique(index.names.compactMap { match.columns[$0] }, of: index.names.count)
            }
            if before.primaryKey.columns != after.primaryKey.columns {
                let names = after.primaryKey.columns
                demand.unique(names.compactMap { match.columns[$0] }, of: names.count)
            }
            for column in after.columns {
                guard let oldColumn = match.columns[column.name].flatMap({ before.column(named: $0) }) else {
                    fill(column, of: after)
                    continue
                }
                let isRetyped = column.type.structure != oldColumn.type.structure
                if isRetyped { demand.values[oldColumn.name] = oldColumn.type.common(with: column.type) }
                if column.reference != nil, oldColumn.reference == nil, let reference = column.reference {
                    demand.keys[oldColumn.name] = oldName(of: reference)
                }
                guard !column.allowNull || column.isPrimaryKey, oldColumn.allowNull else { continue }
                let isFilled =
                    !isRetyped && column.key == nil && column.reference == nil && column.name.utf8.count % 2 == 0
                    && !after.indexes.contains { $0.isUnique && $0.mentions(column.name) }
                    // Filled rows are alike, and on the way back no two of them may be.
                    && !before.indexes.contains { $0.isUnique && $0.mentions(oldColumn.name) }
                if isFilled { fill(column, of: after) } else { demand.required.insert(oldColumn.name) }
            }
            demands[before.name] = demand
        }
    }

    private mutating func fill(_ column: Table.Column, of table: Table) {
        guard !column.allowNull, !column.autoIncrement, column.defaultValue?.structure == nil || column.key == nil
        else { return }
        if let reference = column.reference {
            let (key, target) = (quote(reference.column), quote(reference.table))
            let row = "SELECT \(key) FROM \(target) WHERE \(key) IS NOT NULL ORDER BY \(key) LIMIT 1"
            backfills[table.name, default: [:]][column.name] = .sql(row)
        } else {
            backfills[table.name, default: [:]][column.name] = column.type.filler
        }
    }

    private func oldName(of reference: Table.ForeignKey) -> (table: String, column: String)? {
        matches.first { new[$0.new].name == reference.table }.flatMap { match in
            match.columns[reference.column].map { (old[match.old].name, $0) }
        }
    }
}
