/// SQLite's words.
struct SQLiteDialect: Dialect {
    var name: String { "SQLite" }

    // SQLITE_MAX_VARIABLE_NUMBER, since 3.32.
    var maximumValues: Int { 32_766 }

    var returnsRows: Bool { true }

    var tellsInsertedKey: Bool { true }

    // CURRENT_TIMESTAMP has another form than the one dates are kept in, and would not sort among them.
    var now: String { "(strftime('%Y-%m-%d %H:%M:%f +00:00', 'now'))" }

    var insertOfDefaults: String { " DEFAULT VALUES" }

    var tableExists: String { "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE" }

    func quote(_ identifier: String) -> String { QuotedText.quoted(identifier, by: "\"") }

    func placeholder(_ number: Int) -> String { "?" }
    func placeholders(from number: Int, count: Int) -> String { QuestionMarks.list(count) }

    func literal(_ value: Value) throws -> String {
        switch value {
        case .null: return "NULL"
        case .integer(let number): return "\(number)"
        case .boolean(let flag): return flag ? "1" : "0"
        case .double(let number):
            guard number.isFinite else { throw ValueError(kind: .double, reason: "a number that is not finite") }
            return "\(number)"
        case .decimal(let number): return try literal(SQLiteDecimal.stored(number))
        case .date(let date): return try literal(.text(SQLiteText.date(date)))
        case .dateOnly(let date): return try literal(.text(date.description))
        case .time(let time): return try literal(.text(time.description))
        case .uuid(let uuid): return try literal(.text(SQLiteText.uuid(uuid)))
        case .blob(let bytes): return "x'" + bytes.map(hexadecimal).joined() + "'"
        case .text(let text):
            guard !text.utf8.contains(0) else { throw ValueError(kind: .text, reason: "text with a NUL character") }
            return SQLiteText.literal(text)
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// The names are Sequelize's; what counts for SQLite is the affinity it reads out of them. (`JSON` alone would
    /// have that of a number and turn the JSON text `1` into one.)
    func type(_ type: ColumnType) throws -> String {
        switch type {
        case .string(let length): "VARCHAR(\(length))"
        case .password: "VARCHAR(255)"
        case .char(let length): "CHAR(\(length))"
        case .text, .enumeration: "TEXT"
        case .smallint: "SMALLINT"
        case .integer: "INTEGER"
        case .bigint: "BIGINT"
        case .float: "FLOAT"
        case .double: "DOUBLE PRECISION"
        case .decimal(let precision?, let scale): "DECIMAL(\(precision),\(scale ?? 0))"
        case .decimal(nil, _): "DECIMAL"
        case .boolean: "TINYINT(1)"
        case .date: "DATETIME"
        case .dateonly: "DATE"
        case .time: "TIME"
        case .uuid: "UUID"
        case .json: "JSON TEXT"
        case .blob: "BLOB"
        }
    }

    func match(_ expression: String, _ relation: TextRelation, _ placeholder: String, folding: Bool) -> String {
        let mode: Int32 =
            switch relation {
            case .contains: 0
            case .startsWith: 1
            case .endsWith: 2
            }
        return "scaffold_match(\(expression), \(placeholder), \(folding ? mode | SQLiteFunctions.folding : mode))"
    }

    func like(_ expression: String, _ placeholder: String, folding: Bool) -> String {
        // LIKE of SQLite's own takes ASCII letters of either case as the same, and no others
        "scaffold_like(\(expression), \(placeholder), \(folding ? 1 : 0))"
    }

    func regexp(_ expression: String, _ placeholder: String, folding: Bool) -> String {
        "scaffold_regexp(\(expression), \(placeholder), \(folding ? 1 : 0))"
    }

    func fold(_ expression: String) -> String { "scaffold_fold(\(expression))" }

    func order(_ expression: String, descending: Bool, nulls: NullsOrder?) -> String {
        let direction = descending ? "\(expression) DESC" : expression
        guard let nulls else { return direction }
        return direction + (nulls == .first ? " NULLS FIRST" : " NULLS LAST")
    }

    func json(_ expression: String, at path: [JSONPathStep]) -> String {
        "scaffold_json(\(expression), \(SQLiteText.literal(JSONPathStep.text(of: path))))"
    }

    func jsonContains(_ expression: String, _ placeholder: String) -> String {
        "scaffold_json_contains(\(expression), \(placeholder))"
    }

    func jsonOverlaps(_ expression: String, _ placeholder: String) -> String {
        "scaffold_json_overlaps(\(expression), \(placeholder))"
    }

    func lock(_ lock: RowLock, _ wait: LockWait, of alias: String) -> String { "" }

    var foreignKeys: String? {
        """
        SELECT id, "from", "table", "to" FROM pragma_foreign_key_list(?1) WHERE "to" IS NOT NULL ORDER BY id, seq
        """
    }

    func truncate(_ table: String) -> [String] {
        ["DELETE FROM \(quote(table))", "DELETE FROM sqlite_sequence WHERE name = \(SQLiteText.literal(table))"]
    }

    func upsert(conflict: [String], update: [String], also sums: [String]) -> String {
        let target = conflict.isEmpty ? "" : " (\(conflict.map(quote).joined(separator: ", ")))"
        guard !update.isEmpty else { return " ON CONFLICT\(target) DO NOTHING" }
        let changes = update.map { "\(quote($0)) = excluded.\(quote($0))" } + sums
        return " ON CONFLICT\(target) DO UPDATE SET \(changes.joined(separator: ", "))"
    }
}
