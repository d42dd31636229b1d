/// A column's type in the words of the schema language, as lines of tables record it: `decimal`, `[10, 2]`.
struct TypeWord {
    var word: String
    var numbers: [Int] = []
    /// The values of an enumeration.
    var values: [String] = []

    /// What stands for a type that the schema language has no word for.
    static let unknown = "unknown"

    init(word: String, numbers: [Int], values: [String]) {
        self.word = word
        self.numbers = numbers
        self.values = values
    }

    init(_ type: ColumnType?) {
        (word, numbers, values) =
            switch type {
            case nil: (Self.unknown, [], [])
            case .string(let length): ("string", [length], [])
            case .char(let length): ("char", [length], [])
            case .decimal(let precision?, let scale): ("decimal", [precision, scale ?? 0], [])
            case .decimal(nil, _): ("decimal", [], [])
            case .enumeration(let values): ("enum", [], values)
            case .json(let element?): Self.array(TypeWord(element))
            case .json(nil): ("json", [], [])
            case .text: ("text", [], [])
            case .smallint: ("smallint", [], [])
            case .integer: ("integer", [], [])
            case .bigint: ("bigint", [], [])
            case .float: ("float", [], [])
            case .double: ("double", [], [])
            case .boolean: ("boolean", [], [])
            case .date: ("date", [], [])
            case .dateonly: ("dateonly", [], [])
            case .time: ("time", [], [])
            case .uuid: ("uuid", [], [])
            case .blob: ("blob", [], [])
            case .password: ("password", [], [])
            }
    }

    private static func array(_ element: TypeWord) -> (String, [Int], [String]) {
        ("array \(element.word)", element.numbers, element.values)
    }

    /// Nil for a word that means no type.
    var type: ColumnType? {
        if word.hasPrefix("array ") {
            let element = TypeWord(word: String(word.dropFirst(6)), numbers: numbers, values: values)
            return element.type.map { .array($0) }
        }
        return switch word {
        case "string": .string(numbers.first ?? 255)
        case "char": .char(numbers.first ?? 1)
        case "decimal": .decimal(precision: numbers.first, scale: numbers.count > 1 ? numbers[1] : nil)
        case "enum": .enumeration(values: values)
        case "json": .json
        case "text": .text
        case "smallint": .smallint
        case "integer": .integer
        case "bigint": .bigint
        case "float": .float
        case "double": .double
        case "boolean": .boolean
        case "date": .date
        case "dateonly": .dateonly
        case "time": .time
        case "uuid": .uuid
        case "blob": .blob
        case "password": .password
        default: nil
        }
    }
}
