/// Reads `nested:` of a model's routes: `[posts, tags]`, or the actions of each: `{posts: [list, create], tags: list}`.
struct NestedReader {
    let problems: Problems
    let model: ModelDraft

    func read(_ node: YAMLNode) -> [Routes.Nested] {
        var found: [Routes.Nested] = []
        for (name, actions) in entries(node) {
            guard let nested = nested(name, actions) else { continue }
            if found.contains(where: { $0.association == nested.association }) {
                problems.error("'\(nested.association)' is nested twice", at: name.position)
            } else if let other = found.first(where: { $0.segment == nested.segment }) {
                problems.error(
                    "'\(nested.association)' would have the path of '\(other.association)': \(nested.segment)",
                    at: name.position, "give one of the associations another name")
            } else {
                found.append(nested)
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

    private func nested(_ name: YAMLNode.Scalar, _ node: YAMLNode?) -> Routes.Nested? {
        guard let association = model.association(named: name.text) else {
            problems.error(
                "'\(model.name)' has no association '\(Shown.text(name.text))'", at: name.position,
                Diagnostic.didYouMean(name.text, among: model.associations.map(\.name)))
            return nil
        }
        // What is wrong with the association itself has been reported.
        guard association.resolved != nil else { return nil }
        guard let node else {
            return .init(
                association: name.text, actions: association.kind.usualNestedActions, position: name.position)
        }
        let named = actions(node, of: association)
        return .init(
            association: name.text, actions: Routes.Nested.Action.allCases.filter(named.contains),
            position: name.position)
    }

    private func actions(_ node: YAMLNode, of association: AssociationDraft) -> [Routes.Nested.Action] {
        let items: [YAMLNode] = if case .list(let items, _) = node { items } else { [node] }
        if items.isEmpty {
            problems.error("'\(association.name)' has to have an action", at: node.position, "or leave it out")
        }
        return items.compactMap { item in
            guard let scalar = item.scalar, !item.isNull else {
                problems.error("an action has to be a word, not \(item.kind)", at: item.position)
                return nil
            }
            return action(scalar, of: association)
        }
    }

    private func action(_ word: YAMLNode.Scalar, of association: AssociationDraft) -> Routes.Nested.Action? {
        let possible = association.kind.nestedActions
        guard let action = Routes.Nested.Action(rawValue: word.text) else {
            let elsewhere = ["index": "list", "get": "show", "delete": "destroy", "add": "link", "remove": "unlink"]
            let meant = elsewhere[word.text].flatMap { meant in possible.first { $0.rawValue == meant } }
            problems.error(
                "unknown action '\(Shown.text(word.text))'", at: word.position,
                meant.map { "did you mean '\($0.rawValue)'?" }
                    ?? Diagnostic.didYouMean(word.text, among: possible.map(\.rawValue)))
            return nil
        }
        guard possible.contains(action) else {
            problems.error(
                "'\(action.rawValue)' is no action of a \(association.kind), such as '\(association.name)'",
                at: word.position, "it has \(possible.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        return action
    }
}

extension Association.Kind {
    /// What a nested path can do.
    var nestedActions: [Routes.Nested.Action] {
        switch self {
        case .belongsTo: [.show]
        case .hasOne: [.show, .create, .update, .destroy]
        case .hasMany: [.list, .create]
        case .belongsToMany: [.list, .create, .link, .unlink]
        }
    }

    /// What a nested path does where the schema names no actions: a row that stands alone is only shown.
    var usualNestedActions: [Routes.Nested.Action] { self == .hasOne ? [.show] : nestedActions }
}
