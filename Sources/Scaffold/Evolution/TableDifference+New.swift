// What is new.
extension TableDifference {
    mutating func createTables() throws(Diagnostic) {
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

    mutating func addColumns() throws(Diagnostic) {
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

    mutating func addIndexes() throws(Diagnostic) {
        for change in changes {
            for index in change.addedIndexes { try emit(.addIndex(table: change.name, index)) }
        }
        for (table, index) in delayedIndexes { try emit(.addIndex(table: table, index)) }
    }

    /// The foreign key of a column where it can be there already; otherwise nil, and it waits.
    mutating func reference(
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
    mutating func addForeignKeys(to target: String? = nil) throws(Diagnostic) {
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
