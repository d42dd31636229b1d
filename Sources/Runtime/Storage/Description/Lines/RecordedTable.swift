/// A table as a file in the form of `.scaffold/tables.jsonl` records it, in the words of migrations.
package struct RecordedTable: Sendable, Hashable {
    package var table: TableBlueprint
    package var indexes: [IndexBlueprint]
    /// The model it belongs to, where the file says one.
    package var model: String?
    /// How many rows it has, where the file says so.
    package var rows: Int?
    /// What the file says of its columns beyond what a database keeps, by their names.
    package var facts: [String: ColumnFacts] = [:]
}
