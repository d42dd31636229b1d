extension AttributeType {
    /// The Swift type of a value: `String`, `PostStatus`, `[Int]`.
    var swiftType: String {
        switch self {
        case .string, .text, .char: "String"
        case .smallint, .integer, .bigint: "Int"
        case .float, .double: "Double"
        case .decimal: "Decimal"
        case .boolean: "Bool"
        case .date: "Date"
        case .dateonly: "DateOnly"
        case .time: "TimeOfDay"
        case .uuid: "UUID"
        case .json: "JSON"
        case .blob: "Data"
        case .password: "Password"
        case .enum(let typeName, _): typeName
        case .array(let element): "[\(element.swiftType)]"
        }
    }

    /// The type as a model's table definition names it: `.string(200)`, `.enum(PostStatus.self)`.
    var tableType: String {
        if case .enum(let typeName, _) = self { return ".enum(\(typeName).self)" }
        return columnType
    }

    /// The type as a migration names it, which knows no type of the app: `.string(200)`, `.enum("draft", "published")`.
    var columnType: String {
        switch self {
        case .string(255): ".string"
        case .string(let length): ".string(\(length))"
        case .text: ".text"
        case .char(let length): ".char(\(length))"
        case .smallint: ".smallint"
        case .integer: ".integer"
        case .bigint: ".bigint"
        case .float: ".float"
        case .double: ".double"
        case .decimal(let precision, let scale): ".decimal(\(precision), \(scale))"
        case .boolean: ".boolean"
        case .date: ".date"
        case .dateonly: ".dateonly"
        case .time: ".time"
        case .uuid: ".uuid"
        case .json: ".json"
        case .blob: ".blob"
        case .password: ".password"
        case .enum(_, let cases): ".enum(\(cases.map { SwiftText.literal($0.value) }.joined(separator: ", ")))"
        case .array(let element): ".array(\(element.columnType))"
        }
    }

    /// A value of it that means nothing, for code that its owner is to write; nil where there is none.
    var blankValue: String? {
        switch self {
        case .string, .text, .char, .password: "\"\""
        case .smallint, .integer, .bigint, .float, .double, .decimal: "0"
        case .boolean: "false"
        case .date: ".now"
        case .uuid: "UUID()"
        case .json: ".null"
        case .blob: "Data()"
        case .array: "[]"
        case .dateonly, .time, .enum: nil
        }
    }

    var isPassword: Bool { self == .password }

    var isText: Bool {
        switch self {
        case .string, .text, .char: true
        default: false
        }
    }
}
