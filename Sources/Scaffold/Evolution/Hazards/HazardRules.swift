// What is known of every engine: code that runs while the database changes under it.
extension HazardRule {
    static let ofAllEngines: [HazardRule] = [
        HazardRule(
            "rename-breaks-running-code",
            saferWay:
                "stop the app for the moment, or add the new name, write both, move the rows and drop the old one, "
                + "each in a deployment of its own"
        ) { operation in
            switch operation {
            case .renameTable(let name, _): "code that runs meanwhile asks for the table '\(name)' and fails"
            case .renameColumn(let table, let name, _):
                "code that runs meanwhile asks for '\(table).\(name)' and fails"
            default: nil
            }
        },
        HazardRule(
            "drop-breaks-running-code",
            saferWay: "deploy the code without it first, and migrate afterwards"
        ) { operation in
            switch operation {
            case .dropTable(let table): "code that runs meanwhile asks for the table '\(table.name)' and fails"
            case .removeColumn(let table, let column):
                "code that runs meanwhile asks for '\(table).\(column.name)' and fails"
            default: nil
            }
        },
        HazardRule(
            "required-column-breaks-running-code",
            saferWay: "give it a default that the database knows, or deploy the code that writes it first"
        ) { operation in
            switch operation {
            case .changeColumn(let table, let old, let new)
            where old.allowNull && !new.allowNull && new.defaultValue?.structure == nil:
                "code that runs meanwhile writes rows without '\(table).\(new.name)', and is refused"
            default: nil
            }
        },
    ]

    static let ofSQLite: [HazardRule] = [
        HazardRule(
            "table-copy", saferWay: "migrate while little is written; the copy takes the room of the table once more"
        ) { operation in
            switch operation {
            case .changeColumn(let table, _, _), .removeColumn(let table, _), .changePrimaryKey(let table, _, _):
                "SQLite writes the table '\(table)' anew, and nobody else writes meanwhile"
            default: nil
            }
        }
    ]
}
