extension Attribute {
    /// The line of the model's table definition: `column("title", .string(200), allowNull: false, trim: true)`.
    var tableDefinition: String {
        let fieldArgument = field == name ? "" : ", field: \(SwiftText.literal(field))"
        if isTimestamp, !allowNull { return "timestamp(\(SwiftText.literal(name))\(fieldArgument))" }
        return "column(\(SwiftText.literal(name)), \(tableArguments.joined(separator: ", ")))"
    }

    private var tableArguments: [String] {
        var arguments = [type.tableType]
        if field != name { arguments.append("field: \(SwiftText.literal(field))") }
        if !allowNull, !isPrimaryKey { arguments.append("allowNull: false") }
        if let defaultValue { arguments.append("defaultValue: \(defaultValue.tableValue)") }
        if isUnique, !isPrimaryKey { arguments.append("unique: true") }
        if isPrimaryKey { arguments.append("primaryKey: true") }
        if autoIncrement { arguments.append("autoIncrement: true") }
        if trim { arguments.append("trim: true") }
        if lowercase { arguments.append("lowercase: true") }
        return arguments
    }
}

extension DefaultValue {
    /// In a model's table definition: `.value("draft")`, `.now`.
    var tableValue: String {
        switch self {
        case .string(let text), .enumCase(let text), .json(let text): ".value(\(SwiftText.literal(text)))"
        case .integer(let number): ".value(\(SwiftText.literal(number)))"
        case .double(let number): ".value(\(number))"
        case .boolean(let flag): ".value(\(flag))"
        case .now: ".now"
        case .uuidv4: ".uuidv4"
        case .uuidv7: ".uuidv7"
        case .sql(let text): ".sql(\(SwiftText.literal(text)))"
        }
    }
}
