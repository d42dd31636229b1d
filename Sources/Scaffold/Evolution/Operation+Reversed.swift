extension Operation {
    /// What takes it back, in order. Nothing takes back a value that was filled in.
    var reversed: [Operation] {
        switch self {
        case .createTable(let table): [.dropTable(table.withoutIndexes)]
        case .dropTable(let table):
            [.createTable(table.withoutIndexes)] + table.indexes.map { .addIndex(table: table.name, $0) }
        case .renameTable(let name, let newName): [.renameTable(newName, to: name)]
        case .addColumn(let table, let column): [.removeColumn(table: table, column)]
        case .removeColumn(let table, let column): column.operationsBack(to: table)
        case .renameColumn(let table, let name, let newName): [.renameColumn(table: table, newName, to: name)]
        case .changeColumn(let table, let old, let new): [.changeColumn(table: table, from: new, to: old)]
        case .changePrimaryKey(let table, let old, let new): [.changePrimaryKey(table: table, from: new, to: old)]
        case .addIndex(let table, let index): [.removeIndex(table: table, index)]
        case .removeIndex(let table, let index): [.addIndex(table: table, index)]
        case .renameIndex(let table, let name, let newName): [.renameIndex(table: table, from: newName, to: name)]
        case .backfill(let table, let column, .replacing(let word, let newWord)):
            [.backfill(table: table, column: column, value: .replacing(newWord, with: word))]
        case .backfill, .requireNoRows: []
        }
    }
}

extension [Operation] {
    /// What takes all of them back, the last first. A table that goes takes its indexes along. What there is no way back
    /// for comes before all else, so that nothing is half done.
    var reversedOperations: [Operation] {
        var operations = rowsInTheWay
        for operation in reversed().flatMap(reversed) {
            if case .dropTable(let table) = operation {
                while case .removeIndex(table.name, _)? = operations.last { operations.removeLast() }
            }
            operations.append(operation)
        }
        return operations
    }

    /// Columns that cannot come back as they were while there are rows: these would need a value each, and nobody knows
    /// which.
    private var rowsInTheWay: [Operation] {
        compactMap { operation in
            guard case .removeColumn(let table, let column) = operation else { return nil }
            if let reference = column.reference ?? formerReference(of: column.name, table), !column.allowNull,
                column.defaultValue?.structure == nil
            {
                let reason = "nobody knows which rows of '\(reference.table)' were named in '\(column.name)'"
                return .requireNoRows(table: table, because: reason)
            }
            let wasUnique = contains { other in
                guard case .removeIndex(table, let index) = other else { return false }
                return index.isUnique && index.names == [column.name]
            }
            guard wasUnique, !column.allowNull || column.defaultValue?.structure != nil else { return nil }
            let reason = "nobody knows what each row held in '\(column.name)', where no two held the same"
            return .requireNoRows(table: table, because: reason)
        }
    }

    /// The foreign key that was taken off a column before it went.
    private func formerReference(of column: String, _ table: String) -> Table.ForeignKey? {
        for case .changeColumn(table, let old, let new) in self where old.name == column && new.reference == nil {
            if let reference = old.reference { return reference }
        }
        return nil
    }

    /// A column that has been the counted key comes back empty: it is numbered when it is made the key again.
    private func reversed(_ operation: Operation) -> [Operation] {
        guard case .removeColumn(let table, var column) = operation else { return operation.reversed }
        let wasCounted = contains { other in
            guard case .changePrimaryKey(table, let key, _) = other else { return false }
            return key.autoIncrement && key.columns == [column.name]
        }
        guard wasCounted else { return operation.reversed }
        column.allowNull = true
        return [.addColumn(table: table, column)]
    }
}

extension Table.Column {
    /// What gives a column back that was removed. What it held is gone: where it must hold something, rows that are there
    /// get the least that its type has. (Nobody knows which row a foreign key named.)
    fileprivate func operationsBack(to table: String) -> [Operation] {
        guard !allowNull, reference == nil, defaultValue?.structure == nil else {
            return [.addColumn(table: table, self)]
        }
        var open = self
        open.allowNull = true
        return [
            .addColumn(table: table, open), .backfill(table: table, column: name, value: type.least),
            .changeColumn(table: table, from: open, to: self),
        ]
    }
}

extension ColumnType {
    /// A value of the type that says nothing: no text, the number 0, the first word of an enum.
    fileprivate var least: Backfill {
        switch word {
        case "smallint", "integer", "bigint", "float", "double", "decimal": .value(.integer(0))
        case "boolean": .value(.boolean(false))
        case "date": .value(.now)
        case "dateonly": .sql("'1970-01-01'")
        case "time": .sql("'00:00:00'")
        case "uuid": .sql("'00000000-0000-0000-0000-000000000000'")
        case "blob": .sql("''")
        case "json": .sql("'{}'")
        case _ where word.hasPrefix("array "): .sql("'[]'")
        case "enum": .value(.enumCase(values.first ?? ""))
        default: .value(.string(""))
        }
    }
}
