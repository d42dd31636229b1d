// The text of an operation for checksums. What is added to operations later is written only where it says something, so
// that the texts of old ones stay what they were.
extension SchemaOperation {
    /// All that the operation says, in a form that never changes. Passwords, times and UUIDs are left out: their hash,
    /// and the moment or the number that is asked for when the migration is read, are others each time.
    var canonicalText: String {
        switch self {
        case .createTable(let table):
            form("createTable", quoted(table.name), list(table.columns.map(text)), list(table.constraints.map(text)))
        case .dropTable(let name): form("dropTable", quoted(name))
        case .renameTable(let name, let newName): form("renameTable", quoted(name), quoted(newName))
        case .addColumn(let table, let column): form("addColumn", quoted(table), text(column))
        case .removeColumn(let table, let name): form("removeColumn", quoted(table), quoted(name))
        case .renameColumn(let table, let name, let newName):
            form("renameColumn", quoted(table), quoted(name), quoted(newName))
        case .changeColumn(let table, let column): form("changeColumn", quoted(table), text(column))
        case .changePrimaryKey(let table, let columns, let counts):
            form("changePrimaryKey", quoted(table), list(columns.map { quoted($0) }), counts ? "counted" : "")
        case .addIndex(let index): form("addIndex", text(index))
        case .renameIndex(let table, let name, let newName):
            form("renameIndex", quoted(table), quoted(name), quoted(newName))
        case .removeIndex(let table, let name): form("removeIndex", quoted(table), quoted(name))
        case .addConstraint(let table, let constraint): form("addConstraint", quoted(table), text(constraint))
        case .removeConstraint(let table, let name): form("removeConstraint", quoted(table), quoted(name))
        case .bulkInsert(let table, let rows): form("bulkInsert", quoted(table), list(rows.map { text($0.cells) }))
        case .bulkUpsert(let table, let rows, let conflict, let update):
            form(
                "bulkUpsert", quoted(table), list(rows.map { text($0.cells) }), list(conflict.map { quoted($0) }),
                update.map { list($0.map { quoted($0) }) } ?? "-")
        case .bulkUpdate(let table, let row, let condition):
            form("bulkUpdate", quoted(table), text(row.cells), text(condition))
        case .bulkDelete(let table, let condition): form("bulkDelete", quoted(table), text(condition))
        case .execute(let sql): form("execute", quoted(sql))
        case .run(let code): form("run", quoted(code.name))
        }
    }
}

private func form(_ name: String, _ parts: String...) -> String { "\(name)(\(parts.joined(separator: ",")))" }

private func list(_ parts: [String]) -> String { "[\(parts.joined(separator: ","))]" }

/// With its length in front, so that no text can be taken for another one's end.
private func quoted(_ text: String) -> String { "\(text.utf8.count):\(text)" }

private func quoted(_ text: String?) -> String { text.map { quoted($0) } ?? "-" }

private func text(_ column: ColumnBlueprint) -> String {
    var words = [quoted(column.name), text(column.type)]
    if !column.allowNull { words.append("required") }
    if column.unique { words.append("unique") }
    if column.primaryKey { words.append("key") }
    if column.autoIncrement { words.append("counted") }
    if let value = column.defaultValue { words.append("default \(text(value))") }
    if let reference = column.references {
        words.append("references \(quoted(reference.table)) \(quoted(reference.key))")
        words.append("\(column.onDelete?.rawValue ?? "-") \(column.onUpdate?.rawValue ?? "-")")
    }
    if let comment = column.comment { words.append("comment \(quoted(comment))") }
    return form("column", words.joined(separator: ";"))
}

private func text(_ value: ColumnDefault) -> String {
    switch value {
    case .value(let value): text(value)
    case .now: "now"
    case .sql(let expression): form("sql", quoted(expression))
    }
}

private func text(_ type: ColumnType) -> String {
    switch type {
    case .string(let length): "string \(length)"
    case .char(let length): "char \(length)"
    case .decimal(let precision, let scale):
        "decimal \(precision.map(String.init) ?? "-") \(scale.map(String.init) ?? "-")"
    case .enumeration(let values): "enum \(list(values.map { quoted($0) }))"
    case .json(let elements): "json \(elements.map { text($0) } ?? "-")"
    case .text: "text"
    case .smallint: "smallint"
    case .integer: "integer"
    case .bigint: "bigint"
    case .float: "float"
    case .double: "double"
    case .boolean: "boolean"
    case .date: "date"
    case .dateonly: "dateonly"
    case .time: "time"
    case .uuid: "uuid"
    case .blob: "blob"
    case .password: "password"
    }
}

private func text(_ index: IndexBlueprint) -> String {
    let fields = index.fields.map { field in
        let order = field.direction == .descending ? " descending" : ""
        return quoted(field.name) + order + (field.length.map { " \($0)" } ?? "")
    }
    var words = [quoted(index.table), quoted(index.name), list(fields)]
    if index.unique { words.append("unique") }
    if let method = index.using { words.append(method.rawValue) }
    if let condition = index.condition { words.append("where \(text(condition))") }
    // How it is built is no matter of what there is afterwards.
    return words.joined(separator: ";")
}

private func text(_ constraint: TableConstraint) -> String {
    let name = quoted(constraint.name)
    switch constraint.rule {
    case .primaryKey(let columns): return form("primaryKey", name, list(columns.map { quoted($0) }))
    case .unique(let columns): return form("unique", name, list(columns.map { quoted($0) }))
    case .check(let expression): return form("check", name, quoted(expression))
    case .foreignKey(let columns, let table, let keys, let onDelete, let onUpdate):
        return form(
            "foreignKey", name, list(columns.map { quoted($0) }), quoted(table), list(keys.map { quoted($0) }),
            "\(onDelete?.rawValue ?? "-") \(onUpdate?.rawValue ?? "-")")
    }
}

private func text(_ condition: SeedCondition) -> String {
    condition.isAll ? "all" : text(condition.cells)
}

private func text(_ cells: [SeedRow.Cell]) -> String {
    list(cells.map { "\(quoted($0.column))=\(text($0.value))" })
}

private func text(_ value: SeedValue) -> String {
    switch value {
    case .value(let value): text(value)
    case .now: "now"
    case .sql(let expression): form("sql", quoted(expression))
    case .password: "password"
    case .anyOf(let values): form("anyOf", list(values.map(text)))
    }
}

private func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .double(let number): "double \(number.bitPattern)"
    case .boolean(let flag): "\(flag)"
    case .text(let text): quoted(text)
    case .blob(let bytes): form("blob", quoted(bytes.map { "\($0)" }.joined(separator: " ")))
    case .decimal(let number): "decimal \(number)"
    case .dateOnly, .time, .date: "time"
    case .uuid: "uuid"
    }
}
