extension AttributeType {
    var isInteger: Bool { [.smallint, .integer, .bigint].contains(self) }

    /// `float`, `double` and `decimal`.
    var isFraction: Bool {
        switch self {
        case .float, .double, .decimal: true
        default: false
        }
    }

    /// Types whose values are text that people write.
    var isWriting: Bool {
        switch self {
        case .string, .text, .char: true
        default: false
        }
    }

    /// As it is written in the schema: `string(200)`.
    var written: String {
        switch self {
        case .string(TypeArguments.defaultLength): "string"
        case .string(let length): "string(\(length))"
        case .char(TypeArguments.defaultLength): "char"
        case .char(let length): "char(\(length))"
        case .decimal(let precision, let scale): "decimal(\(precision), \(scale))"
        case .enum(_, let cases): "enum(\(cases.map(\.written).joined(separator: ", ")))"
        case .array(let element): "array(\(element.written))"
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
        case .json: "json"
        case .blob: "blob"
        case .password: "password"
        }
    }
}

extension EnumCase {
    /// As it is written in the schema: `admin=1`.
    var written: String { value + (number.map { "=\($0)" } ?? "") }
}
