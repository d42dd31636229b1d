extension View {
    /// `Controllers/PostController.swift`: the actions that the model's routes name, and no others.
    static func controller(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        let one = SwiftText.local(model.singular)
        let many = SwiftText.local(model.plural)
        let assigned = model.associations.filter { $0.assign != nil }
        func action(_ action: Routes.Action) -> Any {
            routes.actions.contains(action) ? ["isFirst": action == routes.actionsInOrder.first] as View : false
        }
        return [
            "type": model.swiftName,
            "model": SwiftText.literal(model.name),
            "nouns": model.nouns,
            "path": SwiftText.comment(index.schema.api.prefix + routes.path),
            "one": one,
            "many": many == one ? "rows" : many,
            "list": action(.list), "show": action(.show), "create": action(.create),
            "update": action(.update), "destroy": action(.destroy),
            "listView": try model.listView(in: index)?.name ?? false,
            "showView": try model.showView(in: index)?.name ?? false,
            "filters": try routes.filter.map { try filter($0, of: model, in: index) },
            "search": search(routes, of: model) ?? false,
            "order": order(routes, of: model),
            "questions": routes.questions.map { "?\($0)=" }.joined(separator: " "),
            "limit": routes.limit,
            "isAssigned": !assigned.isEmpty,
            "assigned": assigned.map { assignment($0, in: index) },
        ]
    }

    private static func filter(_ filter: Routes.Filter, of model: Model, in index: SchemaIndex) throws -> View {
        let association = filter.association.flatMap(model.association)
        let owner = try association.map { try index.target(of: $0) } ?? model
        let attribute = owner.attribute(named: filter.attribute)
        return [
            "name": SwiftIdentifier.declared(filter.name),
            "bare": filter.name,
            "key": SwiftText.literal(filter.name),
            "property": SwiftIdentifier.inMethod(filter.name),
            "value": attribute?.type.swiftType ?? "String",
            "attribute": attribute?.swiftName ?? filter.attribute,
            "through": association?.name ?? false,
        ]
    }

    private static func search(_ routes: Routes, of model: Model) -> String? {
        let attributes = routes.search.compactMap(model.attribute)
        guard !attributes.isEmpty else { return nil }
        return attributes.map { "$0.\($0.swiftName).contains(search)" }.joined(separator: " || ")
    }

    /// Pages need an order that is always the same: where the schema names none, that of the primary key.
    private static func order(_ routes: Routes, of model: Model) -> [View] {
        let order =
            routes.order.isEmpty ? model.primaryKey.map { .init(attribute: $0.name, descending: false) } : routes.order
        return order.map { entry in
            [
                "attribute": model.attribute(named: entry.attribute)?.swiftName ?? entry.attribute,
                "descending": entry.descending,
            ]
        }
    }

    /// `if let names = input.tagNames { try await post.setTags(named: names) }`.
    private static func assignment(_ association: Association, in index: SchemaIndex) -> View {
        guard let assign = association.assign else { return [:] }
        let local = SwiftText.local(index.inflector.pluralize(assign.attribute))
        return [
            "name": assign.name,
            "local": local,
            "call": "set\(association.name.capitalizedFirst)(\(assign.label): \(local))",
        ]
    }
}

extension Routes {
    /// In the order in which the controller has them, whatever the schema's.
    var actionsInOrder: [Action] { Action.allCases.filter(actions.contains) }

    /// The names that `GET` of the list takes in its query.
    var questions: [String] { filter.map(\.name) + (search.isEmpty ? [] : ["search"]) + ["page", "limit"] }
}

extension SwiftText {
    /// The name of a local constant: a word that generated code uses for something else gives way.
    static func local(_ name: String) -> String {
        ["input", "query", "request", "response", "database", "client", "routes"].contains(name)
            ? name + "Record" : SwiftIdentifier.declared(name)
    }
}
