/// Reads `include:` of a model's routes: `[author, tags]`, `{author: [id, name]}`, or one of these per action
/// (`{list: …, show: …}`). What is included may include associations of its own: `{author: [id, {profile: [bio]}]}`.
struct IncludeReader {
    let problems: Problems
    let table: ModelTable
    let model: ModelDraft
    /// Whether the model is reached by an association with one row.
    var isJoined = false

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

    private func includes(_ node: YAMLNode, depth: Int = 1) -> [Routes.Include] {
        var found: [Routes.Include] = []
        for (key, content) in entries(node) {
            guard let include = include(key, content, depth) else { continue }
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

    /// Each further association makes a further type and perhaps a further statement.
    private static let deepest = 8

    private func include(_ key: YAMLNode.Scalar, _ content: YAMLNode?, _ depth: Int) -> Routes.Include? {
        guard let association = model.association(named: key.text) else {
            let parts = key.text.split(separator: ".")
            problems.error(
                "'\(model.name)' has no association '\(Shown.text(key.text))'", at: key.position,
                parts.count > 1
                    ? "what an included association includes stands within it: {\(parts[0]): [id, \(parts[1])]}"
                    : Diagnostic.didYouMean(key.text, among: model.associations.map(\.name)))
            return nil
        }
        guard let target = table[association.target.text] else { return nil }
        if depth > 1, isJoined, [.hasMany, .belongsToMany].contains(association.kind) {
            problems.notYet(
                "a list within '\(model.name)', whose columns are read in the row of what includes it, is",
                at: key.position)
            return nil
        }
        guard depth <= Self.deepest else {
            problems.error("an answer goes \(Self.deepest) associations deep at most", at: key.position)
            return nil
        }
        let inner = IncludeReader(
            problems: problems, table: table, model: target,
            isJoined: [.belongsTo, .hasOne].contains(association.kind))
        guard let content else { return .init(association: key.text, attributes: inner.readable) }
        switch content {
        case .list(let items, let position):
            return inner.shown(items, at: position, depth).map {
                .init(association: key.text, attributes: $0.attributes, include: $0.include)
            }
        case .map: return inner.block(content, of: key, depth)
        case .scalar:
            problems.error(
                "'\(key.text)' has to list attributes, not \(content.kind)", at: content.position,
                "\(key.text): [id]")
            return nil
        }
    }

    /// `[id, firstName, {profile: [bio]}, posts]`: attributes and associations of this model.
    private func shown(
        _ items: [YAMLNode], at position: SourcePosition, _ depth: Int
    ) -> (attributes: [String], include: [Routes.Include])? {
        guard !items.isEmpty else {
            problems.error("an included association has to show an attribute", at: position, "[id]")
            return nil
        }
        var names: [String] = []
        var nested: [YAMLNode] = []
        for item in items {
            if let scalar = item.scalar, !item.isNull, !isAssociation(scalar.text) {
                if let name = attribute(scalar) { names.append(name) }
            } else {
                nested.append(item)
            }
        }
        if Set(names).count < names.count { problems.error("an attribute stands twice", at: position) }
        let include = includes(.list(nested, position), depth: depth + 1)
        let saysNoAttribute = items.count == nested.count
        return (saysNoAttribute ? readable : names, include)
    }

    /// `{attributes: [id], include: {profile: [bio]}}`, as Sequelize writes it.
    private func block(_ node: YAMLNode, of key: YAMLNode.Scalar, _ depth: Int) -> Routes.Include? {
        guard let block = Block<IncludeKey>(node, owner: "the include of '\(key.text)'", problems) else { return nil }
        var include = Routes.Include(association: key.text, attributes: readable)
        if let list = block[.attributes] {
            let items: [YAMLNode] = if case .list(let items, _) = list { items } else { [list] }
            guard let (attributes, nested) = shown(items, at: list.position, depth) else { return nil }
            (include.attributes, include.include) = (attributes, nested)
        }
        if let nested = block[.include] { include.include += includes(nested, depth: depth + 1) }
        return include
    }

    private func isAssociation(_ name: String) -> Bool {
        model.anyAttribute(named: name) == nil && model.association(named: name) != nil
    }

    private var readable: [String] {
        (model.attributes.map(\.attribute) + model.keptAttributes).filter { $0.isReadable && $0.type != .password }
            .map(\.name)
    }

    private func attribute(_ scalar: YAMLNode.Scalar) -> String? {
        let paths = PathReader(problems: problems, table: table)
        guard !scalar.text.contains("."),
            let attribute = paths.attribute(scalar.text, of: model, scalar)?.attribute
        else {
            if scalar.text.contains(".") {
                problems.error("a path cannot stand here", at: scalar.position, "{author: [id, {profile: [bio]}]}")
            }
            return nil
        }
        guard attribute.type != .password, attribute.isReadable else {
            problems.error(
                "'\(model.name).\(attribute.name)' is not readable, so no answer shows it", at: scalar.position)
            return nil
        }
        return attribute.name
    }
}
