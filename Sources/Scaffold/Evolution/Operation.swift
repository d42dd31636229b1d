/// One step of a migration, as a value: what the difference between two schemas is made of.
enum Operation: Equatable, Sendable {
    case createTable(Table)
    case dropTable(String)
    case addColumn(table: String, Table.Column)
    case removeColumn(table: String, String)
    case addIndex(table: String, Index)
    case removeIndex(table: String, Index)
}

/// A migration that is to be written.
struct PlannedMigration: Equatable, Sendable {
    var name: MigrationName
    var up: [Operation]
    var down: [Operation]
}
