extension Attribute {
    /// The line of the model's table definition: `column("title", .string(200), allowNull: false, trim: true)`.
    var tableDefinition: String {
        let fieldArgument = field == name ? "" : ", field: \(SwiftText.literal(field))"
        switch origin {
        case .timestamp: return "timestamp(\(SwiftText.literal(name))\(fieldArgument))"
        case .deletedAt:
            let meaning = name == "deletedAt" ? "" : ", .deletedAt"
            return "timestamp(\(SwiftText.literal(name))\(meaning)\(fieldArgument))"
        case .version: return "version(\(SwiftText.literal(name))\(fieldArgument))"
        default: break
        }
        return "column(\(SwiftText.literal(name)), \(tableArguments.joined(separator: ", ")))"
    }

    private var tableArguments: [String] {
        var arguments = [isStoredByNumber ? ".integer" : type.tableType]
        if field != name { arguments.append("field: \(SwiftText.literal(field))") }
        if !allowNull, !isPrimaryKey { arguments.append("allowNull: false") }
        if let defaultValue = storedDefault { arguments.append("defaultValue: \(defaultValue.tableValue)") }
        if isUnique, !isPrimaryKey { arguments.append("unique: true") }
        if isPrimaryKey { arguments.append("primaryKey: true") }
        if autoIncrement { arguments.append("autoIncrement: true") }
        if trim { arguments.append("trim: true") }
        if lowercase { arguments.append("lowercase: true") }
        if case .enum(let name, let cases) = type, cases.contains(where: { $0.number != nil }) {
            arguments.append("numbers: \(name).numbers")
        }
        return arguments
    }
}

extension DefaultValue {
    /// In a model's table definition: `.value("draft")`, `.now`.
    var tableValue: String {
        switch self {
        case .string(let text), .enumCase(let text), .json(let text): ".value(\(SwiftText.literal(text)))"
        case .integer(let number): ".value(\(SwiftText.literal(number)))"
        case .list: ".value(\(SwiftText.literal(json)))"
        case .double(let number): ".value(\(number))"
        case .decimal(let text): ".sql(\(SwiftText.literal(text)))"
        case .boolean(let flag): ".value(\(flag))"
        case .now: ".now"
        case .uuidv4: ".uuidv4"
        case .uuidv7: ".uuidv7"
        case .sql(let text): ".sql(\(SwiftText.literal(text)))"
        }
    }
}
