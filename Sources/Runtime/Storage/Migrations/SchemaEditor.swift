/// Carries out operations that change tables, in the engine's own way.
package protocol SchemaEditor {
    func createTable(_ table: TableBlueprint) throws
    func dropTable(_ name: String) throws
    func renameTable(_ name: String, to newName: String) throws
    func addColumn(_ column: ColumnBlueprint, to table: String) throws
    func removeColumn(_ name: String, of table: String) throws
    func renameColumn(_ name: String, of table: String, to newName: String) throws
    func changeColumn(_ column: ColumnBlueprint, of table: String) throws
    func changePrimaryKey(_ columns: [String], autoIncrement: Bool, of table: String) throws
    func addIndex(_ index: IndexBlueprint) throws
    func renameIndex(_ name: String, of table: String, to newName: String) throws
    func removeIndex(_ name: String, of table: String) throws
    func addConstraint(_ constraint: TableConstraint, to table: String) throws
    func removeConstraint(_ name: String, of table: String) throws
}

extension SchemaEditor {
    /// Carries out one operation.
    func apply(_ operation: SchemaOperation, rows: SeedWriter) throws {
        switch operation {
        case .createTable(let table): try createTable(table)
        case .dropTable(let name): try dropTable(name)
        case .renameTable(let name, let newName): try renameTable(name, to: newName)
        case .addColumn(let table, let column): try addColumn(column, to: table)
        case .removeColumn(let table, let name): try removeColumn(name, of: table)
        case .renameColumn(let table, let name, let newName): try renameColumn(name, of: table, to: newName)
        case .changeColumn(let table, let column): try changeColumn(column, of: table)
        case .changePrimaryKey(let table, let columns, let counts):
            try changePrimaryKey(columns, autoIncrement: counts, of: table)
        case .addIndex(let index): try addIndex(index)
        case .renameIndex(let table, let name, let newName): try renameIndex(name, of: table, to: newName)
        case .removeIndex(let table, let name): try removeIndex(name, of: table)
        case .addConstraint(let table, let constraint): try addConstraint(constraint, to: table)
        case .removeConstraint(let table, let name): try removeConstraint(name, of: table)
        case .bulkInsert(let table, let items): try rows.insert(items, into: table)
        case .bulkUpsert(let table, let items, let conflict, let update):
            try rows.upsert(items, into: table, conflict: conflict, update: update)
        case .bulkUpdate(let table, let row, let condition): try rows.update(table, row, where: condition)
        case .bulkDelete(let table, let condition): try rows.delete(from: table, where: condition)
        case .execute(let sql): try rows.connection.run(script: sql)
        case .run(let code):
            try code.body(MigrationConnection(connection: rows.connection, dialect: rows.dialect))
        }
    }
}
