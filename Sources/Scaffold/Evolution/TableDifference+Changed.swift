// What is there and becomes something else.
extension TableDifference {
    mutating func changeColumns() throws(Diagnostic) {
        for change in changes {
            for column in change.after.columns { try self.change(column, change) }
        }
    }

    mutating func change(_ column: Table.Column, _ change: TableChange) throws(Diagnostic) {
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

    mutating func change(
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
    mutating func removePrimaryKeys() throws(Diagnostic) {
        for change in changes where change.changesKey && change.changesColumnsOfKey {
            try changeKey(of: change.name, to: Table.PrimaryKey())
        }
    }

    mutating func changePrimaryKeys() throws(Diagnostic) {
        for change in changes where change.changesKey {
            try changeKey(of: change.name, to: change.after.primaryKey)
        }
    }

    mutating func changeKey(of table: String, to new: Table.PrimaryKey) throws(Diagnostic) {
        guard let old = tables[table]?.primaryKey, old != new else { return }
        try emit(.changePrimaryKey(table: table, from: old, to: new))
    }
}
