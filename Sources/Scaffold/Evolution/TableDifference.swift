/// What leads from the tables that there are to those that are wanted: operations in an order that works on every
/// engine.
///
/// ```swift
/// let difference = try TableDifference(from: recorded, to: wanted)
/// for operation in difference.operations { try operation.apply(to: &tables) }
/// ```
struct TableDifference: Sendable {
    /// In the order in which they have to run.
    private(set) var operations: [Operation] = []
    /// What goes and what comes, where the two may be one under another name.
    private(set) var candidates: [RenameCandidate] = []
    /// Columns that rows which are there would have no value for.
    private(set) var needs: [NeedsValue] = []

    /// The tables as the operations so far leave them.
    private var tables: TableSet
    private let wanted: [Table]
    private let wantedTables: [String: Table]
    private let renames: Renames
    private let backfills: [String: [String: Backfill]]
    /// The tables that are there before and after and differ, by their names now.
    private var changes: [TableChange] = []
    private var gone: [Table] = []
    private var added: [Table] = []
    private var createdTables: Set<String> = []
    /// Foreign keys that wait until what they point at is there.
    private var waiting: [ColumnName: Table.ForeignKey] = [:]
    /// Indexes whose new name was taken when their turn came.
    private var delayedIndexes: [(table: String, index: Index)] = []
    /// Columns that no foreign key may point at until all changes are done.
    private var disturbed: Set<ColumnName> = []

    /// - Parameters:
    ///   - old: the tables that there are.
    ///   - new: the tables that are wanted.
    ///   - renames: what is called otherwise now; a table whose model, and a column whose attribute, is still called
    ///     the same is known by that.
    ///   - backfills: what rows that are there get, by table and column as they are called now.
    /// - Throws: ``Diagnostic`` when the tables that there are contradict themselves.
    init(
        from old: [Table], to new: [Table], renames: Renames = Renames(),
        backfills: [String: [String: Backfill]] = [:]
    ) throws(Diagnostic) {
        tables = TableSet(old)
        wanted = new
        wantedTables = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        self.renames = renames
        self.backfills = backfills
        let match = NameMatch(old, new, renames)
        try renameTables(match)
        try compare(match, TableSet(old))
        disturb()
        try removeForeignKeysInTheWay()
        try removeIndexes()
        try createTables()
        try addColumns()
        try removePrimaryKeys()
        try changeColumns()
        try changePrimaryKeys()
        try addIndexes()
        try addForeignKeys()
        try removeColumns()
        try dropTables()
    }

    private mutating func emit(_ operation: Operation) throws(Diagnostic) {
        try operation.apply(to: &tables)
        operations.append(operation)
    }
}

/// A column that would be null in rows that are there, or may be, and must not.
struct NeedsValue: Equatable, Hashable, Sendable {
    var table: String
    var column: String
    /// Whether the column is new; otherwise it has allowed null so far.
    var isNew: Bool
}

private struct ColumnName: Hashable, Comparable, Sendable {
    var table: String
    var column: String

    static func < (a: ColumnName, b: ColumnName) -> Bool { (a.table, a.column) < (b.table, b.column) }
}

// Names and comparison.
extension TableDifference {
    private mutating func renameTables(_ match: NameMatch) throws(Diagnostic) {
        let steps = RenameSteps(match.pairs.map { ($0.old, $0.new) }, among: tables.all.map(\.name)).steps
        for step in steps { try emit(.renameTable(step.from, to: step.to)) }
        // A table that made room for another is called otherwise when it goes.
        let names = Dictionary(steps.map { ($0.from, $0.to) }) { _, last in last }
        gone = match.gone.compactMap { name in tables[names[name] ?? name] }
    }

    private mutating func compare(_ match: NameMatch, _ old: TableSet) throws(Diagnostic) {
        added = match.added.compactMap { wantedTables[$0] }
        candidates = RenameCandidate.tables(match.gone.compactMap { old[$0] }, added)
        var words: [String: [String: [String: String]]] = [:]
        for (oldName, name) in match.pairs {
            guard let before = old[oldName], let after = wantedTables[name] else { continue }
            let columns = NameMatch(before, after, renames)
            let steps = RenameSteps(columns.pairs.map { ($0.old, $0.new) }, among: before.columns.map(\.name)).steps
            for step in steps { try emit(.renameColumn(table: name, step.from, to: step.to)) }
            candidates += RenameCandidate.columns(
                of: oldName, columns.gone.compactMap(before.column), columns.added.compactMap(after.column))
            for pair in columns.pairs {
                guard let oldColumn = before.column(named: pair.old), let new = after.column(named: pair.new),
                    oldColumn.type != new.type
                else { continue }
                let said = renames.values[oldName]?[pair.old] ?? [:]
                words[name, default: [:]][pair.new] = said
                candidates += RenameCandidate.values(of: oldColumn, oldName, new).filter { said[$0.old] == nil }
            }
        }
        for (_, name) in match.pairs {
            guard let before = tables[name], let after = wantedTables[name] else { continue }
            let change = TableChange(from: before, to: after, values: words[name] ?? [:])
            if !change.isEmpty { changes.append(change) }
        }
    }
}

