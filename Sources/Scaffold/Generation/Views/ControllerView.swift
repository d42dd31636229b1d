extension View {
    /// `Controllers/PostController.swift`: the actions that the model's routes name, and no others.
    static func controller(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        let one = SwiftText.local(model.singular)
        let many = SwiftText.local(model.plural)
        let assigned = model.associations.filter { $0.assign != nil }
        let answers = AnswerText(model, routes, index.schema.api)
        func action(_ action: Routes.Action) -> Any {
            routes.actions.contains(action) ? ["isFirst": action == routes.actionsInOrder.first] as View : false
        }
        return [
            "type": model.swiftName,
            "model": SwiftText.literal(model.name),
            "nouns": model.nouns,
            "path": SwiftText.comment(index.schema.api.prefix + routes.path),
            "keyPath": model.keyPath,
            "id": model.idOfRequest,
            "one": one,
            "envelope": answers.envelope ?? false,
            "envelopeExample": answers.example,
            "in": answers.argument,
            "created": answers.call(.create),
            "createdTail": answers.tail(.create),
            "updatedTail": answers.tail(.update),
            "destroyed": answers.destroyed,
            "many": many == one ? "rows" : many,
            "list": action(.list), "show": action(.show), "create": action(.create),
            "update": action(.update), "destroy": action(.destroy),
            "listView": try model.listView(in: index)?.name ?? false,
            "showView": try model.showView(in: index)?.name ?? false,
            "find": routes.finder,
            "listing": try listing(of: model, routes, in: index),
            "isAssigned": !assigned.isEmpty,
            "assigned": assigned.map { assignment($0, in: index) },
        ]
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

extension Model {
    /// What stands behind the path of one row: `/:id`, or a capture for each part of the primary key.
    var keyPath: String {
        primaryKey.count == 1 ? "/:id" : primaryKey.map { "/:\($0.name)" }.joined()
    }

    /// The primary key out of a request's path.
    var idOfRequest: String {
        if primaryKey.count == 1 { return "request.id()" }
        let parts = primaryKey.map { "\($0.swiftName): request.id(\(SwiftText.literal($0.name)))" }
        return ".init(\(parts.joined(separator: ", ")))"
    }
}

extension Routes {
    /// In the order in which the controller has them, whatever the schema's.
    var actionsInOrder: [Action] { Action.allCases.filter(actions.contains) }
}

extension SwiftText {
    /// The name of a local constant: a word that generated code uses for something else gives way.
    static func local(_ name: String) -> String {
        ["input", "query", "request", "response", "database", "client", "routes"].contains(name)
            ? name + "Record" : SwiftIdentifier.declared(name)
    }
}
