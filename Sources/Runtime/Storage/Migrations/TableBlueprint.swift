/// A table as a migration makes it.
public struct TableBlueprint: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its columns, in order.
    public private(set) var columns: [ColumnBlueprint] = []
    /// What holds for several columns together.
    public private(set) var constraints: [TableConstraint] = []

    package init(name: String) {
        self.name = name
    }

    /// Adds a column.
    ///
    /// - Parameters:
    ///   - allowNull: whether it may hold nothing; a primary key never may.
    ///   - autoIncrement: whether the database counts it up.
    ///   - references: the column of another table that it names a row by.
    ///   - onDelete: what happens to this row when that one goes.
    ///   - onUpdate: what happens to this row when that one's key changes.
    ///   - comment: what people read about it in the database; SQLite keeps none.
    public mutating func column(
        _ name: String, _ type: ColumnType, allowNull: Bool = true, defaultValue: ColumnDefault? = nil,
        unique: Bool = false, primaryKey: Bool = false, autoIncrement: Bool = false, references: Reference? = nil,
        onDelete: ReferentialAction? = nil, onUpdate: ReferentialAction? = nil, comment: String? = nil
    ) {
        columns.append(
            ColumnBlueprint(
                name: name, type: type, allowNull: allowNull, defaultValue: defaultValue, unique: unique,
                primaryKey: primaryKey, autoIncrement: autoIncrement, references: references, onDelete: onDelete,
                onUpdate: onUpdate, comment: comment))
    }

    /// Adds a column.
    package mutating func column(_ column: ColumnBlueprint) {
        columns.append(column)
    }

    /// Adds what holds for several columns together.
    public mutating func constraint(_ constraint: TableConstraint) {
        constraints.append(constraint)
    }
}

/// A column as a migration makes it.
public struct ColumnBlueprint: Sendable, Hashable {
    public var name: String
    public var type: ColumnType
    public var allowNull = true
    public var defaultValue: ColumnDefault?
    public var unique = false
    public var primaryKey = false
    public var autoIncrement = false
    public var references: Reference?
    public var onDelete: ReferentialAction?
    public var onUpdate: ReferentialAction?
    public var comment: String?
}

/// The column of another table that a foreign key names rows by.
public struct Reference: Sendable, Hashable {
    public var table: String
    public var key: String

    /// A reference: `references: .init("users", key: "id")`.
    public init(_ table: String, key: String = "id") {
        self.table = table
        self.key = key
    }
}

/// What happens to the rows that refer to a row when it goes or its key changes.
public enum ReferentialAction: String, Sendable, Hashable {
    /// They go with it, or follow the new key.
    case cascade = "CASCADE"
    /// They refer to nothing.
    case setNull = "SET NULL"
    /// They refer to their column's default.
    case setDefault = "SET DEFAULT"
    /// It is refused, at once.
    case restrict = "RESTRICT"
    /// It is refused, at the end of the statement.
    case noAction = "NO ACTION"
}

/// What a column holds in a row that does not say.
public enum ColumnDefault: Sendable, Hashable {
    /// This value.
    case value(Value)
    /// The time of the insert.
    case now
    /// An expression in the language of the engine at hand.
    case sql(String)
}

extension ColumnDefault: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .value(.text(value)) }
    public init(integerLiteral value: Int64) { self = .value(.integer(value)) }
    public init(floatLiteral value: Double) { self = .value(.double(value)) }
    public init(booleanLiteral value: Bool) { self = .value(.boolean(value)) }
    public init(nilLiteral: ()) { self = .value(.null) }
}