// Foreign keys and indexes that stand in the way.
extension TableDifference {
    private mutating func disturb() {
        for change in changes {
            for column in change.disturbedColumns { disturbed.insert(ColumnName(table: change.name, column: column)) }
        }
        for (table, index) in indexesInTheWay where index.isUniqueEverywhere && index.names.count == 1 {
            disturbed.insert(ColumnName(table: table, column: index.names[0]))
        }
    }

    /// Indexes of tables that go, whose names are needed before that.
    private var indexesInTheWay: [(table: String, index: Index)] {
        guard !gone.isEmpty else { return [] }
        let names = Set(
            changes.flatMap { $0.addedIndexes.map(\.name) + $0.renamedIndexes.map(\.newName) }
                + added.flatMap { $0.indexes.map(\.name) })
        return gone.flatMap { table in
            table.indexes.filter { names.contains($0.name) }.map { (table.name, $0) }
        }
    }

    private mutating func removeForeignKeysInTheWay() throws(Diagnostic) {
        for target in Set(disturbed.map(\.table)).sorted() {
            for (holder, column) in tables.references(to: target) {
                guard let reference = column.reference,
                    disturbed.contains(ColumnName(table: target, column: reference.column))
                else { continue }
                try removeForeignKey(of: column.name, holder)
            }
        }
        gone = TableOrder.sorted(gone).reversed()
        var left = Set(gone.map(\.name))
        for table in gone {
            left.remove(table.name)
            for (holder, column) in tables.references(to: table.name) {
                // A table that comes back has its unique indexes after its columns.
                let isOwn = holder == table.name && table.column(named: column.reference?.column ?? "")?.key != .alone
                if left.contains(holder) || isOwn { try removeForeignKey(of: column.name, holder) }
            }
        }
    }

    private mutating func removeForeignKey(of name: String, _ table: String) throws(Diagnostic) {
        guard let column = tables[table]?.column(named: name), column.reference != nil else { return }
        waiting[ColumnName(table: table, column: name)] =
            wantedTables[table]?.column(named: name)?.reference
        var without = column
        without.reference = nil
        try emit(.changeColumn(table: table, from: column, to: without))
    }

    private mutating func removeIndexes() throws(Diagnostic) {
        for change in changes {
            for index in change.removedIndexes { try emit(.removeIndex(table: change.name, index)) }
        }
        for (table, index) in indexesInTheWay { try emit(.removeIndex(table: table, index)) }
        try renameIndexes()
    }

    private mutating func renameIndexes() throws(Diagnostic) {
        let renames = changes.flatMap { change in change.renamedIndexes.map { (change.name, $0.index, $0.newName) } }
        guard !renames.isEmpty else { return }
        var taken = Set(tables.all.flatMap { $0.indexes.map(\.name) })
        for (table, index, newName) in renames {
            taken.remove(index.name)
            if taken.insert(newName).inserted {
                try emit(.renameIndex(table: table, from: index.name, to: newName))
            } else {
                try emit(.removeIndex(table: table, index))
                var renamed = index
                renamed.name = newName
                delayedIndexes.append((table, renamed))
            }
        }
    }
}

// What is new.
extension TableDifference {
    private mutating func createTables() throws(Diagnostic) {
        for table in TableOrder.sorted(added) {
            var made = table.withoutIndexes
            for place in made.columns.indices {
                made.columns[place].reference = reference(of: table.columns[place], in: table.name, creating: table)
            }
            try emit(.createTable(made))
            for index in table.indexes { try emit(.addIndex(table: table.name, index)) }
            createdTables.insert(table.name)
            try addForeignKeys(to: table.name)
        }
    }

    private mutating func addColumns() throws(Diagnostic) {
        for change in changes {
            for column in change.addedColumns {
                var new = column
                (new.key, new.autoIncrement) = (nil, false)
                new.reference = reference(of: column, in: change.name)
                let isFilled = column.autoIncrement || backfills[change.name]?[column.name] != nil
                if !column.allowNull, column.defaultValue?.structure == nil {
                    if isFilled {
                        new.allowNull = true
                    } else {
                        needs.append(NeedsValue(table: change.name, column: column.name, isNew: true))
                    }
                }
                try emit(.addColumn(table: change.name, new))
            }
        }
    }

