extension View {
    /// `Migrations/20261120093000-create-post.swift`; without operations an empty skeleton.
    static func migration(_ migration: PlannedMigration) -> View {
        [
            "type": migration.name.typeName,
            "name": SwiftText.literal(migration.name.text),
            "isRepair": migration.isRepair,
            "up": migration.up.enumerated().map { place, step in
                let hazards = migration.hazards.indices.contains(place) ? migration.hazards[place] : []
                return operation(step).merging(["comments": hazards.flatMap(\.comments)])
            },
            "down": migration.down.map { operation($0).merging(["comments": [String]()]) },
        ]
    }

    private static func operation(_ operation: Operation) -> View {
        switch operation {
        case .createTable(let table):
            return [
                "createTable": true, "table": table.name.literal, "statement": false,
                "columns": table.definitions.map { ["line": $0, "isLong": Layout.isUnbreakable($0)] as View },
            ]
        case .dropTable(let table): return statement("dropTable", [table.name.literal])
        case .renameTable(let name, let newName):
            return statement("renameTable", [name.literal, "to: \(newName.literal)"])
        case .addColumn(let table, let column): return statement("addColumn", [table.literal, column.arguments])
        case .removeColumn(let table, let column):
            return statement("removeColumn", [table.literal, column.name.literal])
        case .renameColumn(let table, let name, let newName):
            return statement("renameColumn", [table.literal, name.literal, "to: \(newName.literal)"])
        case .changeColumn(let table, _, let column):
            return statement("changeColumn", [table.literal, column.arguments])
        case .changePrimaryKey(let table, _, let key):
            let option = key.autoIncrement ? ["autoIncrement: true"] : []
            return statement("changePrimaryKey", [table.literal, key.columns.literal] + option)
        case .addIndex(let table, let index):
            return statement("addIndex", [table.literal, index.literal] + index.options(in: table))
        case .removeIndex(let table, let index):
            let option = index.nameOption(in: table)
            return statement("removeIndex", [table.literal] + (option.isEmpty ? [index.names.literal] : option))
        case .renameIndex(let table, let name, let newName):
            return statement("renameIndex", [table.literal, name.literal, "to: \(newName.literal)"])
        case .backfill(let table, let column, let value):
            let (new, old) = value.literals
            return statement(
                "bulkUpdate",
                [table.literal, "[\(column.literal): \(new)]", "where: [\(column.literal): \(old)]"])
        case .requireNoRows(let table, let reason):
            return statement("requireNoRows", [table.literal, "because: \(reason.literal)"])
        }
    }

    private static func statement(_ method: String, _ arguments: [String]) -> View {
        let line = "\(method)(\(arguments.joined(separator: ", ")))"
        return ["createTable": false, "statement": line, "isLong": Layout.isUnbreakable(line)]
    }
}

extension String {
    fileprivate var literal: String { SwiftText.literal(self) }
}

extension [String] {
    fileprivate var literal: String { "[\(map(\.literal).joined(separator: ", "))]" }
}

extension Backfill {
    /// The value that rows get, and the one that they have had.
    fileprivate var literals: (new: String, old: String) {
        switch self {
        case .value(let value): (value.columnValue ?? "nil", "nil")
        case .sql(let text): (".sql(\(text.literal))", "nil")
        case .replacing(let word, let newWord): (newWord.literal, word.literal)
        }
    }
}

extension Table {
    /// The lines of `createTable`. A key whose columns come in another order than in the table stands behind them.
    fileprivate var definitions: [String] {
        let key = primaryKey.columns
        guard key != columns.filter(\.isPrimaryKey).map(\.name) else {
            return columns.map { "column(\($0.arguments(with: $0.isPrimaryKey)))" }
        }
        return columns.map { "column(\($0.arguments(with: false)))" } + ["constraint(.primaryKey(\(key.literal)))"]
    }
}

extension Index {
    fileprivate var literal: String { "[\(fields.map(\.literal).joined(separator: ", "))]" }

    fileprivate func options(in table: String) -> [String] {
        var options = isUnique ? ["unique: true"] : []
        options += nameOption(in: table)
        if let using { options.append("using: .\(using)") }
        if !conditions.isEmpty { options.append("where: [\(conditions.map(\.literal).joined(separator: ", "))]") }
        return options
    }

    /// The name, where it is not the one that the runtime gives by itself.
    fileprivate func nameOption(in table: String) -> [String] {
        name == IndexName.make(table: table, fields: names) ? [] : ["name: \(SwiftText.literal(name))"]
    }
}

extension Index.Field {
    /// `"title"`, `.descending("createdAt")`, `.init("title", length: 20)`.
    fileprivate var literal: String {
        let name = SwiftText.literal(name)
        if let length {
            return ".init(\(name)\(descending ? ", .descending" : ""), length: \(SwiftText.literal(length)))"
        }
        return descending ? ".descending(\(name))" : name
    }
}

extension Index.Condition {
    /// `"deletedAt": nil`, `"status": ["draft", "sent"]`.
    fileprivate var literal: String {
        let literals = values.map { $0.flatMap(\.columnValue) ?? "nil" }
        let value = literals.count == 1 ? literals[0] : "[\(literals.joined(separator: ", "))]"
        return "\(SwiftText.literal(attribute)): \(value)"
    }
}

extension Table.Column {
    /// `"title", .string(200), allowNull: false`. A part of a key is no key by itself.
    fileprivate var arguments: String { arguments(with: key == .alone) }

    fileprivate func arguments(with primaryKey: Bool) -> String {
        var arguments = [SwiftText.literal(name), type.expression]
        if !allowNull || isPrimaryKey, !primaryKey { arguments.append("allowNull: false") }
        if let value = defaultValue?.columnValue { arguments.append("defaultValue: \(value)") }
        if primaryKey { arguments.append("primaryKey: true") }
        if autoIncrement { arguments.append("autoIncrement: true") }
        if let reference {
            let target = "\(SwiftText.literal(reference.table)), key: \(SwiftText.literal(reference.column))"
            arguments += [
                "references: .init(\(target))", "onDelete: .\(reference.onDelete.swiftName)",
                "onUpdate: .\(reference.onUpdate.swiftName)",
            ]
        }
        if let comment { arguments.append("comment: \(comment.literal)") }
        return arguments.joined(separator: ", ")
    }
}

extension ColumnType {
    /// `.string(200)`, `.enum("draft", "published")`.
    fileprivate var expression: String {
        let arguments = numbers.map { SwiftText.literal($0) } + values.map { SwiftText.literal($0) }
        if word == "string", numbers == [255] { return ".string" }
        if word.hasPrefix("array ") {
            var element = self
            element.word.removeFirst("array ".count)
            return ".array(\(element.expression))"
        }
        return ".\(word)" + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
    }
}

extension DefaultValue {
    /// The default as the database has it; nil for what the app fills in.
    fileprivate var columnValue: String? {
        switch self {
        case .string(let text), .enumCase(let text), .json(let text): SwiftText.literal(text)
        case .list: SwiftText.literal(json)
        case .decimal(let text): ".sql(\(SwiftText.literal(text)))"
        case .integer(let number): SwiftText.literal(number)
        case .double(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .sql(let text): ".sql(\(SwiftText.literal(text)))"
        case .now: ".now"
        case .uuidv4, .uuidv7: nil
        }
    }
}

extension ReferentialAction {
    fileprivate var swiftName: String {
        switch self {
        case .cascade: "cascade"
        case .setNull: "setNull"
        case .setDefault: "setDefault"
        case .restrict: "restrict"
        case .noAction: "noAction"
        }
    }
}
