/// The text of a type, cut into its word and the numbers behind it: `character varying`, 200.
struct NativeTypeText {
    /// In small letters, a blank between its words.
    let word: String
    let numbers: [Int]

    init(_ text: String) {
        var words: [String] = []
        var numbers: [Int] = []
        for token in SQLToken.tokens(of: text) {
            if token.isNumber, let number = Int(token.text) {
                numbers.append(number)
            } else if let word = token.identifier {
                words.append(word.lowercased())
            }
        }
        word = words.joined(separator: " ")
        self.numbers = numbers
    }

    /// The schema's type for the words that engines, and people who write for them, have in common; nil for others.
    var guess: ColumnType? {
        switch word {
        case "varchar", "character varying", "varying character", "nvarchar", "native character", "string",
            "varchar binary":
            .string(numbers.first ?? 255)
        case "char", "character", "nchar", "bpchar", "char binary": .char(numbers.first ?? 1)
        case "text", "tinytext", "mediumtext", "longtext", "clob", "citext", "name": .text
        case "smallint", "int2", "tinyint", "smallserial", "serial2", "year", "smallint unsigned", "tinyint unsigned":
            .smallint
        case "integer", "int", "int4", "mediumint", "serial", "serial4", "integer unsigned", "int unsigned",
            "mediumint unsigned":
            .integer
        case "bigint", "int8", "bigserial", "serial8", "bigint unsigned", "unsigned big int": .bigint
        case "float", "float4", "real": .float
        case "double", "double precision", "float8": .double
        case "decimal", "numeric", "dec", "fixed": .decimal(precision: numbers.first, scale: scale)
        case "boolean", "bool": .boolean
        case "datetime", "timestamp", "timestamptz", "timestamp with time zone", "timestamp without time zone": .date
        case "date": .dateonly
        case "time", "time without time zone", "timetz", "time with time zone": .time
        case "uuid", "uniqueidentifier": .uuid
        case "json", "jsonb", "json text": .json
        case "blob", "bytea", "tinyblob", "mediumblob", "longblob", "binary", "varbinary": .blob
        default: nil
        }
    }

    private var scale: Int? { numbers.isEmpty ? nil : numbers.count > 1 ? numbers[1] : 0 }
}