    private mutating func addIndexes() throws(Diagnostic) {
        for change in changes {
            for index in change.addedIndexes { try emit(.addIndex(table: change.name, index)) }
        }
        for (table, index) in delayedIndexes { try emit(.addIndex(table: table, index)) }
    }

    /// The foreign key of a column where it can be there already; otherwise nil, and it waits.
    private mutating func reference(
        of column: Table.Column, in table: String, creating: Table? = nil
    ) -> Table.ForeignKey? {
        guard let reference = column.reference else { return nil }
        if isReady(reference, creating) { return reference }
        waiting[ColumnName(table: table, column: column.name)] = reference
        return nil
    }

    private func isReady(_ reference: Table.ForeignKey, _ creating: Table? = nil) -> Bool {
        if let creating, creating.name == reference.table {
            return creating.column(named: reference.column)?.key == .alone
        }
        return tables[reference.table]?.isUnique(reference.column) == true
            && !disturbed.contains(ColumnName(table: reference.table, column: reference.column))
    }

    /// Adds the foreign keys that have waited.
    ///
    /// - Parameter target: only those of new tables that wait for this one; otherwise all.
    private mutating func addForeignKeys(to target: String? = nil) throws(Diagnostic) {
        guard !waiting.isEmpty else { return }
        for (name, reference) in waiting.sorted(by: { $0.key < $1.key }) {
            if let target, reference.table != target || !createdTables.contains(name.table) { continue }
            waiting[name] = nil
            guard let column = tables[name.table]?.column(named: name.column) else { continue }
            var with = column
            with.reference = reference
            try emit(.changeColumn(table: name.table, from: column, to: with))
        }
    }
}

// What is there and becomes something else.
extension TableDifference {
    private mutating func changeColumns() throws(Diagnostic) {
        for change in changes {
            for column in change.after.columns { try self.change(column, change) }
        }
    }

    private mutating func change(_ column: Table.Column, _ change: TableChange) throws(Diagnostic) {
        guard let before = tables[change.name]?.column(named: column.name) else { return }
        var new = column
        if change.changesKey { (new.key, new.autoIncrement) = (before.key, before.autoIncrement) }
        // The key that is counted up numbers its rows itself.
        if change.changesKey, column.autoIncrement { new.allowNull = before.allowNull }
        if waiting[ColumnName(table: change.name, column: column.name)] != nil {
            new.reference = nil
        } else if before.reference != column.reference {
            new.reference = reference(of: column, in: change.name)
        }
        try self.change(before, to: new, change)
    }

    private mutating func change(
        _ before: Table.Column, to new: Table.Column, _ change: TableChange
    ) throws(Diagnostic) {
        var before = before
        if let words = change.renamedValues[before.name] {
            var both = before
            both.type.values += new.type.values.filter { !before.type.values.contains($0) }
            try emit(.changeColumn(table: change.name, from: before, to: both))
            for (word, newWord) in words.sorted(by: { $0.key < $1.key }) {
                try emit(
                    .backfill(table: change.name, column: before.name, value: .replacing(word, with: newWord)))
            }
            before = both
        }
        if before.allowNull, !new.allowNull {
            if let value = backfills[change.name]?[before.name] {
                var open = new
                open.allowNull = true
                if open.structure != before.structure {
                    try emit(.changeColumn(table: change.name, from: before, to: open))
                    before = open
                }
                try emit(.backfill(table: change.name, column: before.name, value: value))
            } else {
                needs.append(NeedsValue(table: change.name, column: before.name, isNew: false))
            }
        }
        guard before.structure != new.structure else { return }
        try emit(.changeColumn(table: change.name, from: before, to: new))
    }

    /// Where a column of the key changes too, the key goes before and comes back after.
    private mutating func removePrimaryKeys() throws(Diagnostic) {
        for change in changes where change.changesKey && change.changesColumnsOfKey {
            try changeKey(of: change.name, to: Table.PrimaryKey())
        }
    }

    private mutating func changePrimaryKeys() throws(Diagnostic) {
        for change in changes where change.changesKey {
            try changeKey(of: change.name, to: change.after.primaryKey)
        }
    }

    private mutating func changeKey(of table: String, to new: Table.PrimaryKey) throws(Diagnostic) {
        guard let old = tables[table]?.primaryKey, old != new else { return }
        try emit(.changePrimaryKey(table: table, from: old, to: new))
    }
}

// What goes.
extension TableDifference {
    private mutating func removeColumns() throws(Diagnostic) {
        for change in changes {
            for name in change.removedColumns {
                guard let column = tables[change.name]?.column(named: name) else { continue }
                try emit(.removeColumn(table: change.name, column))
            }
        }
    }

    private mutating func dropTables() throws(Diagnostic) {
        for table in gone {
            guard let table = tables[table.name] else { continue }
            try emit(.dropTable(table))
        }
    }
}
