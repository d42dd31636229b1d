/// What a migration or a seeder does, one step of it.
public enum SchemaOperation: Sendable, Hashable {
    case createTable(TableBlueprint)
    case dropTable(String)
    case renameTable(String, to: String)
    case addColumn(table: String, ColumnBlueprint)
    case removeColumn(table: String, String)
    case renameColumn(table: String, String, to: String)
    case changeColumn(table: String, ColumnBlueprint)
    /// These columns name a row from now on, and no others; none takes the primary key away.
    case changePrimaryKey(table: String, [String], autoIncrement: Bool)
    case addIndex(IndexBlueprint)
    case renameIndex(table: String, String, to: String)
    case removeIndex(table: String, name: String)
    case addConstraint(table: String, TableConstraint)
    case removeConstraint(table: String, name: String)
    case bulkInsert(table: String, [SeedRow])
    case bulkUpsert(table: String, [SeedRow], conflict: [String], update: [String]?)
    case bulkUpdate(table: String, SeedRow, SeedCondition)
    case bulkDelete(table: String, SeedCondition)
    case execute(String)
    case run(MigrationCode)
}

extension SchemaOperation: CustomStringConvertible {
    /// The step as it is called in a migration, without its values: `addColumn posts.title`.
    public var description: String {
        switch self {
        case .createTable(let table): "createTable \(table.name)"
        case .dropTable(let name): "dropTable \(name)"
        case .renameTable(let name, let newName): "renameTable \(name) to \(newName)"
        case .addColumn(let table, let column): "addColumn \(table).\(column.name)"
        case .removeColumn(let table, let name): "removeColumn \(table).\(name)"
        case .renameColumn(let table, let name, let newName): "renameColumn \(table).\(name) to \(newName)"
        case .changeColumn(let table, let column): "changeColumn \(table).\(column.name)"
        case .changePrimaryKey(let table, let columns, _):
            "changePrimaryKey \(table) (\(columns.joined(separator: ", ")))"
        case .addIndex(let index): "addIndex \(index.name)"
        case .renameIndex(_, let name, let newName): "renameIndex \(name) to \(newName)"
        case .removeIndex(_, let name): "removeIndex \(name)"
        case .addConstraint(let table, let constraint): "addConstraint \(constraint.name ?? "") on \(table)"
        case .removeConstraint(let table, let name): "removeConstraint \(name) on \(table)"
        case .bulkInsert(let table, let rows): "bulkInsert \(table) (\(rows.count) rows)"
        case .bulkUpsert(let table, let rows, _, _): "bulkUpsert \(table) (\(rows.count) rows)"
        case .bulkUpdate(let table, _, _): "bulkUpdate \(table)"
        case .bulkDelete(let table, _): "bulkDelete \(table)"
        case .execute: "execute"
        case .run(let code): "run \(code.name)"
        }
    }
}
