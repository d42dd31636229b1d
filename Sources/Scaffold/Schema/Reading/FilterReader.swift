/// Reads what a list may be asked: `filter:`, `search:` and `order:` of a model's routes.
struct FilterReader {
    let problems: Problems
    let table: ModelTable
    let model: Model

    // MARK: filter

    /// `[status, {tag: tags.name}]`
    func filters(_ node: YAMLNode) -> [Routes.Filter] {
        var found: [Routes.Filter] = []
        for (name, path) in entries(node) {
            guard let filter = filter(name, path) else { continue }
            if found.contains(where: { $0.name == filter.name }) {
                problems.error("the filter '\(filter.name)' stands twice", at: name?.position ?? path.position)
            } else {
                found.append(filter)
            }
        }
        return found
    }

    private func entries(_ node: YAMLNode) -> [(YAMLNode.Scalar?, YAMLNode.Scalar)] {
        switch node {
        case .scalar(let scalar): return node.isNull ? [] : [(nil, scalar)]
        case .list(let items, _): return items.flatMap(entries)
        case .map(let map):
            return map.entries.compactMap { entry in
                guard let path = entry.value.scalar, !entry.value.isNull else {
                    problems.error("a filter has to name an attribute", at: entry.value.position, "{tag: tags.name}")
                    return nil
                }
                return (entry.key, path)
            }
        }
    }

    private func filter(_ alias: YAMLNode.Scalar?, _ path: YAMLNode.Scalar) -> Routes.Filter? {
        let parts = path.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let name = alias?.text ?? path.text
        if parts.count == 2, alias == nil {
            problems.error(
                "a filter through an association needs a name of its own", at: path.position,
                "{\(Shown.text(NameStyle.lowerCamel(parts.joined(separator: "_")))): \(Shown.text(path.text))}")
            return nil
        }
        if parts.count > 2 {
            problems.notYet("filters through more than one association are", at: path.position)
            return nil
        }
        guard let attribute = parts.count == 2 ? attribute(parts[1], through: parts[0], path) : own(parts[0], path)
        else {
            return nil
        }
        guard checkName(name, at: alias?.position ?? path.position), isFilterable(attribute, at: path.position) else {
            return nil
        }
        return Routes.Filter(name: name, association: parts.count == 2 ? parts[0] : nil, attribute: attribute.name)
    }

    private func checkName(_ name: String, at position: SourcePosition) -> Bool {
        if let problem = NameRules.association(name) {
            problems.error("a filter's name: " + problem.message, at: position, problem.suggestion)
            return false
        }
        guard !Self.reserved.contains(name), !SwiftKeywords.never.contains(name) else {
            problems.error(
                "a filter cannot be called '\(name)': a list understands that word already", at: position,
                "give it another name: {\(model.singular)\(NameStyle.upperCamel(name)): …}")
            return false
        }
        return true
    }

    /// What every list understands.
    private static let reserved: Set<String> = [
        "page", "limit", "search", "order", "sort", "offset", "fields", "include", "query",
    ]

    private func isFilterable(_ attribute: Attribute, at position: SourcePosition) -> Bool {
        switch attribute.type {
        case .password, .json, .blob, .array, .virtual:
            problems.error(
                "'\(attribute.name)' has the type \(attribute.type.written), which a list cannot be filtered by",
                at: position)
            return false
        default: break
        }
        guard attribute.isReadable else {
            problems.error(
                "'\(attribute.name)' is not readable, and a filter would tell what it holds", at: position)
            return false
        }
        return true
    }

    private func own(_ name: String, _ path: YAMLNode.Scalar) -> Attribute? {
        if let attribute = model.attribute(named: name) { return attribute }
        let association = model.association(named: name)
        problems.error(
            "'\(model.name)' has no attribute '\(Shown.text(name))'", at: path.position,
            association.map {
                $0.kind == .belongsTo ? "did you mean '\($0.foreignKey)'?" : "name its attribute: \(name).id"
            }
                ?? Diagnostic.didYouMean(name, among: model.attributes.map(\.name)))
        return nil
    }

    private func attribute(_ name: String, through alias: String, _ path: YAMLNode.Scalar) -> Attribute? {
        guard let association = model.association(named: alias) else {
            problems.error(
                "'\(model.name)' has no association '\(Shown.text(alias))'", at: path.position,
                Diagnostic.didYouMean(alias, among: model.associations.map(\.name)))
            return nil
        }
        guard let target = table[association.target] else { return nil }
        return table.attribute(name, of: target, at: path.position(offset: alias.unicodeScalars.count + 1))
    }

    // MARK: search

    /// Texts that `?search=` looks into.
    func search(_ node: YAMLNode) -> [String] {
        entries(node).compactMap { _, path in
            if path.text.contains(".") {
                problems.notYet("search through an association is", at: path.position)
                return nil
            }
            guard let attribute = own(path.text, path) else { return nil }
            guard attribute.type.isWriting, attribute.isReadable else {
                problems.error(
                    "'search' looks into readable texts, and '\(attribute.name)' "
                        + (attribute.isReadable ? "has the type \(attribute.type.written)" : "is not readable"),
                    at: path.position)
                return nil
            }
            return attribute.name
        }
    }

    // MARK: order

    /// `[-createdAt, title]`
    func order(_ node: YAMLNode) -> [Routes.Order] {
        entries(node).compactMap { _, path in
            let descending = path.text.hasPrefix("-")
            let name = descending ? String(path.text.dropFirst()) : path.text
            if name.contains(".") {
                problems.notYet("order by an association is", at: path.position)
                return nil
            }
            guard let attribute = own(name, path) else { return nil }
            switch attribute.type {
            case .json, .blob, .password, .array, .virtual:
                problems.error("a list cannot be ordered by '\(attribute.name)'", at: path.position)
                return nil
            default: return .init(attribute: attribute.name, descending: descending)
            }
        }
    }
}
