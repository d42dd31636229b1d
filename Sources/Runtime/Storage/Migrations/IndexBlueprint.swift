/// An index as a migration makes it.
public struct IndexBlueprint: Sendable, Hashable {
    public let table: String
    /// The columns in order, with what is said of each.
    public let fields: [IndexField]
    public let unique: Bool
    /// Its name; as Sequelize does, table and columns in lower case with underscores when none was given.
    public let name: String
    /// The method, in an engine that has several.
    public let using: IndexMethod?
    /// The rows that it holds; nil for all.
    public let condition: SeedCondition?
    /// Whether it is built while others go on writing, in an engine that can.
    public let concurrently: Bool

    /// The names of the columns.
    public var columns: [String] { fields.map(\.name) }

    init(
        table: String, columns: [IndexField], unique: Bool = false, name: String? = nil, using: IndexMethod? = nil,
        where condition: SeedCondition? = nil, concurrently: Bool = false
    ) {
        self.table = table
        self.fields = columns
        self.unique = unique
        self.name = name ?? IndexName.make(table: table, columns: columns.map(\.name))
        self.using = using
        self.condition = condition
        self.concurrently = concurrently
    }
}

/// A column of an index: `"title"`, `.descending("createdAt")`, `.init("title", length: 20)`.
public struct IndexField: Sendable, Hashable, ExpressibleByStringLiteral {
    public let name: String
    public let direction: Direction
    /// How many characters of it count, in an engine that takes a part (MySQL); others take all of it.
    public let length: Int?

    public init(_ name: String, _ direction: Direction = .ascending, length: Int? = nil) {
        self.name = name
        self.direction = direction
        self.length = length
    }

    public init(stringLiteral value: String) { self.init(value) }

    /// A column whose great values come first.
    public static func descending(_ name: String) -> IndexField { IndexField(name, .descending) }
}

/// How an index is kept. SQLite has B-trees only; an engine that has not the one that is asked for says so.
public enum IndexMethod: String, Sendable, Hashable, CaseIterable {
    case btree, hash, gin, gist, brin, spgist
}
