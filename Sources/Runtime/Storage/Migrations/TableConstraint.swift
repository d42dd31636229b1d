/// What holds for the rows of a table, beyond a single column.
public struct TableConstraint: Sendable, Hashable {
    package enum Rule: Sendable, Hashable {
        case primaryKey([String])
        case unique([String])
        case check(String)
        case foreignKey(
            [String], table: String, keys: [String], onDelete: ReferentialAction?, onUpdate: ReferentialAction?)
    }

    /// Its name, by which it is removed.
    public let name: String?
    package let rule: Rule

    /// These columns name a row.
    public static func primaryKey(_ columns: [String], name: String? = nil) -> TableConstraint {
        TableConstraint(name: name, rule: .primaryKey(columns))
    }

    /// No two rows hold the same in all of these columns.
    public static func unique(_ columns: [String], name: String? = nil) -> TableConstraint {
        TableConstraint(name: name, rule: .unique(columns))
    }

    /// An expression in the language of the engine that is true for every row.
    public static func check(_ expression: String, name: String? = nil) -> TableConstraint {
        TableConstraint(name: name, rule: .check(expression))
    }

    /// These columns name a row of another table.
    public static func foreignKey(
        _ columns: [String], references table: String, keys: [String] = ["id"], onDelete: ReferentialAction? = nil,
        onUpdate: ReferentialAction? = nil, name: String? = nil
    ) -> TableConstraint {
        TableConstraint(
            name: name,
            rule: .foreignKey(columns, table: table, keys: keys, onDelete: onDelete, onUpdate: onUpdate))
    }
}
