#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A default, or a value of a partial index, as lines of tables record it: its kind and its text, `["string", "draft"]`.
enum DefaultWords {
    /// - Parameter type: that of the column, since a text is a word of an enumeration there.
    static func words(_ value: ColumnDefault, _ type: ColumnType?) -> [String] {
        switch value {
        case .now: ["now"]
        case .sql(let text): ["sql", text]
        case .value(let value): words(value, type)
        }
    }

    static func words(_ value: Value, _ type: ColumnType?) -> [String] {
        switch value {
        case .null: return ["null", ""]
        case .integer(let number): return ["integer", "\(number)"]
        case .double(let number): return ["double", "\(number)"]
        case .decimal(let number): return ["decimal", number.description]
        case .boolean(let flag): return ["boolean", "\(flag)"]
        case .date(let date): return ["string", DateText.string(date) ?? ""]
        case .dateOnly(let date): return ["string", date.description]
        case .time(let time): return ["string", time.description]
        case .uuid(let uuid): return ["string", uuid.uuidString.lowercased()]
        case .blob(let bytes): return ["string", String(decoding: bytes, as: UTF8.self)]
        case .text(let text):
            switch type {
            case .enumeration: return ["enum", text]
            case .json: return ["json", text]
            default: return ["string", text]
            }
        }
    }

    /// Nil for what the database does not know: what the app itself makes (`uuidv4`).
    static func value(_ words: [String], _ type: ColumnType?) -> ColumnDefault? {
        let text = words.count > 1 ? words[1] : ""
        switch words.first {
        case "now": return .now
        case "sql": return .sql(text)
        case "integer": return Int64(text).map { .value(.integer($0)) }
        case "double": return Double(text).map { .value(.double($0)) }
        case "decimal": return DecimalText.parse(text).map { .value(.decimal($0)) }
        case "boolean": return .value(.boolean(text == "true"))
        case "enum", "json": return .value(.text(text))
        case "string": return .value(typed(text, type))
        case "null": return .value(.null)
        default: return nil
        }
    }

    /// The number of a text, as a column of the type holds it.
    static func number(_ text: String, _ type: ColumnType) -> Value? {
        switch type {
        case .smallint, .integer, .bigint: Int64(text).map(Value.integer)
        case .decimal: DecimalText.parse(text).map(Value.decimal)
        default: Double(text).map(Value.double)
        }
    }

    private static func typed(_ text: String, _ type: ColumnType?) -> Value {
        let value: Value? =
            switch type {
            case .date: DateText.parse(text).map(Value.date)
            case .dateonly: DateOnly(text).map(Value.dateOnly)
            case .time: TimeOfDay(text).map(Value.time)
            case .uuid: UUID(uuidString: text).map(Value.uuid)
            case .blob: .blob(Array(text.utf8))
            default: nil
            }
        return value ?? .text(text)
    }
}
