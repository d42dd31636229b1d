/// Reads `where:` of an index: the values that the rows in it have, as `{deletedAt: null, status: [draft, sent]}`.
///
/// Values only, no operators: that is what every engine with partial indexes takes, and what a migration can say
/// without knowing the engine.
struct IndexConditions {
    let problems: Problems
    let model: Model

    func read(_ node: YAMLNode) -> [Index.Condition] {
        guard case .map(let map) = node, !map.entries.isEmpty else {
            problems.error(
                "'where' of an index has to map attributes to values, not \(node.kind)", at: node.position,
                "where: {deletedAt: null}")
            return []
        }
        return map.entries.compactMap(condition)
    }

    private func condition(_ entry: YAMLNode.Entry) -> Index.Condition? {
        guard let attribute = model.attribute(named: entry.key.text) else {
            problems.error(
                "'\(model.name)' has no attribute '\(Shown.text(entry.key.text))'", at: entry.key.position,
                Diagnostic.didYouMean(entry.key.text, among: model.attributes.map(\.name)))
            return nil
        }
        guard attribute.isComparable else {
            problems.error("'\(attribute.name)' cannot be compared in an index", at: entry.key.position)
            return nil
        }
        let items: [YAMLNode] = if case .list(let items, _) = entry.value { items } else { [entry.value] }
        if case .map = entry.value {
            problems.error(
                "'where' of an index takes values, no operators", at: entry.value.position,
                "{status: [draft, published]}")
            return nil
        }
        var values: [DefaultValue?] = []
        for item in items {
            if item.isNull {
                if items.count > 1 { problems.error("null stands alone in an index", at: item.position) }
                values.append(nil)
            } else if let value = ValueReader(problems: problems).value(item, of: attribute) {
                values.append(value)
            }
        }
        return values.isEmpty ? nil : Index.Condition(attribute: attribute.name, values: values)
    }
}
