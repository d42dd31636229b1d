/// A model: a struct whose values are the rows of a table.
///
/// The struct holds the attributes and what is loaded of its associations; an extension beside it says how it is stored.
/// Both are generated and both may be edited.
///
/// ```swift
/// struct Post: Model {
///     var id: Int
///     var title: String
///     var author: Loaded<User>
/// }
/// ```
///
/// A property that is no column needs a default value; reading and writing leave it alone.
public protocol Model: Sendable {
    /// The struct that holds a ``Column`` for each attribute.
    associatedtype Columns: Sendable
    /// The struct that holds an ``Association`` for each association.
    associatedtype Associations: Sendable = NoAssociations
    /// The type of the primary key; `Int` unless said otherwise.
    associatedtype PrimaryKey: PrimaryKeyValue = Int

    /// The table and its columns, in the order in which rows hold them.
    static var table: TableDefinition { get }
    /// The columns by name, for conditions and orders.
    static var columns: Columns { get }
    /// The associations by name.
    static var associations: Associations { get }
    /// The rules that `create`, `update` and `save` check; none unless said otherwise.
    static var validations: Validations<Self> { get }
    /// What every query of the model asks for, unless it is ``Query/unscoped()``; nothing unless said otherwise.
    static var defaultScope: Scope<Self>? { get }
    /// What is done before and after its rows are written; nothing unless said otherwise.
    static var hooks: Hooks<Self> { get }
    /// What is destroyed and restored together with its rows, where they stay as destroyed ones; nothing unless said
    /// otherwise.
    static var cascades: [CascadeOnDestroy<Self>] { get }

    /// Reads a row whose cells stand in the order of the table's columns; associations are not loaded.
    init(row: Row) throws

    /// Takes over the values of a row, as `update` and `reload` do; everything that is no column stays as it is.
    mutating func assign(_ row: Row) throws

    /// Adds the values of all columns, in the order of the table.
    func encode(to values: inout Values)
}

extension Model {
    public static var validations: Validations<Self> { Validations() }
    public static var defaultScope: Scope<Self>? { nil }
    public static var hooks: Hooks<Self> { Hooks() }
    public static var cascades: [CascadeOnDestroy<Self>] { [] }

    /// Reads the row anew; associations that were loaded and properties of one's own are back at their defaults.
    /// Generated models do better: they set the columns one by one.
    public mutating func assign(_ row: Row) throws {
        self = try Self(row: row)
    }

    /// The values of all columns, in the order of the table.
    package var encoded: [Value] {
        var values = Values()
        values.reserveCapacity(Self.table.attributes.count)
        encode(to: &values)
        return values.items
    }
}

/// The associations of a model that has none.
public struct NoAssociations: Sendable {
    /// The only value.
    public init() {}
}

extension Model where Associations == NoAssociations {
    public static var associations: NoAssociations { NoAssociations() }
}
