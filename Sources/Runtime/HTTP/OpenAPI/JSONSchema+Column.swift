import ScaffoldStorage

extension JSONSchema {
    /// What a request may say of a column of a type, by the rules of ``InputValue``.
    init(of type: ColumnType) {
        switch type {
        case .string(let length), .char(let length):
            self.init(["type": "string", "maxLength": .integer(length)])
        case .text: self = .string
        case .password: self.init(["type": "string", "format": "password", "maxLength": 72, "writeOnly": true])
        case .smallint, .integer, .bigint: self.init(integers: type)
        case .float: self.init(number: Double(Float.greatestFiniteMagnitude), format: "float")
        case .double: self.init(number: .greatestFiniteMagnitude, format: "double")
        case .decimal(let precision, let scale): self.init(decimal: precision, scale: scale)
        case .boolean: self = .boolean
        case .date: self = .string(format: "date-time")
        case .dateonly: self = .string(format: "date")
        case .time: self = .string(pattern: "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$")
        case .uuid: self = .string(format: "uuid")
        case .enumeration(let words): self.init(["type": "string", "enum": .array(words.map(JSON.string))])
        case .json(let element): self = element.map { .array(of: JSONSchema(of: $0)) } ?? JSONSchema()
        case .blob:
            self.init([
                "type": "string", "contentEncoding": "base64",
                "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
            ])
        }
    }

    private init(integers type: ColumnType) {
        self = .integer
        if type == .integer { self["format"] = "int32" }
        if type == .bigint { self["format"] = "int64" }
        guard let range = type.integers else { return }
        self["minimum"] = .integer(Int(range.lowerBound))
        self["maximum"] = .integer(Int(range.upperBound))
    }

    private init(number bound: Double, format: String) {
        self.init(["type": "number", "format": .string(format), "minimum": .double(-bound), "maximum": .double(bound)])
    }

    /// A decimal is said as text, so that no digit is lost; numbers are taken too.
    private init(decimal precision: Int?, scale: Int?) {
        guard let precision else {
            self = .string(pattern: "^[-+]?[0-9]{1,19}(\\.[0-9]{1,19})?$")
            return
        }
        let behind = scale ?? 0
        let before = Swift.max(1, precision - behind)
        let fraction = behind > 0 ? "(\\.[0-9]{1,\(behind)})?" : ""
        self = .string(pattern: "^[-+]?[0-9]{1,\(before)}\(fraction)$")
    }
}

extension JSONSchema {
    /// What a request may say of an attribute, but for its rules: of an enumeration with numbers those, and null where
    /// that is allowed.
    init(of attribute: TableDefinition.Attribute) {
        if let numbers = attribute.numbers {
            self.init(["type": "integer", "enum": .array(numbers.map(JSON.integer))])
            guard case .enumeration(let words) = attribute.type else { return }
            self["x-enum-varnames"] = .array(words.map(JSON.string))
        } else {
            self.init(of: attribute.type)
        }
    }
}

extension TableDefinition.Attribute {
    /// The value that a new record gets which says nothing of it, as JSON; nil where it is made anew each time.
    var jsonDefault: JSON? {
        guard case .value(let value) = defaultValue else { return nil }
        switch (value, type) {
        case (.text(let word), .enumeration(let words)):
            guard let numbers else { return .string(word) }
            return words.firstIndex(of: word).flatMap { numbers.indices.contains($0) ? .integer(numbers[$0]) : nil }
        case (.text(let text), .json): return try? JSON(parsing: text)
        case (.text(let text), _): return .string(text)
        case (.integer(let number), .boolean): return .boolean(number != 0)
        case (.integer(let number), _): return Int(exactly: number).map(JSON.integer)
        case (.double(let number), _): return .double(number)
        case (.boolean(let flag), _): return .boolean(flag)
        default: return nil
        }
    }
}
