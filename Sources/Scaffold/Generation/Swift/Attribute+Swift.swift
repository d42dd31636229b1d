extension Attribute {
    /// The property's name where it is declared or read bare; behind a dot and as a label it is `swiftName`.
    var identifier: String { SwiftIdentifier.declared(swiftName) }

    /// The property's type: `String?` where null is allowed.
    var propertyType: String { type.swiftType + (allowNull ? "?" : "") }

    /// Whether the table has a column for it.
    var isStored: Bool { !isVirtual }

    /// Whether answers may show it; a password never is.
    var isShown: Bool { isReadable && !type.isPassword }

    /// Whether the runtime keeps it: dates, and the number that counts changes.
    var isKept: Bool { [.timestamp, .deletedAt, .version].contains(origin) }

    /// Whether a new value of the model is made with it: everything but what the storage fills in.
    var isInitial: Bool { isStored && !isKept && !autoIncrement }

    /// What a property begins with that no initialiser is given.
    var startValue: String {
        switch origin {
        case .deletedAt: "nil"
        case .version: "0"
        default: autoIncrement ? "0" : ".now"
        }
    }

    /// `title: String`, `status: PostStatus = .draft`: the parameter of the model's initialiser.
    var parameter: String {
        "\(swiftName): \(propertyType)" + (initialValue.map { " = \($0)" } ?? "")
    }

    /// Whether a new value cannot be made without it.
    var isRequired: Bool { isInitial && initialValue == nil }

    /// `title: title`, handing the parameter on.
    var argument: String { "\(swiftName): \(identifier)" }

    /// The default value as Swift, as far as Swift can know it: what the database works out has to be given.
    var initialValue: String? {
        defaultValue.flatMap(swiftValue) ?? (allowNull ? "nil" : nil)
    }

    /// A value of this attribute's type in Swift: `.draft`, `"text"`, `UUID()`.
    func swiftValue(_ value: DefaultValue) -> String? {
        switch value {
        case .string(let text): type.isPassword ? nil : SwiftText.literal(text)
        case .integer(let number): SwiftText.literal(number)
        case .double(let number): type.isDecimal ? ".exact(\"\(number)\")" : "\(number)"
        case .decimal(let text): ".exact(\(SwiftText.literal(text)))"
        case .boolean(let flag): "\(flag)"
        case .enumCase(let value): type.enumCase(value).map { ".\($0.swiftName)" }
        case .now: ".now"
        case .uuidv4: "UUID()"
        case .uuidv7: ".version7()"
        case .list(let values): listValue(values)
        case .json, .sql: nil
        }
    }
}

extension Attribute {
    /// `["a", "b"]`
    private func listValue(_ values: [DefaultValue]) -> String? {
        guard case .array(let element) = type else { return nil }
        var one = self
        one.type = element
        return "[\(values.compactMap(one.swiftValue).joined(separator: ", "))]"
    }
}

extension DefaultValue {
    /// As JSON, which is how the column of an array holds it.
    var json: String {
        switch self {
        case .string(let text), .enumCase(let text): JSONText.string(text)
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .decimal(let text): JSONText.string(text)
        case .boolean(let flag): "\(flag)"
        case .list(let values): "[\(values.map(\.json).joined(separator: ","))]"
        case .json(let text): text
        case .now, .uuidv4, .uuidv7, .sql: "null"
        }
    }
}

extension AttributeType {
    var isDecimal: Bool {
        if case .decimal = self { return true }
        return false
    }

    func enumCase(_ value: String) -> EnumCase? {
        guard case .enum(_, let cases) = self else { return nil }
        return cases.first { $0.value == value }
    }
}
