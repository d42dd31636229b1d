// What takes back a migration that was done in part, where the database could not do it.
extension [SchemaOperation] {
    /// What takes back each of these, in their own order; carry them out from the last to the first. Nil stands where
    /// there is nothing to do: rows go with the table that was made before them.
    ///
    /// - Throws: ``IrreversibleMigration``, which names those that cannot be taken back.
    func inverses() throws -> [SchemaOperation?] {
        var made: Set<String> = []
        var lasting: [String] = []
        let inverses = map { operation -> SchemaOperation? in
            if case .createTable(let table) = operation { made.insert(table.name) }
            if let inverse = operation.inverse { return inverse }
            if operation.table.map({ !made.contains($0) }) ?? true { lasting.append(operation.description) }
            return nil
        }
        guard lasting.isEmpty else {
            throw IrreversibleMigration("nothing takes back \(lasting.joined(separator: ", "))")
        }
        return inverses
    }
}

extension SchemaOperation {
    fileprivate var inverse: SchemaOperation? {
        switch self {
        case .createTable(let table): .dropTable(table.name)
        case .renameTable(let name, let newName): .renameTable(newName, to: name)
        case .addColumn(let table, let column): .removeColumn(table: table, column.name)
        case .renameColumn(let table, let name, let newName): .renameColumn(table: table, newName, to: name)
        case .renameIndex(let table, let name, let newName): .renameIndex(table: table, newName, to: name)
        case .addIndex(let index): .removeIndex(table: index.table, name: index.name)
        case .addConstraint(let table, let constraint):
            constraint.name.map { .removeConstraint(table: table, name: $0) }
        default: nil
        }
    }

    /// The table whose rows or columns it changes; nil for what may change any.
    var table: String? {
        switch self {
        case .createTable(let table): table.name
        case .dropTable(let name), .renameTable(let name, _): name
        case .addColumn(let table, _), .removeColumn(let table, _), .renameColumn(let table, _, _),
            .changeColumn(let table, _), .removeIndex(let table, _), .addConstraint(let table, _),
            .removeConstraint(let table, _), .bulkInsert(let table, _), .bulkUpdate(let table, _, _),
            .bulkDelete(let table, _), .bulkUpsert(let table, _, _, _),
            .changePrimaryKey(let table, _, _), .renameIndex(let table, _, _):
            table
        case .addIndex(let index): index.table
        case .execute, .run: nil
        }
    }
}
