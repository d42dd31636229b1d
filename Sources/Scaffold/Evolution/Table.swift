/// A table as the database knows it: what a model comes to there, and what the snapshot records of it.
struct Table: Equatable, Sendable {
    /// The model it belongs to, as the schema names it.
    var model: String
    /// The model as file names have it: `blog-post`.
    var slug: String
    var name: String
    /// In the order of the model.
    var columns: [Column]
    var indexes: [Index]

    /// One column, by the name that the table has for it.
    struct Column: Equatable, Sendable {
        var attribute: String
        var name: String
        var type: ColumnType
        var allowNull: Bool
        var defaultValue: DefaultValue?
        var isPrimaryKey: Bool
        var autoIncrement: Bool
        var reference: ForeignKey?
    }

    /// What a column refers to, by the names that tables have.
    struct ForeignKey: Equatable, Hashable, Sendable {
        var table: String
        var column: String
        var onDelete: ReferentialAction
        var onUpdate: ReferentialAction
    }
}

/// A column's type, written in the words of the schema language and free of anything that only Swift knows:
/// `string(200)`, `enum("draft", "published")`.
struct ColumnType: Equatable, Hashable, Sendable {
    var word: String
    var numbers: [Int] = []
    /// The values of an enum.
    var values: [String] = []
}
