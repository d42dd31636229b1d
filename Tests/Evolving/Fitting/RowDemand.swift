@testable import ScaffoldStorage
@testable import scaffold

/// What the rows of a table have to be like beyond what the table itself asks, so that they fit what it becomes.
struct RowDemand {
    /// Columns that hold no null.
    var required: Set<String> = []
    /// Columns that no two rows have the same values in.
    private(set) var uniques: [[String]] = []
    /// The values that columns of another type then may hold; any that fit their type where the list is empty.
    var values: [String: [Value]] = [:]
    /// Columns that name rows of another table.
    var keys: [String: (table: String, column: String)] = [:]

    /// - Parameters:
    ///   - columns: those that are there already.
    ///   - count: how many there are in the end; new ones are alike in all rows.
    mutating func unique(_ columns: [String], of count: Int) {
        if !columns.isEmpty { uniques.append(columns) }
    }

    /// The table as rows are made for it.
    func applied(to table: TableDescription) -> TableDescription {
        var table = table
        for place in table.columns.indices {
            let name = table.columns[place].name
            if required.contains(name) { table.columns[place].allowNull = false }
            if let values = values[name], !values.isEmpty {
                table.checks.removeAll { $0.values?.column == name }
                if case .enumeration? = table.columns[place].type {
                    table.columns[place].type = .enumeration(values: values.compactMap(\.asText))
                } else {
                    var check = CheckDescription(name: ConstraintName("", isGiven: false), expression: "")
                    check.values = ColumnValues(column: name, values: values)
                    table.checks.append(check)
                }
            }
            if let key = keys[name] {
                table.foreignKeys.append(
                    ForeignKeyDescription(
                        name: ConstraintName("", isGiven: false), columns: [name], table: key.table,
                        keys: [key.column], onDelete: .noAction, onUpdate: .noAction))
            }
        }
        for columns in uniques {
            let fields = columns.map { IndexDescription.Field(column: $0) }
            table.indexes.append(
                IndexDescription(name: ConstraintName("", isGiven: false), fields: fields, unique: true))
        }
        return table
    }
}

extension Value {
    fileprivate var asText: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}
