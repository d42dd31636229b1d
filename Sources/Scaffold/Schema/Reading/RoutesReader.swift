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
        if let order = block[.order] {
            let read = OrderReader(problems: problems, table: table, model: draft).read(order)
            if !read.isEmpty { routes.order = read }
        }
        if let limit = block[.limit] { readLimit(limit, &routes) }
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
            limit: Self.defaultLimit)
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

    private func readLimit(_ node: YAMLNode, _ routes: inout Routes) {
        if node.scalar?.text == "none" {
            problems.notYet("'limit: none' is", at: node.position)
        } else if let limit = node.integer, (1...1000).contains(limit) {
            routes.limit = limit
        } else {
            problems.error("'limit' has to be a number from 1 to 1000, not \(node.kind)", at: node.position)
        }
    }
}
