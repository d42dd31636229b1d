/// The type of a column, as schema, models and migrations name it; each engine has its own word for it.
public enum ColumnType: Sendable, Hashable {
    case string(length: Int)
    case text
    case char(length: Int)
    case smallint
    case integer
    case bigint
    case float
    case double
    /// `decimal(precision, scale)`; without a precision as many digits as the engine keeps.
    case decimal(precision: Int?, scale: Int?)
    case boolean
    case date
    case dateonly
    case time
    case uuid
    case enumeration(values: [String])
    /// JSON; with the type of its elements an array of those.
    indirect case json(elements: ColumnType?)
    case blob
    case password

    /// `string`: 255 characters, as Sequelize has it.
    public static var string: ColumnType { .string(length: 255) }
    /// `string(n)`: at most so many characters.
    public static func string(_ length: Int) -> ColumnType { .string(length: length) }
    /// `char`: one character.
    public static var char: ColumnType { .char(length: 1) }
    /// `char(n)`: exactly so many characters.
    public static func char(_ length: Int) -> ColumnType { .char(length: length) }
    /// `decimal`: exact, with as many digits as the engine keeps.
    public static var decimal: ColumnType { .decimal(precision: nil, scale: nil) }
    /// `decimal(p, s)`: exact, with so many digits, so many of them behind the point.
    public static func decimal(_ precision: Int, _ scale: Int = 0) -> ColumnType {
        .decimal(precision: precision, scale: scale)
    }
    /// `json`: any JSON value.
    public static var json: ColumnType { .json(elements: nil) }
    /// `array(T)`: an array in JSON whose elements are all of one type.
    public static func array(_ element: ColumnType) -> ColumnType { .json(elements: element) }
    /// `enum(a, b)`: one of these words.
    public static func `enum`(_ values: String...) -> ColumnType { .enumeration(values: values) }
    /// `enum(a, b)`: one of these words.
    public static func `enum`(_ values: [String]) -> ColumnType { .enumeration(values: values) }
    /// The raw values of a Swift enumeration.
    public static func `enum`<E: Enumeration>(_ type: E.Type) -> ColumnType {
        .enumeration(values: E.allCases.map(\.rawValue))
    }
}
