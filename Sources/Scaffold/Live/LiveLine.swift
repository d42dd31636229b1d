/// What a line of `db:describe` says beyond one of a snapshot: facts that only a live database has.
struct LiveLine: Decodable {
    var version: Int?
    var engine: String?
    var table: String?
    var rows: Int?

    var column: String?
    /// The type in the engine's own words.
    var native: String?
    var nativeDefault: String?
    /// The expression of a generated column.
    var generated: String?
    /// How many rows hold something in it.
    var filled: Int?

    var index: String?
    /// The condition of an index that no value of a column says.
    var condition: String?
    /// Which of its fields are expressions.
    var expressions: [Bool]?
    /// Whether it belongs to a unique constraint.
    var constraint: Bool?
    var include: [String]?
    /// What else is said of its fields, one after another.
    var options: [String]?
    /// Whether the server made its name.
    var unnamed: Bool?

    var check: String?
    var expression: String?
    var foreignKey: String?
    var fields: [String]?
    var references: [String]?
    var trigger: String?
}
