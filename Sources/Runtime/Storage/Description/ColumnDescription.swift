/// A column as a live database has it.
package struct ColumnDescription: Sendable, Hashable {
    package var name: String
    /// The type in the engine's own words: `character varying(200)`.
    package var nativeType: String
    /// The schema's word for it, as near as there is one; nil for a type that the schema language has no word for.
    package var type: ColumnType?
    package var allowNull: Bool
    /// The default in the engine's own words; nil when there is none, or it is null.
    package var nativeDefault: String?
    /// The default as a migration would say it.
    package var defaultValue: ColumnDefault?
    /// How the engine counts it up, in its own words: `AUTOINCREMENT`; nil for a column that it does not count.
    package var counter: String?
    /// The expression that a generated column holds, with the engine's word for how it is kept.
    package var generated: String?
    /// The collation, where it is not the one that such a column has by itself.
    package var collation: String?
    /// What else the engine says of it: `ON UPDATE current_timestamp()`.
    package var options: String?
    package var comment: String?

    package init(name: String, nativeType: String, type: ColumnType? = nil, allowNull: Bool = true) {
        self.name = name
        self.nativeType = nativeType
        self.type = type
        self.allowNull = allowNull
    }

    /// Whether the database counts it up.
    package var autoIncrement: Bool { counter != nil }
}
