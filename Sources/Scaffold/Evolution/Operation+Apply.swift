// Operations played on tables in memory: what a database would have after them.

extension Operation {
    /// Does to the tables what a database does.
    ///
    /// - Throws: ``Diagnostic`` where it does not fit: what it changes is not there, or what it adds is there already.
    func apply(to tables: inout TableSet) throws(Diagnostic) {
        if case .createTable(let table) = self {
            try tables.requireFree(table.name)
            return tables.insert(table.withoutIndexes)
        }
        guard let before = tables[table] else { throw .unfit("there is no table '\(table)'") }
        switch self {
        case .createTable: break
        case .dropTable: tables.remove(table)
        case .renameTable(_, let newName):
            try tables.requireFree(newName)
            tables.rename(table, to: newName)
        case .renameColumn(_, let name, let newName):
            _ = try before.known(name)
            try before.requireFree(newName)
            tables.rename(name, of: table, to: newName)
        default:
            var after = before
            try applyInside(&after)
            tables.update(table) { $0 = after }
        }
    }

    /// Does to the tables what a database does; of two that have one name the first counts.
    ///
    /// - Throws: ``Diagnostic`` where it does not fit.
    func apply(to tables: inout [Table]) throws(Diagnostic) {
        var set = TableSet(tables)
        try apply(to: &set)
        tables = set.all
    }

    /// What changes one table alone.
    private func applyInside(_ table: inout Table) throws(Diagnostic) {
        switch self {
        case .addColumn(_, let column):
            try table.requireFree(column.name)
            table.columns.append(column)
        case .removeColumn(_, let column):
            let place = try table.known(column.name)
            guard table.columns[place].key == nil else {
                throw .unfit("'\(table.name).\(column.name)' is part of the primary key")
            }
            table.columns.remove(at: place)
            table.indexes.removeAll { $0.mentions(column.name) }
        case .changeColumn(_, let old, let new):
            let place = try table.known(old.name)
            guard table.columns[place].structure == old.structure else {
                throw .unfit("'\(table.name).\(old.name)' is not what it was when the change was planned")
            }
            table.columns[place] = new
        case .changePrimaryKey(_, let old, let new):
            guard table.primaryKey == old else {
                throw .unfit("the primary key of '\(table.name)' is not what it was when the change was planned")
            }
            for column in new.columns { _ = try table.known(column) }
            table.primaryKey = new
        case .addIndex(_, let index):
            guard !table.indexes.contains(where: { $0.name == index.name }) else {
                throw .unfit("there is an index '\(index.name)' on '\(table.name)' already")
            }
            for column in index.names + index.conditions.map(\.attribute) { _ = try table.known(column) }
            table.indexes.append(index)
        case .removeIndex(_, let index): table.indexes.remove(at: try table.known(index: index.name))
        case .renameIndex(_, let name, let newName): table.indexes[try table.known(index: name)].name = newName
        case .backfill(_, let column, _): _ = try table.known(column)
        case .createTable, .dropTable, .renameTable, .renameColumn, .requireNoRows: break
        }
    }
}

extension TableSet {
    fileprivate func requireFree(_ name: String) throws(Diagnostic) {
        guard self[name] == nil else { throw .unfit("there is a table '\(name)' already") }
    }
}

extension Table {
    fileprivate func known(_ column: String) throws(Diagnostic) -> Int {
        guard let place = columns.firstIndex(where: { $0.name == column }) else {
            throw .unfit("the table '\(name)' has no column '\(column)'")
        }
        return place
    }

    fileprivate func known(index: String) throws(Diagnostic) -> Int {
        guard let place = indexes.firstIndex(where: { $0.name == index }) else {
            throw .unfit("the table '\(name)' has no index '\(index)'")
        }
        return place
    }

    fileprivate func requireFree(_ column: String) throws(Diagnostic) {
        guard self.column(named: column) == nil else {
            throw .unfit("the table '\(name)' has a column '\(column)' already")
        }
    }
}

extension Index {
    /// Whether it is about a column, or about rows that have a certain value there.
    func mentions(_ column: String) -> Bool {
        names.contains(column) || conditions.contains { $0.attribute == column }
    }
}

extension Diagnostic {
    fileprivate static func unfit(_ message: String) -> Diagnostic {
        Diagnostic(message: message, suggestion: "\(Snapshot.path) has to say what the migrations have made so far")
    }
}
