/// Reads what a list may be asked: `filter:` and `search:` of a model's routes.
struct FilterReader {
    let problems: Problems
    let table: ModelTable
    let draft: ModelDraft

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
        let name = alias?.text ?? path.text
        if path.text.contains("."), alias == nil {
            let own = NameStyle.lowerCamel(path.text.replacing(".", with: "_"))
            problems.error(
                "a filter through an association needs a name of its own", at: path.position,
                "{\(Shown.text(own)): \(Shown.text(path.text))}")
            return nil
        }
        guard let (found, attribute, _) = paths.attribute(path.text, of: draft, path),
            checkName(name, at: alias?.position ?? path.position), isFilterable(attribute, at: path.position)
        else { return nil }
        return Routes.Filter(name: name, path: found)
    }

    private func checkName(_ name: String, at position: SourcePosition) -> Bool {
        if let problem = NameRules.association(name) {
            problems.error("a filter's name: " + problem.message, at: position, problem.suggestion)
            return false
        }
        guard !Self.reserved.contains(name), !SwiftKeywords.never.contains(name) else {
            problems.error(
                "a filter cannot be called '\(name)': a list understands that word already", at: position,
                "give it another name: {\(draft.singular)\(NameStyle.upperCamel(name)): …}")
            return false
        }
        return true
    }

    /// What every list understands.
    private static let reserved: Set<String> = [
        "page", "limit", "search", "order", "sort", "offset", "fields", "include", "query", "cursor",
    ]

    private func isFilterable(_ attribute: Attribute, at position: SourcePosition) -> Bool {
        switch attribute.type {
        case .password, .json, .blob, .array:
            problems.error(
                "'\(attribute.name)' has the type \(attribute.type.written), which a list cannot be filtered by",
                at: position)
            return false
        default: break
        }
        guard !attribute.isVirtual else {
            problems.error("'\(attribute.name)' is virtual: the database does not know it", at: position)
            return false
        }
        guard attribute.isReadable else {
            problems.error(
                "'\(attribute.name)' is not readable, and a filter would tell what it holds", at: position)
            return false
        }
        return true
    }

    // MARK: search

    /// Texts that `?search=` looks into.
    func search(_ node: YAMLNode) -> [AttributePath] {
        entries(node).compactMap { _, path in
            guard let (found, attribute, _) = paths.attribute(path.text, of: draft, path) else { return nil }
            guard attribute.type.isWriting, attribute.isReadable, !attribute.isVirtual else {
                problems.error(
                    "'search' looks into readable texts, and '\(attribute.name)' "
                        + (attribute.isVirtual
                            ? "is virtual"
                            : attribute.isReadable ? "has the type \(attribute.type.written)" : "is not readable"),
                    at: path.position)
                return nil
            }
            return found
        }
    }

    private var paths: PathReader { PathReader(problems: problems, table: table) }
}
