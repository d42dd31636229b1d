/// The arguments of a type in brackets: `string(200)`, `decimal(10, 2)`.
enum TypeArguments {
    /// The length of a `string` and of a `char` that names none, as in Sequelize.
    static let defaultLength = 255
    /// Longer text is a `text`: what VARCHAR holds in MySQL, in bytes.
    static let maximumLength = 65_535

    /// The type of this name with these arguments. A `decimal` without any has 10 digits, 2 of them behind the point.
    static func apply(_ arguments: [Located], to name: TypeName, at offset: Int) throws(GrammarError) -> AttributeType {
        switch name {
        case .string: return .string(try length(arguments, of: name))
        case .char: return .char(try length(arguments, of: name))
        case .decimal: return try decimal(arguments)
        default: break
        }
        if let argument = arguments.first {
            throw GrammarError(
                message: "the type '\(name.rawValue)' takes no arguments",
                suggestion: name == .text ? "string(\(Shown.text(argument.text)))" : nil, offset: argument.offset)
        }
        switch name {
        case .text: return .text
        case .smallint: return .smallint
        case .integer: return .integer
        case .bigint: return .bigint
        case .float: return .float
        case .double: return .double
        case .boolean: return .boolean
        case .date: return .date
        case .dateonly: return .dateonly
        case .time: return .time
        case .uuid: return .uuid
        case .json: return .json
        case .blob: return .blob
        case .password: return .password
        case .enum, .array, .virtual, .string, .char, .decimal:
            throw GrammarError(message: "'\(name.rawValue)' is not complete", offset: offset)
        }
    }

    private static func length(_ arguments: [Located], of name: TypeName) throws(GrammarError) -> Int {
        guard let argument = arguments.first else { return defaultLength }
        try allow(1, arguments, of: name)
        return try number(argument, 1...maximumLength, "a length")
    }

    private static func decimal(_ arguments: [Located]) throws(GrammarError) -> AttributeType {
        guard let first = arguments.first else { return .decimal(precision: 10, scale: 2) }
        try allow(2, arguments, of: .decimal)
        let precision = try number(first, 1...38, "a number of digits")
        guard arguments.count > 1 else { return .decimal(precision: precision, scale: 0) }
        let scale = try number(arguments[1], 0...precision, "a number of digits behind the point")
        return .decimal(precision: precision, scale: scale)
    }

    private static func allow(_ count: Int, _ arguments: [Located], of name: TypeName) throws(GrammarError) {
        guard arguments.count > count else { return }
        throw GrammarError(
            message: "the type '\(name.rawValue)' takes at most \(count) argument\(count == 1 ? "" : "s")",
            offset: arguments[count].offset)
    }

    private static func number(
        _ argument: Located, _ range: ClosedRange<Int>, _ what: String
    ) throws(GrammarError) -> Int {
        guard let number = Int(argument.text), range.contains(number) else {
            throw GrammarError(
                message:
                    "'\(Shown.text(argument.text))' is not \(what) from \(range.lowerBound) to \(range.upperBound)",
                offset: argument.offset)
        }
        return number
    }
}
