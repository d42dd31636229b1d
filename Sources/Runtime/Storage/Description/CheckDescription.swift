/// A condition that a live database keeps for every row of a table.
package struct CheckDescription: Sendable, Hashable {
    package var name: ConstraintName
    /// In the engine's own words.
    package var expression: String
    /// The values that it lists for a column, when that is what it does.
    package var values: ColumnValues?
}
