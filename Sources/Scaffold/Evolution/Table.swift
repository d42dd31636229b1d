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
        var key: Key?
        var autoIncrement: Bool
        var reference: ForeignKey?
        var comment: String?

        var isPrimaryKey: Bool { key != nil }

        /// What a column is to the primary key of its table: all of it, or a part, counted from 0.
        enum Key: Equatable, Sendable {
            case alone
            case part(Int)
        }
    }

    /// What a column refers to, by the names that tables have.
    struct ForeignKey: Equatable, Hashable, Sendable {
        var table: String
        var column: String
        var onDelete: ReferentialAction
        var onUpdate: ReferentialAction
    }

    /// The columns that name a row, in order; none where a table has no key.
    struct PrimaryKey: Equatable, Sendable {
        var columns: [String] = []
        /// Whether the database counts it up.
        var autoIncrement = false
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

extension Table {
    func column(named name: String) -> Column? { columns.first { $0.name == name } }

    /// The primary key; a column that becomes a part of it holds no null from then on.
    var primaryKey: PrimaryKey {
        get {
            let parts = columns.compactMap { column -> (place: Int, name: String)? in
                switch column.key {
                case .alone: (0, column.name)
                case .part(let place): (place, column.name)
                case nil: nil
                }
            }
            return PrimaryKey(
                columns: parts.sorted { $0.place < $1.place }.map(\.name),
                autoIncrement: columns.contains(where: \.autoIncrement))
        }
        set {
            for place in columns.indices {
                let part = newValue.columns.firstIndex(of: columns[place].name)
                columns[place].key = part.map { newValue.columns.count == 1 ? .alone : .part($0) }
                let counts = newValue.columns.count == 1 || columns[place].autoIncrement
                columns[place].autoIncrement = part != nil && newValue.autoIncrement && counts
                if part != nil { columns[place].allowNull = false }
            }
        }
    }

    /// Whether a foreign key can point at a column: no two rows have the same value in it.
    func isUnique(_ column: String) -> Bool {
        self.column(named: column)?.key == .alone
            || indexes.contains { $0.isUniqueEverywhere && $0.names == [column] }
    }

    /// The table without its indexes, as `createTable` makes it.
    var withoutIndexes: Table {
        var table = self
        table.indexes = []
        return table
    }
}
