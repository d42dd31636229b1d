/// An index as a live database has it.
package struct IndexDescription: Sendable, Hashable {
    package var name: ConstraintName
    package var fields: [Field]
    package var unique: Bool
    /// Whether it belongs to a unique constraint, and is removed with that.
    package var isConstraint = false
    /// The method, in an engine that has several: `btree`.
    package var method: String?
    /// The rows that it holds, in the engine's own words; nil for all.
    package var condition: String?
    /// The same as a migration would say it; nil for a condition of another kind.
    package var values: [ColumnValues]?
    /// Columns that it carries along.
    package var included: [String] = []

    package init(name: ConstraintName, fields: [Field] = [], unique: Bool = false) {
        self.name = name
        self.fields = fields
        self.unique = unique
    }

    /// A column of an index, or an expression.
    package struct Field: Sendable, Hashable {
        /// The column; nil for an expression.
        package var column: String?
        /// The expression, in the engine's own words.
        package var expression: String?
        package var descending = false
        /// How many characters of it count, nil for all.
        package var length: Int?
        /// What else the engine says of it: a collation, a class of operators, where nulls stand.
        package var options: String?
    }

    /// The names of its columns; nil when one of its fields is an expression.
    package var columns: [String]? {
        let names = fields.compactMap(\.column)
        return names.count == fields.count ? names : nil
    }

    /// Whether it lets no two rows have the same values, whatever else they hold.
    package var isUniqueEverywhere: Bool { unique && condition == nil }
}
