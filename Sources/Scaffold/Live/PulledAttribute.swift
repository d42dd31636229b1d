/// A column of a live database as an attribute of the schema language.
struct PulledAttribute {
    let column: Table.Column
    let name: String
    /// The column that an attribute of this name has by itself.
    let usualColumn: String
    /// The type in the engine's own words.
    let native: String?
    var isUnique = false
    var isIndexed: Bool?
    /// Whether the column is the whole key of its table.
    var isWholeKey = false

    /// The attribute's line: a short form, or options.
    var entry: NewEntry {
        var entry = NewEntry(key: name, value: .text(""))
        let type = typeText
        if column.type == .unknown { entry.comment = "\(native ?? "of an unknown type") in the database" }
        var options: [NewEntry] = [NewEntry(key: "type", value: .text(type ?? "enum"))]
        if type == nil { options.append(NewEntry(key: "values", value: .plain(Self.list(column.type.values)))) }
        if usualColumn != column.name { options.append(NewEntry(key: "field", value: .text(column.name))) }
        if let problem = SwiftIdentifier.problem(member: name, kind: .attribute), problem.suggestion != nil {
            options.append(NewEntry(key: "swiftName", value: .text("\(name)Value")))
        }
        if isIndexed == false { options.append(NewEntry(key: "index", value: .text("false"))) }
        if let comment = column.comment {
            options.append(NewEntry(key: "comment", value: .plain(JSONText.string(comment))))
        }
        if isWholeKey, counts, !column.autoIncrement {
            options.append(NewEntry(key: "autoIncrement", value: .text("false")))
        }
        if options.count == 1, let type, defaultEntry == nil || shortDefault != nil {
            let words = [type + (isRequired ? "!" : "")] + modifiers + (shortDefault.map { ["=\($0)"] } ?? [])
            entry.value = .text(words.joined(separator: " "))
            return entry
        }
        if let value = defaultEntry { options.append(value) }
        if isRequired { options.insert(NewEntry(key: "allowNull", value: .text("false")), at: 1) }
        if column.isPrimaryKey { options.append(NewEntry(key: "primaryKey", value: .text("true"))) }
        if isUnique { options.append(NewEntry(key: "unique", value: .text("true"))) }
        if isIndexed == true { options.append(NewEntry(key: "index", value: .text("true"))) }
        entry.value = .inline(options)
        return entry
    }

    private var isRequired: Bool { !column.allowNull && !column.isPrimaryKey }

    private var modifiers: [String] {
        (column.isPrimaryKey ? ["primary"] : []) + (isUnique ? ["unique"] : []) + (isIndexed == true ? ["index"] : [])
    }

    private var counts: Bool { ["smallint", "integer", "bigint"].contains(column.type.word) }

    /// The type as the schema writes it; nil for an enum whose words no short form can hold.
    private var typeText: String? {
        let type = column.type
        switch type.word {
        case ColumnType.unknown.word: return Self.nearestType(to: native ?? "")
        case "enum":
            let isPlain = type.values.allSatisfy { value in
                value.first?.isLetter == true && value.utf8.allSatisfy(Self.isWordPart)
            }
            return isPlain ? "enum(\(type.values.joined(separator: ", ")))" : nil
        case "string" where type.numbers == [TypeArguments.defaultLength]: return "string"
        case _ where type.word.hasPrefix("array "):
            let numbers = type.numbers.isEmpty ? "" : "(\(type.numbers.map(String.init).joined(separator: ", ")))"
            return "array(\(type.word.dropFirst(6))\(numbers))"
        default: return type.written
        }
    }

    /// What stands nearest to a type that the schema language has no word for.
    private static func nearestType(to native: String) -> String {
        guard !native.contains("[") else { return "text" }
        let word = native.lowercased().prefix { $0.isLetter || $0.isNumber }
        let known = TypeName.suggestion(for: String(word)).flatMap(TypeName.init(rawValue:)) ?? .text
        return [.enum, .array, .virtual, .password].contains(known) ? "text" : known.rawValue
    }

    /// The default, where it is one word that a short form can hold.
    private var shortDefault: String? {
        let text: String
        switch defaultEntry?.value {
        case .text(let value): text = value
        case .plain(let json):
            guard case .string(let value)? = column.defaultValue?.structure, json == JSONText.string(value) else {
                return nil
            }
            text = value
        default: return nil
        }
        let isWord = text.utf8.allSatisfy { Self.isWordPart($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        return isWord && !text.isEmpty ? text : nil
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private var defaultEntry: NewEntry? {
        guard let value = column.defaultValue, column.type != .unknown else { return nil }
        func entry(_ value: NewEntry.Value) -> NewEntry { NewEntry(key: "defaultValue", value: value) }
        func sql(_ text: String) -> NewEntry {
            entry(.inline([NewEntry(key: "sql", value: .plain(JSONText.string(text)))]))
        }
        switch (value, column.type.word) {
        case (.now, "date"): return entry(.text("now"))
        case (.now, _): return sql("CURRENT_TIMESTAMP")
        case (.sql(let text), _): return sql(text)
        case (.json(let text), _): return entry(.plain(text))
        case (.string(let text), "string"), (.string(let text), "text"), (.string(let text), "char"),
            (.string(let text), "enum"), (.enumCase(let text), _):
            return entry(.plain(JSONText.string(text)))
        case (.string(let text), "json"): return entry(.plain(text))
        case (.string(let text), _): return sql("'\(text.replacing("'", with: "''"))'")
        case (.integer(let number), "boolean"): return entry(.text(number == 0 ? "false" : "true"))
        case (.integer(let number), _): return entry(.text("\(number)"))
        case (.double(let number), _): return entry(.text("\(number)"))
        case (.decimal(let text), _): return entry(.text(text))
        case (.boolean(let flag), _): return entry(.text("\(flag)"))
        case (.uuidv4, _), (.uuidv7, _), (.list, _): return nil
        }
    }

    static func list(_ words: [String]) -> String { "[\(words.map { JSONText.string($0) }.joined(separator: ", "))]" }
}
