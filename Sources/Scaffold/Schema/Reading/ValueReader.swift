/// Reads a value that is to fit an attribute: a default, or a condition of a scope.
struct ValueReader {
    let problems: Problems

    /// A default value: a value of the type, `now`, `uuidv4`, `uuidv7` or `{sql: …}`.
    func defaultValue(_ node: YAMLNode, of attribute: Attribute) -> DefaultValue? {
        guard !node.isNull else { return nil }
        if case .map(let map) = node, map.entries.map(\.key.text) == ["sql"] || attribute.type != .json {
            return sql(node, of: attribute)
        }
        if let scalar = node.scalar, scalar.isPlain, let generated = generated(scalar, of: attribute) {
            return generated
        }
        return value(node, of: attribute)
    }

    /// A value of the attribute's type.
    func value(_ node: YAMLNode, of attribute: Attribute) -> DefaultValue? {
        if attribute.type == .json { return .json(JSONText.of(node)) }
        if case .array(let element) = attribute.type { return array(node, element, attribute) }
        guard let scalar = node.scalar, !node.isNull else {
            refuse(node, attribute)
            return nil
        }
        switch attribute.type {
        case .string(let length), .char(let length): return text(scalar, attribute, length)
        case .text: return text(scalar, attribute, nil)
        case .smallint, .integer, .bigint: return integer(node, attribute)
        case .float, .double, .decimal: return fraction(node, attribute)
        case .boolean:
            if let flag = node.boolean { return .boolean(flag) }
            refuse(node, attribute, "write true or false")
        case .enum(_, let cases):
            if cases.contains(where: { $0.value == scalar.text }) { return .enumCase(scalar.text) }
            problems.unknown(
                "value of '\(attribute.name)':", scalar.text, at: node.position, among: cases.map(\.value))
        case .date: unsupported(node, attribute, "'now' or {sql: …}")
        case .uuid: unsupported(node, attribute, "'uuidv4', 'uuidv7' or {sql: …}")
        case .dateonly, .time: unsupported(node, attribute, "{sql: …}")
        case .password:
            problems.error("a password has no default value", at: node.position, "leave it out")
        case .array, .blob, .json: refuse(node, attribute)
        }
        return nil
    }

    /// `[a, b]`, each element a value of the array's type.
    private func array(_ node: YAMLNode, _ element: AttributeType, _ attribute: Attribute) -> DefaultValue? {
        guard case .list(let items, _) = node else {
            refuse(node, attribute, "write a list")
            return nil
        }
        var one = attribute
        one.type = element
        let values = items.compactMap { value($0, of: one) }
        return values.count == items.count ? .list(values) : nil
    }

    private func generated(_ scalar: YAMLNode.Scalar, of attribute: Attribute) -> DefaultValue? {
        switch (scalar.text.lowercased(), attribute.type) {
        case ("now", .date): .now
        case ("uuidv4", .uuid): .uuidv4
        case ("uuidv7", .uuid): .uuidv7
        default: nil
        }
    }

    private func text(_ scalar: YAMLNode.Scalar, _ attribute: Attribute, _ length: Int?) -> DefaultValue? {
        if scalar.text.unicodeScalars.contains("\0") {
            problems.error("a text cannot hold a NUL character", at: scalar.position)
            return nil
        }
        if scalar.text.count > length ?? TypeArguments.maximumLength {
            problems.error(
                "the value of '\(attribute.name)' has \(scalar.text.count) characters, the attribute at most "
                    + "\(length ?? TypeArguments.maximumLength)", at: scalar.position)
            return nil
        }
        return .string(scalar.text)
    }

    private func integer(_ node: YAMLNode, _ attribute: Attribute) -> DefaultValue? {
        let range: ClosedRange<Int> =
            switch attribute.type {
            case .smallint: -32_768...32_767
            case .integer: -2_147_483_648...2_147_483_647
            default: Int.min...Int.max
            }
        guard let number = node.integer else {
            refuse(node, attribute, "write a whole number")
            return nil
        }
        guard range.contains(number) else {
            problems.error(
                "\(number) is no \(attribute.type.written): that goes from \(range.lowerBound) to \(range.upperBound)",
                at: node.position)
            return nil
        }
        return .integer(number)
    }

    private func fraction(_ node: YAMLNode, _ attribute: Attribute) -> DefaultValue? {
        if let number = node.integer, number.magnitude < 1 << 53, fits(number, attribute) { return .integer(number) }
        // Plain digits only: Swift's Double would also read `nan`, `inf` and hexadecimal digits.
        let text = node.scalar?.text ?? ""
        if case .decimal(let precision, let scale) = attribute.type,
            text.wholeMatch(of: /-?[0-9]{1,38}(\.[0-9]{1,38})?/) != nil
        {
            return decimal(text, precision, scale, node, attribute)
        }
        guard text.utf8.count <= 16, text.wholeMatch(of: /-?[0-9]+\.[0-9]+/) != nil, let number = Double(text) else {
            refuse(node, attribute, "write a number such as 0.5, with 15 digits at most")
            return nil
        }
        return .double(number)
    }

    /// Whether a whole number is no longer than a decimal may be.
    private func fits(_ number: Int, _ attribute: Attribute) -> Bool {
        guard case .decimal(let precision, let scale) = attribute.type else { return true }
        return String(number.magnitude).count <= precision - scale || number == 0
    }

    /// Exact to the last digit: what a `Double` would round stays text.
    private func decimal(
        _ text: String, _ precision: Int, _ scale: Int, _ node: YAMLNode, _ attribute: Attribute
    ) -> DefaultValue? {
        let parts = text.drop { $0 == "-" }.split(separator: ".").map(String.init)
        let whole = String((parts.first ?? "").drop { $0 == "0" })
        let fraction = parts.count > 1 ? parts[1] : ""
        let kept = fraction.reversed().drop { $0 == "0" }.count
        guard whole.count <= precision - scale, kept <= scale else {
            problems.error(
                "\(text) is no \(attribute.type.written): that has \(precision - scale) digits before the point and "
                    + "\(scale) behind it", at: node.position)
            return nil
        }
        if whole.count + kept <= 15, let number = Double(text) { return .double(number) }
        return .decimal(text)
    }

    private func sql(_ node: YAMLNode, of attribute: Attribute) -> DefaultValue? {
        guard let block = Block<DefaultValueKey>(node, owner: "the default value of '\(attribute.name)'", problems),
            let scalar = block.text(.sql)
        else { return nil }
        if let problem = SQLExpression.problem(scalar.text) {
            problems.error("the SQL expression \(problem)", at: scalar.position)
            return nil
        }
        return .sql(scalar.text)
    }

    private func refuse(_ node: YAMLNode, _ attribute: Attribute, _ suggestion: String? = nil) {
        problems.error(
            "\(node.kind) is no value of '\(attribute.name)', which has the type \(attribute.type.written)",
            at: node.position, suggestion)
    }

    private func unsupported(_ node: YAMLNode, _ attribute: Attribute, _ way: String) {
        problems.error(
            "a fixed value cannot be written for '\(attribute.name)', which has the type \(attribute.type.written)",
            at: node.position, "write \(way)")
    }
}
