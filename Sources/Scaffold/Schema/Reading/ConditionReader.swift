/// Reads `where:` of a scope: attributes with a value, a list of values or operators, `and`, `or` and `not`, and
/// associations with conditions of their own.
///
/// ```yaml
/// where: {views: {gt: 10}, title: {iLike: "%swift%"}, or: [{status: draft}, {author: {isActive: false}}]}
/// ```
struct ConditionReader {
    let problems: Problems
    let table: ModelTable
    let parameters: ScopeParameters

    /// All conditions of a mapping, which hold together; nil where there is none.
    func read(_ node: YAMLNode, of model: ModelDraft) -> Condition? {
        guard case .map(let map) = node else {
            problems.error(
                "a condition has to map attributes to values, not \(node.kind)", at: node.position, "{isActive: true}")
            return nil
        }
        return joined(map.entries.compactMap { entry($0, of: model) }, Condition.and)
    }

    private func joined(_ conditions: [Condition], _ join: ([Condition]) -> Condition) -> Condition? {
        conditions.count < 2 ? conditions.first : join(conditions)
    }

    private func entry(_ entry: YAMLNode.Entry, of model: ModelDraft) -> Condition? {
        let name = entry.key.text
        if model.anyAttribute(named: name) == nil, model.association(named: name) == nil {
            switch name.lowercased() {
            case "and", "or": return list(entry, of: model)
            case "not": return read(entry.value, of: model).map(Condition.not)
            default: break
            }
            if name.first == "$" { return sequelizePath(entry) }
        }
        if let association = model.association(named: name), model.anyAttribute(named: name) == nil {
            return related(association, entry)
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1 { return path(parts, entry, of: model) }
        guard
            let attribute = PathReader(problems: problems, table: table).attribute(name, of: model, entry.key)?
                .attribute
        else { return nil }
        guard attribute.isComparable else {
            problems.error(
                "'\(attribute.name)' cannot be compared here", at: entry.key.position,
                "write the scope in Swift, beside the model")
            return nil
        }
        return ComparisonReader(problems: problems, attribute: attribute, parameters: parameters).read(entry.value)
    }

    private func sequelizePath(_ entry: YAMLNode.Entry) -> Condition? {
        let path = entry.key.text.filter { $0 != "$" }
        problems.error(
            "'\(Shown.text(entry.key.text))' is no attribute", at: entry.key.position,
            "a path through associations has no dollar signs: \(Shown.text(path))")
        return nil
    }

    /// `or: [{…}, {…}]`, or one mapping of which one entry has to hold.
    private func list(_ entry: YAMLNode.Entry, of model: ModelDraft) -> Condition? {
        let conditions: [Condition]
        switch entry.value {
        case .list(let items, _): conditions = items.compactMap { read($0, of: model) }
        case .map(let map): conditions = map.entries.compactMap { self.entry($0, of: model) }
        case .scalar: conditions = []
        }
        guard !conditions.isEmpty else {
            problems.error(
                "'\(entry.key.text)' has to list conditions", at: entry.value.position,
                "\(entry.key.text): [{views: {gt: 10}}, {isPinned: true}]")
            return nil
        }
        return joined(conditions, entry.key.text.lowercased() == "or" ? Condition.or : Condition.and)
    }

    /// `author.isActive: true`: the same as `author: {isActive: true}`.
    private func path(_ parts: [String], _ entry: YAMLNode.Entry, of model: ModelDraft) -> Condition? {
        guard let association = model.association(named: parts[0]) else {
            problems.error(
                "'\(model.name)' has no association '\(Shown.text(parts[0]))'", at: entry.key.position,
                Diagnostic.didYouMean(parts[0], among: model.associations.map(\.name)))
            return nil
        }
        guard let target = table[association.target.text] else { return nil }
        var rest = entry.key
        rest.text = parts.dropFirst().joined(separator: ".")
        rest.position = entry.key.position(offset: parts[0].unicodeScalars.count + 1)
        return self.entry(YAMLNode.Entry(key: rest, value: entry.value), of: target).map {
            .related(association: association.name, $0)
        }
    }

    /// `tags: {name: news}`, `tags: true` for any, `tags: false` for none.
    private func related(_ association: AssociationDraft, _ entry: YAMLNode.Entry) -> Condition? {
        guard let target = table[association.target.text] else { return nil }
        if let flag = entry.value.boolean {
            let any = Condition.related(association: association.name, nil)
            return flag ? any : .not(any)
        }
        return read(entry.value, of: target).map { .related(association: association.name, $0) }
    }
}

extension Attribute {
    /// Whether a condition of the schema can compare it.
    var isComparable: Bool {
        switch type {
        case .json, .blob, .password, .array: false
        default: !isVirtual
        }
    }
}
