// What a repair finds done in a database that never strayed.
extension SchemaOperation {
    /// Whether tables that there are have what it makes already, or have not what it takes away.
    ///
    /// What changes something that is there is never taken for done: doing it twice does no harm.
    func isDone(in tables: [TableDescription]) -> Bool {
        func table(_ name: String) -> TableDescription? { tables.first { $0.name == name } }
        func has(_ name: String, column: String) -> Bool { table(name)?.column(column) != nil }
        func has(_ name: String, index: String) -> Bool {
            table(name)?.indexes.contains { $0.name.text == index } ?? false
        }
        return switch self {
        case .createTable(let made): table(made.name) != nil
        case .dropTable(let name): table(name) == nil
        case .renameTable(let name, let newName): table(name) == nil && table(newName) != nil
        case .addColumn(let table, let column): has(table, column: column.name)
        case .removeColumn(let table, let name): !has(table, column: name)
        case .renameColumn(let table, let name, let newName): !has(table, column: name) && has(table, column: newName)
        case .addIndex(let index): has(index.table, index: index.name)
        case .removeIndex(let table, let name): !has(table, index: name)
        case .renameIndex(let table, let name, let newName): !has(table, index: name) && has(table, index: newName)
        // A column that is to go, and is not there.
        case .changeColumn(let table, let column): !has(table, column: column.name)
        case .changePrimaryKey(let name, let columns, _): table(name)?.primaryKey == columns
        default: false
        }
    }
}
