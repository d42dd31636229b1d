/// Reads how a list is ordered and cut into pages: `order:`, `sort:`, `limit:` and `pages:` of a model's routes.
struct ListReader {
    let problems: Problems
    let table: ModelTable
    let draft: ModelDraft

    func read(_ block: Block<RoutesKey>, _ routes: inout Routes) {
        if let order = block[.order] {
            let read = OrderReader(problems: problems, table: table, model: draft).read(order)
            if !read.isEmpty { routes.order = read }
        }
        routes.sort = block[.sort].map(sort) ?? usualSort(routes.order)
        if let limit = block[.limit] { readLimit(limit, &routes) }
        guard let pages = block.word(.pages, Routes.Pages.self) else { return }
        routes.pages = pages
        guard routes.limit != nil else {
            problems.error(
                "'pages' and 'limit: none' exclude each other", at: block.place(of: .pages), "leave one of them out")
            return
        }
        if pages == .cursor { checkCursor(routes.order, at: block.place(of: .order)) }
    }

    // MARK: sort

    /// The attributes of the order and of the primary key, as far as an answer shows them.
    private func usualSort(_ order: [Order]) -> [String] {
        let own = order.filter(\.path.associations.isEmpty).map(\.path.attribute)
        var names: [String] = []
        for name in own + draft.primaryKeys where !names.contains(name) {
            if draft.anyAttribute(named: name)?.isShown == true { names.append(name) }
        }
        return names
    }

    private func sort(_ node: YAMLNode) -> [String] {
        let items: [YAMLNode] = if case .list(let items, _) = node { items } else { [node] }
        var names: [String] = []
        for item in items where !item.isNull {
            guard let scalar = item.scalar else {
                problems.error("'sort' lists attributes, not \(item.kind)", at: item.position, "[createdAt, title]")
                continue
            }
            guard let name = attribute(scalar) else { continue }
            if names.contains(name) {
                problems.error("'\(name)' stands in 'sort' twice", at: scalar.position)
            } else {
                names.append(name)
            }
        }
        return names
    }

    private func attribute(_ scalar: YAMLNode.Scalar) -> String? {
        if scalar.text.hasPrefix("-") {
            problems.error(
                "a request says itself in which direction it sorts", at: scalar.position,
                "did you mean '\(Shown.text(String(scalar.text.dropFirst())))'?")
            return nil
        }
        let paths = PathReader(problems: problems, table: table)
        guard let (path, attribute, _) = paths.attribute(scalar.text, of: draft, scalar) else { return nil }
        guard path.associations.isEmpty else {
            problems.notYet("to sort through an association is", at: scalar.position)
            return nil
        }
        guard attribute.isOrdered else {
            problems.error("a list cannot be sorted by '\(attribute.name)'", at: scalar.position)
            return nil
        }
        guard attribute.isShown else {
            problems.error(
                "'\(attribute.name)' is not readable, and the order would tell what it holds", at: scalar.position)
            return nil
        }
        return attribute.name
    }

    // MARK: limit and pages

    private func readLimit(_ node: YAMLNode, _ routes: inout Routes) {
        if node.scalar?.text == "none" {
            routes.limit = nil
        } else if let limit = node.integer, (1...1000).contains(limit) {
            routes.limit = limit
        } else {
            problems.error("'limit' has to be a number from 1 to 1000 or none, not \(node.kind)", at: node.position)
        }
    }

    /// A cursor holds what its row has in the columns of the order.
    private func checkCursor(_ order: [Order], at position: SourcePosition) {
        for order in order {
            guard order.path.associations.isEmpty, let attribute = draft.anyAttribute(named: order.path.attribute)
            else {
                problems.error(
                    "a list with cursors is ordered by attributes of '\(draft.name)' itself", at: position,
                    "leave out '\(order.path.associations.joined(separator: ".")).\(order.path.attribute)'")
                continue
            }
            if !attribute.isShown {
                problems.error(
                    "'\(attribute.name)' is not readable, and a cursor would tell what it holds", at: position)
            } else if attribute.allowNull, order.nulls == nil {
                problems.error(
                    "'\(attribute.name)' may be null, and a list with cursors has to know where such rows stand",
                    at: position, "\(order.descending ? "-" : "")\(attribute.name) nulls last")
            }
        }
    }
}
