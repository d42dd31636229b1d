/// A foreign key as a live database has it.
package struct ForeignKeyDescription: Sendable, Hashable {
    package var name: ConstraintName
    package var columns: [String]
    package var table: String
    /// The columns of the other table.
    package var keys: [String]
    package var onDelete: ReferentialAction
    package var onUpdate: ReferentialAction
    /// What else the engine says of it: `DEFERRABLE INITIALLY DEFERRED`.
    package var options: String?
}
