/// Reads `scopes:`: named conditions, each a list of attributes with the values that they have to have.
struct ScopeReader {
    let problems: Problems
    let model: Model

    func read(_ node: YAMLNode?) -> [Scope] {
        guard let node, !node.isNull else { return [] }
        guard case .map(let map) = node else {
            problems.error(
                "'scopes' has to map names to conditions, not \(node.kind)", at: node.position,
                "scopes: {active: {where: {isActive: true}}}")
            return []
        }
        return map.entries.compactMap(scope)
    }

    private func scope(_ entry: YAMLNode.Entry) -> Scope? {
        let name = entry.key.text
        if let problem = NameRules.scope(name) {
            problems.error(
                problem.message, at: entry.key.position, problem.suggestion)
            return nil
        }
        if let problem = SwiftIdentifier.problem(member: name, kind: .scope) ?? counts(name) {
            problems.error(problem.message, at: entry.key.position, "give it another name")
            return nil
        }
        guard let block = Block<ScopeKey>(entry.value, owner: "scope '\(name)'", problems) else { return nil }
        guard case .map(let conditions)? = block[.where] else {
            if block.isUnderstood {
                problems.error(
                    "scope '\(name)' has to say 'where'", at: block[.where]?.position ?? entry.key.position,
                    "\(name): {where: {isActive: true}}")
            }
            return nil
        }
        return Scope(name: name, conditions: conditions.entries.compactMap(condition))
    }

    /// Functions of every model that an attribute may be called like, and a static property may not.
    private func counts(_ name: String) -> Diagnostic? {
        guard ["count", "min", "max", "sum", "scope", "default"].contains(name) else { return nil }
        return Diagnostic(message: "scope name '\(name)' is a member that every model has")
    }

    private func condition(_ entry: YAMLNode.Entry) -> Scope.Condition? {
        guard let attribute = model.attribute(named: entry.key.text) else {
            problems.error(
                "'\(model.name)' has no attribute '\(Shown.text(entry.key.text))'", at: entry.key.position,
                Diagnostic.didYouMean(entry.key.text, among: model.attributes.map(\.name)))
            return nil
        }
        if entry.value.isNull {
            if !attribute.allowNull {
                problems.error("'\(attribute.name)' is never null", at: entry.value.position)
            }
            return .init(attribute: attribute.name, value: nil)
        }
        guard entry.value.scalar != nil else {
            problems.notYet("conditions other than equality in a scope are", at: entry.value.position)
            return nil
        }
        if attribute.type == .json || attribute.type == .password {
            problems.error("'\(attribute.name)' cannot be compared", at: entry.key.position)
            return nil
        }
        return ValueReader(problems: problems).value(entry.value, of: attribute).map {
            .init(attribute: attribute.name, value: $0)
        }
    }
}
