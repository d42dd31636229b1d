/// One step of a migration, as a value: what the difference between two schemas is made of. It holds what undoing needs.
enum Operation: Equatable, Sendable {
    /// The columns with their foreign keys; indexes are added by themselves.
    case createTable(Table)
    case dropTable(Table)
    case renameTable(String, to: String)
    /// A column that is no part of the primary key; `changePrimaryKey` makes it one.
    case addColumn(table: String, Table.Column)
    case removeColumn(table: String, Table.Column)
    case renameColumn(table: String, String, to: String)
    /// Everything that is said of a column: type, null, default, foreign key.
    case changeColumn(table: String, from: Table.Column, to: Table.Column)
    case changePrimaryKey(table: String, from: Table.PrimaryKey, to: Table.PrimaryKey)
    case addIndex(table: String, Index)
    case removeIndex(table: String, Index)
    case renameIndex(table: String, from: String, to: String)
    case backfill(table: String, column: String, value: Backfill)
    /// There is no way on while a table has rows. Only what takes back says so.
    case requireNoRows(table: String, because: String)
}

/// What the rows that are there get in a column.
enum Backfill: Equatable, Sendable {
    /// This value, where the column is null.
    case value(DefaultValue)
    /// What an expression of the database comes to, where the column is null.
    case sql(String)
    /// One word in another's place.
    case replacing(String, with: String)
}

extension Operation {
    /// The table that it changes, by the name that this has before.
    var table: String {
        switch self {
        case .createTable(let table), .dropTable(let table): table.name
        case .renameTable(let name, _): name
        case .addColumn(let table, _), .removeColumn(let table, _), .renameColumn(let table, _, _),
            .changeColumn(let table, _, _), .changePrimaryKey(let table, _, _), .addIndex(let table, _),
            .removeIndex(let table, _), .renameIndex(let table, _, _), .backfill(let table, _, _),
            .requireNoRows(let table, _):
            table
        }
    }
}
