/// Reads `include:` of a model's routes: `[author, tags]`, `{author: [id, name]}`, or one of these per action
/// (`{list: …, show: …}`).
struct IncludeReader {
    let problems: Problems
    let table: ModelTable
    let model: Model

    /// What `list` and what `show` include.
    func read(_ node: YAMLNode) -> ([Routes.Include], [Routes.Include]) {
        guard case .map(let map) = node, isPerAction(map) else {
            let both = includes(node)
            return (both, both)
        }
        return (map.first("list").map { includes($0.value) } ?? [], map.first("show").map { includes($0.value) } ?? [])
    }

    private func isPerAction(_ map: YAMLNode.Map) -> Bool {
        !map.entries.isEmpty
            && map.entries.allSatisfy {
                ["list", "show"].contains($0.key.text) && model.association(named: $0.key.text) == nil
            }
    }

    private func includes(_ node: YAMLNode) -> [Routes.Include] {
        var found: [Routes.Include] = []
        for (key, attributes) in entries(node) {
            guard let include = include(key, attributes) else { continue }
            if found.contains(where: { $0.association == include.association }) {
                problems.error("'\(include.association)' is included twice", at: key.position)
            } else {
                found.append(include)
            }
        }
        return found
    }

    private func entries(_ node: YAMLNode) -> [(YAMLNode.Scalar, YAMLNode?)] {
        switch node {
        case .scalar(let scalar): node.isNull ? [] : [(scalar, nil)]
        case .list(let items, _): items.flatMap(entries)
        case .map(let map): map.entries.map { ($0.key, $0.value.isNull || $0.value.boolean == true ? nil : $0.value) }
        }
    }

    private func include(_ key: YAMLNode.Scalar, _ attributes: YAMLNode?) -> Routes.Include? {
        guard let association = model.association(named: key.text) else {
            problems.error(
                "'\(model.name)' has no association '\(Shown.text(key.text))'", at: key.position,
                key.text.contains(".")
                    ? "associations of an included association are not there yet"
                    : Diagnostic.didYouMean(key.text, among: model.associations.map(\.name)))
            return nil
        }
        guard let target = table[association.target] else { return nil }
        guard let attributes else { return .init(association: key.text, attributes: readable(target)) }
        switch attributes {
        case .list(let items, _):
            let names = items.compactMap { attribute($0, of: target) }
            guard !items.isEmpty else {
                problems.error("an included association has to show an attribute", at: attributes.position, "[id]")
                return nil
            }
            if Set(names).count < names.count { problems.error("an attribute stands twice", at: attributes.position) }
            return .init(association: key.text, attributes: names)
        case .map:
            problems.notYet("an include within an include is", at: attributes.position)
            return nil
        case .scalar:
            problems.error(
                "'\(key.text)' has to list attributes, not \(attributes.kind)", at: attributes.position,
                "\(key.text): [id]")
            return nil
        }
    }

    private func readable(_ target: ModelDraft) -> [String] {
        let own = target.attributes.map(\.attribute).filter { $0.isReadable && $0.type != .password }.map(\.name)
        return own + (target.timestamps ? ["createdAt", "updatedAt"] : [])
    }

    private func attribute(_ node: YAMLNode, of target: ModelDraft) -> String? {
        guard let scalar = node.scalar, !node.isNull else {
            problems.notYet("an include within an include is", at: node.position)
            return nil
        }
        if target.timestamps, ["createdAt", "updatedAt"].contains(scalar.text) { return scalar.text }
        guard let attribute = table.attribute(scalar.text, of: target, at: scalar.position) else { return nil }
        guard attribute.type != .password, attribute.isReadable else {
            problems.error(
                "'\(target.name).\(attribute.name)' is not readable, so no answer shows it", at: scalar.position)
            return nil
        }
        return attribute.name
    }
}
