/// Reads `scopes:` and `defaultScope:`: named parts of queries.
struct ScopeReader {
    let problems: Problems
    let table: ModelTable
    let model: Model

    func read(_ node: YAMLNode?) -> [Scope] {
        guard let node, !node.isNull else { return [] }
        guard case .map(let map) = node else {
            problems.error(
                "'scopes' has to map names to conditions, not \(node.kind)", at: node.position,
                "scopes: {active: {where: {isActive: true}}}")
            return []
        }
        return map.entries.compactMap(named)
    }

    /// The scope that every query begins with; it has no parameters, since nobody gives it any.
    func defaultScope(_ entry: YAMLNode.Entry) -> Scope? {
        guard !entry.value.isNull, let scope = scope(entry, owner: "'defaultScope' of '\(model.name)'") else {
            return nil
        }
        if !scope.parameters.isEmpty {
            problems.error("the default scope cannot have parameters", at: entry.key.position, "leave 'params' out")
        }
        return scope
    }

    private func named(_ entry: YAMLNode.Entry) -> Scope? {
        let name = entry.key.text
        if name == "default" {
            problems.error(
                "the scope that always holds stands beside 'scopes'", at: entry.key.position,
                "write 'defaultScope: {where: …}'")
            return nil
        }
        if let problem = NameRules.scope(name) {
            problems.error(
                problem.message, at: entry.key.position, problem.suggestion)
            return nil
        }
        if let problem = SwiftIdentifier.problem(member: name, kind: .scope) ?? counts(name) {
            problems.error(problem.message, at: entry.key.position, "give it another name")
            return nil
        }
        return scope(entry, owner: "scope '\(name)'")
    }

    private func scope(_ entry: YAMLNode.Entry, owner: String) -> Scope? {
        guard let block = Block<ScopeKey>(entry.value, owner: owner, problems), let draft = table[model.name] else {
            return nil
        }
        guard ScopeKey.allCases.contains(where: { $0 != .params && block[$0] != nil }) else {
            if block.isUnderstood {
                problems.error(
                    "\(owner) has to say 'where', 'order', 'include' or 'limit'", at: entry.key.position,
                    "{where: {isActive: true}}")
            }
            return nil
        }
        let parameters = ScopeParameters(names(block), problems)
        var scope = Scope(name: entry.key.text)
        if let node = block[.where], !node.isNull {
            let reader = ConditionReader(problems: problems, table: table, parameters: parameters)
            scope.condition = reader.read(node, of: draft)
        }
        if let node = block[.order] {
            scope.order = OrderReader(problems: problems, table: table, model: draft).read(node)
        }
        if let node = block[.include] { scope.include = include(node, of: draft) }
        if let node = block[.limit] { scope.limit = limit(node, parameters) }
        scope.parameters = parameters.finish()
        return scope
    }

    private func names(_ block: Block<ScopeKey>) -> [YAMLNode.Scalar] {
        guard let node = block[.params] else { return [] }
        let items: [YAMLNode] = if case .list(let items, _) = node { items } else { [node] }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let scalar = item.scalar, !item.isNull else {
                problems.error("'params' has to list names, not \(item.kind)", at: item.position, "[userId]")
                return nil
            }
            if let problem = NameRules.association(scalar.text) {
                problems.error("a parameter's name: " + problem.message, at: scalar.position, problem.suggestion)
                return nil
            }
            guard !SwiftKeywords.never.contains(scalar.text), seen.insert(scalar.text).inserted else {
                problems.error(
                    "a parameter cannot be called '\(scalar.text)'"
                        + (seen.contains(scalar.text) ? ": the name stands twice" : ""), at: scalar.position,
                    "give it another name")
                return nil
            }
            return scalar
        }
    }

    /// Functions of every model that an attribute may be called like, and a static property may not.
    private func counts(_ name: String) -> Diagnostic? {
        guard ["count", "min", "max", "sum", "avg", "scope", "default", "defaultScope", "hooks"].contains(name) else {
            return nil
        }
        return Diagnostic(message: "scope name '\(name)' is a member that every model has")
    }

    private func include(_ node: YAMLNode, of draft: ModelDraft) -> [[String]] {
        switch node {
        case .scalar(let scalar):
            guard !node.isNull else { return [] }
            return PathReader(problems: problems, table: table).associations(scalar, of: draft).map { [$0] } ?? []
        case .list(let items, _): return items.flatMap { include($0, of: draft) }
        case .map:
            problems.error(
                "a scope reads whole associations along; their columns are an answer's to choose", at: node.position,
                "include: [author, comments.author]")
            return []
        }
    }

    private func limit(_ node: YAMLNode, _ parameters: ScopeParameters) -> Scope.Limit? {
        if let scalar = node.scalar, let name = parameters.name(scalar) {
            return parameters.use(name, as: .integer, isList: false, at: scalar.position) ? .parameter(name) : nil
        }
        if let limit = node.integer, (1...1_000_000).contains(limit) { return .rows(limit) }
        problems.error("'limit' has to be a number from 1 to 1000000, not \(node.kind)", at: node.position)
        return nil
    }
}
