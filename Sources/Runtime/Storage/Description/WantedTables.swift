import Logging

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tables that are wanted, made for a moment in a scratch database: what an engine makes of them, it says best itself.
package struct WantedTables: Sendable {
    private let tables: [RecordedTable]

    package init(_ tables: [RecordedTable]) {
        self.tables = tables
    }

    /// The tables as a database has them that migrations have made.
    ///
    /// - Parameter settings: the app's database, of whose engine and server the scratch database is.
    /// - Throws: ``ConnectionError`` when there can be no scratch database, ``DatabaseError`` for tables that it refuses.
    package func described(
        in settings: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.scratch")
    ) async throws -> [TableDescription] {
        let operations = operations
        return try await Database.withScratch(of: settings, logger: logger) { database in
            try await database.holdingWriter { held in
                try await held.run { [database] connection in
                    let rows = SeedWriter(connection: connection, dialect: database.dialect, now: Date())
                    _ = try database.engine.migrate(connection, operations) { editor in
                        for operation in operations { try editor.apply(operation, rows: rows) }
                        return true
                    }
                }
            }
            return try await database.describe()
        }
    }

    /// The tables as migrations say them; no database is asked.
    package var told: [TableDescription] {
        var told = MigratedTables()
        for operation in operations { told.apply(operation) }
        return told.tables
    }

    /// Tables first; a foreign key to a table that is not there yet waits for it.
    private var operations: [SchemaOperation] {
        var operations: [SchemaOperation] = []
        var waiting: [SchemaOperation] = []
        var made: Set<String> = []
        for recorded in tables {
            var table = TableBlueprint(name: recorded.table.name)
            for column in recorded.table.columns {
                var column = column
                let isOwnKey = column.references.map { own in
                    own.table == table.name
                        && recorded.table.columns.contains { $0.name == own.key && $0.primaryKey }
                }
                if let reference = column.references, isOwnKey != true, !made.contains(reference.table) {
                    waiting.append(.changeColumn(table: table.name, recorded.table.changed(column)))
                    (column.references, column.onDelete, column.onUpdate) = (nil, nil, nil)
                }
                table.column(column)
            }
            for constraint in recorded.table.constraints { table.constraint(constraint) }
            operations.append(.createTable(table))
            operations += recorded.indexes.map { .addIndex($0) }
            made.insert(table.name)
        }
        return operations + waiting
    }
}

extension TableBlueprint {
    /// A column as a change of it says it: a part of a key is no key by itself.
    fileprivate func changed(_ column: ColumnBlueprint) -> ColumnBlueprint {
        guard column.primaryKey, columns.count(where: \.primaryKey) > 1 else { return column }
        var column = column
        (column.primaryKey, column.allowNull) = (false, false)
        return column
    }
}
