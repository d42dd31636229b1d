/// A live database as text: a line of JSON for each table, column and index, in the form of `.scaffold/tables.jsonl`, in
/// which the tool records what a schema comes to. Behind a first line that says which engine it is.
///
/// ```json
/// {"version":1,"engine":"sqlite"}
/// {"table":"posts","rows":20}
/// {"table":"posts","column":"title","type":"string","numbers":[200],"allowNull":false}
/// {"table":"posts","index":"posts_title","fields":["title"],"unique":true}
/// ```
///
/// A check of an enumeration is the column's type. Other checks, foreign keys of several columns, second ones of a column
/// and triggers have lines of their own (`check`, `foreignKey`, `trigger`), which only this text has.
package struct TableLines {
    private let engine: DatabaseEngine
    private let rows: [String: Int]
    private let filled: [String: [String: Int]]
    private let isNative: Bool
    private var text = ""

    /// - Parameters:
    ///   - rows: how many rows tables have, to be said with them.
    ///   - filled: in how many rows columns hold something, to be said with them.
    ///   - native: whether the engine's own words are said beside the schema's. For a type that the schema has no word
    ///     for they always are.
    package static func text(
        of tables: [TableDescription], engine: DatabaseEngine, rows: [String: Int] = [:],
        filled: [String: [String: Int]] = [:], native: Bool = false
    ) -> String {
        var lines = TableLines(engine: engine, rows: rows, filled: filled, isNative: native)
        lines.text += line { json in
            json.member("version", 1)
            json.member("engine", engine.rawValue)
        }
        for table in tables { lines.add(table) }
        return lines.text
    }

    private init(
        engine: DatabaseEngine, rows: [String: Int], filled: [String: [String: Int]], isNative: Bool
    ) {
        self.engine = engine
        self.rows = rows
        self.filled = filled
        self.isNative = isNative
    }

    private static func line(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private mutating func add(_ table: TableDescription) {
        let inOrder = table.columns.map(\.name).filter(table.primaryKey.contains)
        text += Self.line { json in
            json.member("table", table.name)
            if table.primaryKey != inOrder { json.member("key", table.primaryKey) }
            if let comment = table.comment { json.member("comment", comment) }
            if let count = rows[table.name] { json.member("rows", count) }
            if isNative, let options = table.options { json.member("native", options) }
        }
        for column in table.columns { add(column, table) }
        for index in table.indexes.sorted(by: { $0.name.text < $1.name.text }) { add(index, table) }
        for key in table.foreignKeys where !table.isOfColumn(key) { add(key, table) }
        for check in table.checks where !table.isOfType(check) {
            text += Self.line { json in
                json.member("table", table.name)
                json.member("check", check.name.text)
                json.member("expression", check.expression)
            }
        }
        for trigger in table.triggers {
            text += Self.line { json in
                json.member("table", table.name)
                json.member("trigger", trigger.name)
                json.member("native", trigger.definition)
            }
        }
    }

    private mutating func add(_ column: ColumnDescription, _ table: TableDescription) {
        let type = TypeWord(column.type)
        text += Self.line { json in
            json.member("table", table.name)
            json.member("column", column.name)
            json.member("type", type.word)
            if !type.numbers.isEmpty { json.member("numbers", type.numbers) }
            if !type.values.isEmpty { json.member("values", type.values) }
            if !column.allowNull { json.member("allowNull", false) }
            if let value = column.defaultValue { json.member("default", DefaultWords.words(value, column.type)) }
            if table.primaryKey.contains(column.name) { json.member("primaryKey", true) }
            if column.autoIncrement { json.member("autoIncrement", true) }
            if let key = table.foreignKey(of: column.name), let other = key.keys.first {
                json.member("references", [key.table, other, key.onDelete.rawValue, key.onUpdate.rawValue])
            }
            if let comment = column.comment { json.member("comment", comment) }
            if let expression = column.generated { json.member("generated", expression) }
            if let count = filled[table.name]?[column.name] { json.member("filled", count) }
            if isNative || column.type == nil { json.member("native", column.nativeType) }
            if isNative, let value = column.nativeDefault { json.member("nativeDefault", value) }
        }
    }

    private mutating func add(_ index: IndexDescription, _ table: TableDescription) {
        text += Self.line { json in
            json.member("table", table.name)
            json.member("index", index.name.text)
            json.member("fields", index.fields.map { $0.column ?? $0.expression ?? "" })
            if index.unique { json.member("unique", true) }
            if index.fields.contains(where: \.descending) {
                json.member("orders", index.fields.map { $0.descending ? "desc" : "asc" })
            }
            if index.fields.contains(where: { $0.length != nil }) {
                json.member("lengths", index.fields.map { $0.length ?? 0 })
            }
            if let method = index.method, method != IndexMethod.btree.rawValue { json.member("using", method) }
            if let values = index.values {
                json.member("where", values.map { Self.words($0, table) })
            } else if let condition = index.condition {
                json.member("condition", condition)
            }
            if index.columns == nil { json.member("expressions", index.fields.map { $0.column == nil }) }
            if index.fields.contains(where: { $0.options != nil }) {
                json.member("options", index.fields.map { $0.options ?? "" })
            }
            if index.isConstraint { json.member("constraint", true) }
            if !index.name.isGiven { json.member("unnamed", true) }
            if !index.included.isEmpty { json.member("include", index.included) }
        }
    }

    /// The column, and kind and text of each value: `["status", "enum", "draft", "enum", "sent"]`.
    private static func words(_ values: ColumnValues, _ table: TableDescription) -> [String] {
        let type = table.column(values.column)?.type
        return [values.column]
            + values.values.flatMap { value -> [String] in
                // Booleans are numbers in some engines.
                if type == .boolean, case .integer(let number) = value { return ["boolean", "\(number != 0)"] }
                return DefaultWords.words(value, type)
            }
    }

    private mutating func add(_ key: ForeignKeyDescription, _ table: TableDescription) {
        text += Self.line { json in
            json.member("table", table.name)
            json.member("foreignKey", key.name.text)
            json.member("fields", key.columns)
            json.member("references", [key.table] + key.keys)
            json.member("actions", [key.onDelete.rawValue, key.onUpdate.rawValue])
        }
    }
}

extension TableDescription {
    /// The foreign key that a column's line says.
    fileprivate func foreignKey(of column: String) -> ForeignKeyDescription? {
        foreignKeys.first { $0.columns == [column] }
    }

    /// Whether a column's line says a foreign key.
    fileprivate func isOfColumn(_ key: ForeignKeyDescription) -> Bool {
        key.columns.count == 1 && foreignKey(of: key.columns[0]) == key
    }

    /// Whether a check only says what a column's type says already.
    fileprivate func isOfType(_ check: CheckDescription) -> Bool {
        guard let list = check.values, let texts = list.texts else { return false }
        return columns.contains { column in
            column.name.lowercased() == list.column.lowercased() && column.type == .enumeration(values: texts)
        }
    }
}
