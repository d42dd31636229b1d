// What goes.
extension TableDifference {
    mutating func removeColumns() throws(Diagnostic) {
        for change in changes {
            for name in change.removedColumns {
                guard let column = tables[change.name]?.column(named: name) else { continue }
                try emit(.removeColumn(table: change.name, column))
            }
        }
    }

    mutating func dropTables() throws(Diagnostic) {
        for table in gone {
            guard let table = tables[table.name] else { continue }
            try emit(.dropTable(table))
        }
    }
}
