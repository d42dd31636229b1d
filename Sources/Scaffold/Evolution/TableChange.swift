/// What is different between a table as it is, every rename done, and as it is wanted.
struct TableChange: Sendable {
    let after: Table
    private(set) var addedColumns: [Table.Column] = []
    private(set) var removedColumns: [String] = []
    /// Columns of another type, before and after.
    private(set) var retyped: [(before: Table.Column, after: Table.Column)] = []
    private(set) var addedIndexes: [Index] = []
    private(set) var removedIndexes: [Index] = []
    private(set) var renamedIndexes: [(index: Index, newName: String)] = []
    /// Other columns in the primary key, or in another order.
    let changesKey: Bool
    /// Whether a column that has been in the key changes in itself.
    private(set) var changesColumnsOfKey = false
    /// The new words of enums, by column.
    private(set) var renamedValues: [String: [String: String]] = [:]
    private(set) var isEmpty = true
    private let oldKey: [String]

    var name: String { after.name }

    /// - Parameter values: the new words of enums, by column before.
    init(from before: Table, to after: Table, values: [String: [String: String]]) {
        self.after = after
        oldKey = before.primaryKey.columns
        changesKey = before.primaryKey.columns != after.primaryKey.columns
        guard before.structure != after.structure else { return }
        isEmpty = false
        let old = Dictionary(before.columns.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(after.columns.map { ($0.name, $0) }) { first, _ in first }
        addedColumns = after.columns.filter { old[$0.name] == nil }
        removedColumns = before.columns.map(\.name).filter { new[$0] == nil }
        for column in after.columns {
            guard let oldColumn = old[column.name] else { continue }
            if oldColumn.type.structure != column.type.structure { retyped.append((oldColumn, column)) }
            if oldColumn.isPrimaryKey, changesKey, column.differsBesidesKey(from: oldColumn) {
                changesColumnsOfKey = true
            }
        }
        compareIndexes(before)
        renameValues(values, old, new)
    }

    private mutating func compareIndexes(_ before: Table) {
        let old = Dictionary(before.indexes.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(after.indexes.map { ($0.name, $0) }) { first, _ in first }
        let retypedNames = Set(retyped.map(\.after.name))
        // A condition is read as the type of its column.
        func isKept(_ index: Index, _ other: Index?) -> Bool {
            index.structure == other?.structure && !index.conditions.contains { retypedNames.contains($0.attribute) }
        }
        addedIndexes = after.indexes.filter { !isKept($0, old[$0.name]) }
        for index in before.indexes where !isKept(index, new[index.name]) {
            let place = addedIndexes.firstIndex { other in
                old[other.name] == nil && new[index.name] == nil && index.isLike(other)
                    && !index.conditions.contains { retypedNames.contains($0.attribute) }
            }
            if let place {
                renamedIndexes.append((index, addedIndexes.remove(at: place).name))
            } else {
                removedIndexes.append(index)
            }
        }
    }

    private mutating func renameValues(
        _ values: [String: [String: String]], _ old: [String: Table.Column], _ new: [String: Table.Column]
    ) {
        for (column, words) in values {
            guard let before = old[column], let after = new[column] else { continue }
            let (gone, added) = (before.valuesGone(in: after), after.valuesGone(in: before))
            let known = words.filter { gone.contains($0.key) && added.contains($0.value) }
            if !known.isEmpty { renamedValues[column] = known }
        }
    }

    /// Columns of which no foreign key can be sure while the table changes: they go, get another type, or are not the
    /// only ones with their values any more.
    var disturbedColumns: Set<String> {
        var columns = Set(removedColumns + retyped.map(\.after.name))
        columns.formUnion(removedIndexes.filter { $0.isUniqueEverywhere && $0.names.count == 1 }.map { $0.names[0] })
        if changesKey { columns.formUnion(oldKey) }
        return columns
    }
}

extension Table.Column {
    /// Whether anything but its part in the key is another.
    fileprivate func differsBesidesKey(from other: Table.Column) -> Bool {
        var (column, other) = (structure, other.structure)
        (column.key, column.autoIncrement) = (other.key, other.autoIncrement)
        column.reference = other.reference
        return column != other
    }
}
