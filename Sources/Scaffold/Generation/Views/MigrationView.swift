extension View {
    /// `Migrations/20261120093000-create-post.swift`; without operations an empty skeleton.
    static func migration(_ migration: PlannedMigration) -> View {
        [
            "type": migration.name.typeName,
            "name": SwiftText.literal(migration.name.text),
            "up": migration.up.map(operation),
            "down": migration.down.map(operation),
        ]
    }

    private static func operation(_ operation: Operation) -> View {
        switch operation {
        case .createTable(let table):
            return [
                "createTable": true, "table": SwiftText.literal(table.name),
                "columns": table.columns.map { "column(\($0.arguments))" }, "statement": false,
            ]
        case .dropTable(let table): return statement("dropTable", [table.literal])
        case .addColumn(let table, let column): return statement("addColumn", [table.literal, column.arguments])
        case .removeColumn(let table, let column): return statement("removeColumn", [table.literal, column.literal])
        case .addIndex(let table, let index):
            return statement("addIndex", [table.literal, index.literal] + index.options(in: table))
        case .removeIndex(let table, let index):
            let option = index.nameOption(in: table)
            return statement("removeIndex", [table.literal] + (option.isEmpty ? [index.literal] : option))
        }
    }

    private static func statement(_ method: String, _ arguments: [String]) -> View {
        ["createTable": false, "statement": "\(method)(\(arguments.joined(separator: ", ")))"]
    }
}

extension String {
    fileprivate var literal: String { SwiftText.literal(self) }
}

extension Index {
    fileprivate var literal: String { "[\(fields.map(SwiftText.literal).joined(separator: ", "))]" }

    fileprivate func options(in table: String) -> [String] {
        (isUnique ? ["unique: true"] : []) + nameOption(in: table)
    }

    /// The name, where it is not the one that the runtime gives by itself.
    fileprivate func nameOption(in table: String) -> [String] {
        name == runtimeName(in: table) ? [] : ["name: \(SwiftText.literal(name))"]
    }

    /// The runtime's own rule (`IndexBlueprint`): Sequelize's names, by letters alone.
    private func runtimeName(in table: String) -> String {
        let names = ([table] + fields).map { name in
            var result = ""
            var previous: Character = "_"
            for character in name {
                if character.isUppercase, previous.isLowercase || previous.isNumber { result += "_" }
                result += character.lowercased()
                previous = character
            }
            return result
        }
        return names.joined(separator: "_")
    }
}

extension Table.Column {
    /// `"title", .string(200), allowNull: false`.
    fileprivate var arguments: String {
        var arguments = [SwiftText.literal(name), type.expression]
        if !allowNull, !isPrimaryKey { arguments.append("allowNull: false") }
        if let value = defaultValue?.columnValue { arguments.append("defaultValue: \(value)") }
        if isPrimaryKey { arguments.append("primaryKey: true") }
        if autoIncrement { arguments.append("autoIncrement: true") }
        if let reference {
            let target = "\(SwiftText.literal(reference.table)), key: \(SwiftText.literal(reference.column))"
            arguments += [
                "references: .init(\(target))", "onDelete: .\(reference.onDelete.swiftName)",
                "onUpdate: .\(reference.onUpdate.swiftName)",
            ]
        }
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
