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
    /// What takes it back, in order. Nothing takes back a value that was filled in.
    var reversed: [Operation] {
        switch self {
        case .createTable(let table): [.dropTable(table.withoutIndexes)]
        case .dropTable(let table):
            [.createTable(table.withoutIndexes)] + table.indexes.map { .addIndex(table: table.name, $0) }
        case .renameTable(let name, let newName): [.renameTable(newName, to: name)]
        case .addColumn(let table, let column): [.removeColumn(table: table, column)]
        case .removeColumn(let table, let column): [.addColumn(table: table, column)]
        case .renameColumn(let table, let name, let newName): [.renameColumn(table: table, newName, to: name)]
        case .changeColumn(let table, let old, let new): [.changeColumn(table: table, from: new, to: old)]
        case .changePrimaryKey(let table, let old, let new): [.changePrimaryKey(table: table, from: new, to: old)]
        case .addIndex(let table, let index): [.removeIndex(table: table, index)]
        case .removeIndex(let table, let index): [.addIndex(table: table, index)]
        case .renameIndex(let table, let name, let newName): [.renameIndex(table: table, from: newName, to: name)]
        case .backfill(let table, let column, .replacing(let word, let newWord)):
            [.backfill(table: table, column: column, value: .replacing(newWord, with: word))]
        case .backfill: []
        }
    }

    /// The table that it changes, by the name that this has before.
    var table: String {
        switch self {
        case .createTable(let table), .dropTable(let table): table.name
        case .renameTable(let name, _): name
        case .addColumn(let table, _), .removeColumn(let table, _), .renameColumn(let table, _, _),
            .changeColumn(let table, _, _), .changePrimaryKey(let table, _, _), .addIndex(let table, _),
            .removeIndex(let table, _), .renameIndex(let table, _, _), .backfill(let table, _, _):
            table
        }
    }
}

extension [Operation] {
    /// What takes all of them back, the last first. A table that goes takes its indexes along.
    var reversedOperations: [Operation] {
        var operations: [Operation] = []
        for operation in reversed().flatMap(\.reversed) {
            if case .dropTable(let table) = operation {
                while case .removeIndex(table.name, _)? = operations.last { operations.removeLast() }
            }
            operations.append(operation)
        }
        return operations
    }
}
