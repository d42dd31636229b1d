// Foreign keys and indexes that stand in the way.
extension TableDifference {
    mutating func disturb() {
        for change in changes {
            for column in change.disturbedColumns { disturbed.insert(ColumnName(table: change.name, column: column)) }
        }
        for (table, index) in indexesInTheWay where index.isUniqueEverywhere && index.names.count == 1 {
            disturbed.insert(ColumnName(table: table, column: index.names[0]))
        }
    }

    /// Indexes of tables that go, whose names are needed before that.
    var indexesInTheWay: [(table: String, index: Index)] {
        guard !gone.isEmpty else { return [] }
        let names = Set(
            changes.flatMap { $0.addedIndexes.map(\.name) + $0.renamedIndexes.map(\.newName) }
                + added.flatMap { $0.indexes.map(\.name) })
        return gone.flatMap { table in
            table.indexes.filter { names.contains($0.name) }.map { (table.name, $0) }
        }
    }

    mutating func removeForeignKeysInTheWay() throws(Diagnostic) {
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

    mutating func removeForeignKey(of name: String, _ table: String) throws(Diagnostic) {
        guard let column = tables[table]?.column(named: name), column.reference != nil else { return }
        waiting[ColumnName(table: table, column: name)] =
            wantedTables[table]?.column(named: name)?.reference
        var without = column
        without.reference = nil
        try emit(.changeColumn(table: table, from: column, to: without))
    }

    mutating func removeIndexes() throws(Diagnostic) {
        for change in changes {
            for index in change.removedIndexes { try emit(.removeIndex(table: change.name, index)) }
        }
        for (table, index) in indexesInTheWay { try emit(.removeIndex(table: table, index)) }
        try renameIndexes()
    }

    mutating func renameIndexes() throws(Diagnostic) {
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
