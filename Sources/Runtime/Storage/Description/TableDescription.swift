/// A table as a live database has it.
///
/// Texts are the engine's canonical ones and lists stand in an order that is always the same, so that the tables of two
/// databases of one engine can be compared by `==`. What the server named by itself compares equal whatever its name is.
package struct TableDescription: Sendable, Hashable {
    package var name: String
    /// In the table's order.
    package var columns: [ColumnDescription] = []
    /// The columns of the primary key, in its order; empty without one.
    package var primaryKey: [String] = []
    /// The name of the primary key's constraint, in an engine that keeps one.
    package var primaryKeyName: ConstraintName?
    /// All indexes but the primary key's, those of unique constraints included.
    package var indexes: [IndexDescription] = []
    /// The keys by which it refers to other tables, and to itself.
    package var foreignKeys: [ForeignKeyDescription] = []
    package var checks: [CheckDescription] = []
    package var triggers: [TriggerDescription] = []
    /// What the engine says of the table as a whole: `WITHOUT ROWID`, its collation, how it is partitioned.
    package var options: String?
    package var comment: String?

    package init(name: String) {
        self.name = name
    }

    /// The column of this name.
    package func column(_ name: String) -> ColumnDescription? {
        columns.first { $0.name == name }
    }

    /// The same table with its columns in the order of their names: what counts when their order does not.
    package var withSortedColumns: TableDescription {
        var table = self
        table.columns.sort { $0.name < $1.name }
        return table
    }
}
