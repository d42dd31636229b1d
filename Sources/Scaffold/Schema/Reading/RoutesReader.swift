/// Reads `routes:` of a model, or fills in what stands for it: five actions at the plural of the model's name; none for
/// a model that is only the `through` of others, which means that it has no attributes but its keys.
struct RoutesReader {
    let problems: Problems
    let table: ModelTable
    let model: Model
    let draft: ModelDraft

    static let defaultLimit = 20

    func read(_ node: YAMLNode?) -> Routes? {
        guard let node, !node.isNull else { return isOnlyThrough ? nil : defaults }
        if let flag = node.boolean { return flag ? defaults : nil }
        guard let block = Block<RoutesKey>(node, owner: "'routes' of '\(model.name)'", problems) else { return nil }
        var routes = defaults
        if let path = block.text(.path) { readPath(path, &routes) }
        readActions(block, &routes)
        if let include = block[.include] {
            let reader = IncludeReader(problems: problems, table: table, model: draft)
            (routes.listInclude, routes.showInclude) = reader.read(include)
        }
        let reader = FilterReader(problems: problems, table: table, draft: draft)
        if let filter = block[.filter] { routes.filter = reader.filters(filter) }
        if let search = block[.search] { routes.search = reader.search(search) }
        ListReader(problems: problems, table: table, draft: draft).read(block, &routes)
        if let texts = block[.texts] { readTexts(texts, &routes) }
        if let nested = block[.nested] { routes.nested = NestedReader(problems: problems, model: draft).read(nested) }
        if let bulk = block.flag(.bulk) { routes.bulk = bulk }
        return routes
    }

    private var isOnlyThrough: Bool {
        draft.isThrough
            && draft.attributes.allSatisfy {
                $0.attribute.isPrimaryKey || draft.throughKeys.contains($0.attribute.name)
            }
    }

    private var defaults: Routes {
        Routes(
            path: "/" + NameStyle.kebab(model.plural), actions: Routes.Action.allCases, listInclude: [],
            showInclude: [],
            filter: [], search: [],
            order: draft.primaryKeys.map { Order(path: AttributePath(attribute: $0), descending: false) },
            sort: draft.primaryKeys, limit: Self.defaultLimit)
    }

    private func readPath(_ path: YAMLNode.Scalar, _ routes: inout Routes) {
        if let problem = RoutePath.problem(path.text) {
            problems.error(problem.message, at: path.position, problem.suggestion)
        } else {
            routes.path = path.text
        }
    }

    private func readActions(_ block: Block<RoutesKey>, _ routes: inout Routes) {
        if block[.only] != nil, block[.except] != nil {
            problems.error(
                "'only' and 'except' exclude each other", at: block.place(of: .except), "leave one of them out")
        }
        if let only = block[.only] {
            let named = actions(only)
            routes.actions.removeAll { !named.contains($0) }
        }
        if let except = block[.except] {
            let named = actions(except)
            routes.actions.removeAll { named.contains($0) }
        }
    }

    private func actions(_ node: YAMLNode) -> [Routes.Action] {
        let items: [YAMLNode] = if case .list(let items, _) = node { items } else { [node] }
        return items.compactMap { item in
            guard let scalar = item.scalar, !item.isNull else {
                problems.error("an action has to be a word, not \(item.kind)", at: item.position)
                return nil
            }
            if let action = Routes.Action(rawValue: scalar.text) { return action }
            let elsewhere = ["index": "list", "get": "show", "delete": "destroy", "store": "create", "edit": "update"]
            problems.error(
                "unknown action '\(Shown.text(scalar.text))'", at: item.position,
                elsewhere[scalar.text].map { "did you mean '\($0)'?" }
                    ?? Diagnostic.didYouMean(scalar.text, among: Routes.Action.allCases.map(\.rawValue)))
            return nil
        }
    }

    /// `{show: {404: Post not found}, destroy: {200: Post deleted successfully}}`
    private func readTexts(_ node: YAMLNode, _ routes: inout Routes) {
        let owner = "'texts' of '\(model.name)'"
        guard let block = Block<TextsKey>(node, owner: owner, problems) else { return }
        for key in TextsKey.allCases {
            guard let node = block[key], let action = key.action else { continue }
            guard routes.actions.contains(action) else {
                problems.error(
                    "'\(key.rawValue)' is not among the actions of '\(model.name)'", at: block.place(of: key),
                    "leave its texts out")
                continue
            }
            let texts = StatusTextReader(problems: problems).read(
                node, owner: "'texts' of '\(key.rawValue)'", successes: action.sayingStatuses)
            if texts.filter(\.isSuccess).count > 1 {
                problems.error("'\(key.rawValue)' has one status when all goes well, not two", at: node.position)
            }
            routes.texts[action] = texts
        }
    }
}

extension Routes.Action {
    /// The statuses of what went well with which it can say something.
    fileprivate var sayingStatuses: [Int] {
        switch self {
        case .list, .show: []
        case .create: [200, 201]
        case .update, .destroy: [200]
        }
    }
}
