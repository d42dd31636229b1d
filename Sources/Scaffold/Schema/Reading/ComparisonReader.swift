/// Reads what stands behind an attribute in a condition: a value, a list, or operators by Sequelize's names.
struct ComparisonReader {
    let problems: Problems
    let attribute: Attribute
    let parameters: ScopeParameters

    func read(_ node: YAMLNode) -> Condition? {
        switch node {
        case .scalar: return comparison(.eq, node)
        case .list: return comparison(.in, node)
        case .map(let map):
            let all = map.entries.compactMap(entry)
            guard !map.entries.isEmpty else {
                problems.error("'\(attribute.name)' has no operator", at: node.position, "{gt: 10}")
                return nil
            }
            return all.count < 2 ? all.first : .and(all)
        }
    }

    private func entry(_ entry: YAMLNode.Entry) -> Condition? {
        let word = entry.key.text
        if word.lowercased() == "not", case .map = entry.value { return read(entry.value).map(Condition.not) }
        if word.lowercased() == "or", case .list(let items, _) = entry.value {
            let all = items.compactMap(read)
            return all.isEmpty ? nil : .or(all)
        }
        guard let comparison = Comparison.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() })
        else {
            let elsewhere = [
                ">": "gt", ">=": "gte", "<": "lt", "<=": "lte", "=": "eq", "!=": "ne", "<>": "ne",
                "contains": "substring",
                "nin": "notIn", "neq": "ne", "equals": "eq", "any": "in",
            ]
            problems.error(
                "unknown operator '\(Shown.text(word))'", at: entry.key.position,
                elsewhere[word.lowercased()].map { "did you mean '\($0)'?" }
                    ?? Diagnostic.didYouMean(word, among: Comparison.allCases.map(\.rawValue)))
            return nil
        }
        guard fits(comparison, at: entry.key.position) else { return nil }
        return self.comparison(comparison, entry.value)
    }

    private func fits(_ comparison: Comparison, at position: SourcePosition) -> Bool {
        let isFitting =
            comparison.isOfText
            ? attribute.type.isWriting : !comparison.isOfOrder || (attribute.isOrdered && attribute.type.hasOrder)
        if !isFitting {
            problems.error(
                "'\(comparison.rawValue)' does not fit '\(attribute.name)', which has the type \(attribute.type.written)",
                at: position)
        }
        return isFitting
    }

    private func comparison(_ comparison: Comparison, _ node: YAMLNode) -> Condition? {
        switch comparison {
        case .in, .notIn:
            if let scalar = node.scalar, let name = parameters.name(scalar) {
                return parameter(name, scalar, comparison, isList: true)
            }
            guard case .list(let items, _) = node, !items.isEmpty else {
                problems.error(
                    "'\(comparison.rawValue)' of '\(attribute.name)' has to list values, not \(node.kind)",
                    at: node.position, "[1, 2, 3]")
                return nil
            }
            return operands(items, comparison)
        case .between, .notBetween:
            guard case .list(let items, _) = node, items.count == 2 else {
                problems.error(
                    "'\(comparison.rawValue)' of '\(attribute.name)' has to list two values", at: node.position,
                    "[1, 10]")
                return nil
            }
            return operands(items, comparison)
        default: return operands([node], comparison)
        }
    }

    private func parameter(
        _ name: String, _ scalar: YAMLNode.Scalar, _ comparison: Comparison, isList: Bool
    ) -> Condition? {
        parameters.use(name, as: comparison.isOfText ? .text : attribute.type, isList: isList, at: scalar.position)
            ? .comparison(attribute: attribute.name, comparison, [.parameter(name)]) : nil
    }

    private func operands(_ nodes: [YAMLNode], _ comparison: Comparison) -> Condition? {
        let found = nodes.compactMap { operand($0, comparison) }
        return found.count == nodes.count ? .comparison(attribute: attribute.name, comparison, found) : nil
    }

    private func operand(_ node: YAMLNode, _ comparison: Comparison) -> Condition.Operand? {
        if node.isNull {
            guard [.eq, .ne, .is, .not].contains(comparison) else {
                problems.error("'\(comparison.rawValue)' cannot be asked of null", at: node.position)
                return nil
            }
            guard attribute.allowNull else {
                problems.error("'\(attribute.name)' is never null", at: node.position)
                return nil
            }
            return .null
        }
        if let scalar = node.scalar, let name = parameters.name(scalar) {
            let type = comparison.isOfText ? AttributeType.text : attribute.type
            return parameters.use(name, as: type, isList: false, at: scalar.position) ? .parameter(name) : nil
        }
        if [.is].contains(comparison), node.boolean == nil {
            problems.error("'is' asks for null, true or false", at: node.position, "write eq, or the value alone")
            return nil
        }
        var compared = attribute
        // A pattern may be longer than what it is looked for in.
        if comparison.isOfText { compared.type = .text }
        if comparison.rawValue.lowercased().contains("regexp"), !isPattern(node) { return nil }
        return ValueReader(problems: problems).value(node, of: compared).map(Condition.Operand.value)
    }

    private func isPattern(_ node: YAMLNode) -> Bool {
        guard let text = node.scalar?.text, (try? Regex(text)) == nil else { return true }
        problems.error("'\(Shown.text(text))' is not a regular expression", at: node.position)
        return false
    }
}

extension AttributeType {
    /// Whether its values have an order that people mean: numbers, dates and texts.
    var hasOrder: Bool {
        switch self {
        case .smallint, .integer, .bigint, .float, .double, .decimal, .string, .text, .char, .date, .dateonly, .time:
            true
        default: false
        }
    }
}
