// What PostgreSQL locks, and how long: https://www.postgresql.org/docs/current/sql-altertable.html (Notes) and
// https://www.postgresql.org/docs/current/explicit-locking.html.
extension HazardRule {
    static let ofPostgreSQL: [HazardRule] = [
        HazardRule(
            "index-locks-writes",
            saferWay: "on a big table add 'concurrently: true' to the line, best in a migration of its own"
        ) { operation in
            guard case .addIndex(let table, let index) = operation else { return nil }
            return "while '\(index.name)' is built, nobody writes to '\(table)'"
        },
        HazardRule(
            "not-null-scans-table",
            saferWay:
                "on a big table add CHECK (… IS NOT NULL) NOT VALID first and VALIDATE it in a migration of its own; "
                + "this step then needs no scan"
        ) { operation in
            guard case .changeColumn(let table, let old, let new) = operation, old.allowNull, !new.allowNull else {
                return nil
            }
            return "every row of '\(table)' is read for a null in '\(new.name)', and nobody reads or writes meanwhile"
        },
        HazardRule(
            "type-rewrites-table",
            saferWay:
                "on a big table add a column of the new type, fill it in batches, and let it take the old one's place"
        ) { operation in
            guard case .changeColumn(let table, let old, let new) = operation, old.type.isRewritten(as: new.type) else {
                return nil
            }
            return
                "the table '\(table)' is written anew for the type of '\(new.name)', and nobody reads or writes meanwhile"
        },
        HazardRule(
            "foreign-key-scans-table",
            saferWay: "on a big table add the constraint NOT VALID by hand, and VALIDATE it in a migration of its own"
        ) { operation in
            switch operation {
            case .changeColumn(let table, let old, let new)
            where new.reference != nil && new.reference != old.reference:
                "every row of '\(table)' is looked up in '\(new.reference?.table ?? "")', and nobody writes to either meanwhile"
            default: nil
            }
        },
        HazardRule(
            "check-scans-table",
            saferWay: "on a big table add the check NOT VALID by hand, and VALIDATE it in a migration of its own"
        ) { operation in
            guard case .changeColumn(let table, let old, let new) = operation, new.type.word == "enum",
                Set(old.type.values) != Set(new.type.values)
            else { return nil }
            return
                "every row of '\(table)' is checked for the words of '\(new.name)', and nobody reads or writes meanwhile"
        },
        HazardRule(
            "volatile-default-rewrites-table",
            saferWay: "add the column without the default, fill it in batches, and set the default then"
        ) { operation in
            guard case .addColumn(let table, let column) = operation, case .sql? = column.defaultValue else {
                return nil
            }
            return "a default that differs from row to row writes the table '\(table)' anew for '\(column.name)'"
        },
        HazardRule(
            "primary-key-locks-table",
            saferWay: "build a unique index CONCURRENTLY by hand, and make it the key with ADD PRIMARY KEY USING INDEX"
        ) { operation in
            guard case .changePrimaryKey(let table, _, _) = operation else { return nil }
            return "the index of the new key is built while nobody reads or writes '\(table)'"
        },
    ]
}

extension ColumnType {
    /// Whether PostgreSQL writes every row anew: not where the bytes stay what they are.
    fileprivate func isRewritten(as new: ColumnType) -> Bool {
        guard structure != new.structure else { return false }
        let texts: Set = ["string", "text", "enum", "password"]
        guard texts.contains(word), texts.contains(new.word) else { return true }
        let (old, limit) = (
            numbers.first ?? (word == "string" ? 255 : .max), new.word == "string" ? new.numbers.first ?? 255 : .max
        )
        return word == "string" && new.word == "string" && old > limit
    }
}
