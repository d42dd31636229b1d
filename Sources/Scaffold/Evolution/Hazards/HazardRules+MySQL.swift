// What MySQL copies: https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html.
extension HazardRule {
    static let ofMySQL: [HazardRule] = [
        HazardRule(
            "table-copy",
            saferWay:
                "on a big table use a tool that copies beside the service (gh-ost, pt-online-schema-change), and take "
                + "this line out"
        ) { operation in
            switch operation {
            case .changeColumn(let table, let old, let new) where old.type.structure != new.type.structure:
                "the table '\(table)' is copied for the type of '\(new.name)', and nobody writes meanwhile"
            case .changePrimaryKey(let table, _, _): "the table '\(table)' is copied for its new key"
            default: nil
            }
        },
        HazardRule(
            "not-null-rebuilds-table",
            saferWay: "on a big table use a tool that copies beside the service (gh-ost, pt-online-schema-change)"
        ) { operation in
            guard case .changeColumn(let table, let old, let new) = operation, old.allowNull != new.allowNull,
                old.type.structure == new.type.structure
            else { return nil }
            return "the table '\(table)' is rebuilt for '\(new.name)'"
        },
        HazardRule(
            "foreign-key-copies-table",
            saferWay: "on a big table add it by hand with foreign_key_checks = 0, after making sure that every row fits"
        ) { operation in
            guard case .changeColumn(let table, let old, let new) = operation, let reference = new.reference,
                reference != old.reference
            else { return nil }
            return
                "the table '\(table)' is copied while its rows are looked up in '\(reference.table)', and nobody writes meanwhile"
        },
        HazardRule(
            "no-way-back",
            saferWay: "nothing: 'scaffold db:migrate' goes on at the step that failed"
        ) { operation in
            guard case .dropTable(let table) = operation else { return nil }
            return "MySQL cannot take back the end of '\(table.name)' when a later step fails"
        },
    ]
}
