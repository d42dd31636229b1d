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
            "createdIsLong": Layout.isUnbreakable(answers.tail(.create)),
            "updatedIsLong": Layout.isUnbreakable(answers.tail(.update)),
            "destroyedIsLong": Layout.isUnbreakable(answers.destroyed),
            "many": many == one ? "rows" : many,
            "list": action(.list), "show": action(.show), "create": action(.create),
            "update": action(.update), "destroy": action(.destroy),
            "listView": try model.listView(in: index)?.name ?? false,
            "showView": try model.showView(in: index)?.name ?? false,
            "filters": try routes.filter.map { try filter($0, of: model, in: index) },
            "search": try search(routes, of: model, in: index) ?? false,
            "order": try order(routes, of: model, in: index),
            "questions": routes.questions.map { "?\($0)=" }.joined(separator: " "),
            "limit": routes.limit,
            "isAssigned": !assigned.isEmpty,
            "assigned": assigned.map { assignment($0, in: index) },
        ]
    }

    private static func filter(_ filter: Routes.Filter, of model: Model, in index: SchemaIndex) throws -> View {
        let owner = try filter.path.associations.reduce(model) { try index.follow($1, from: $0) }
        let attribute = owner.attribute(named: filter.path.attribute)
        let name = SwiftIdentifier.declared(filter.name)
        // One association is asked of the query itself; those behind it are conditions on that one's rows.
        let inner = AttributePath(
            associations: Array(filter.path.associations.dropFirst()), attribute: filter.path.attribute)
        let first = try filter.path.associations.first.map { try index.follow($0, from: model) } ?? model
        return [
            "name": name,
            "bare": filter.name,
            "key": SwiftText.literal(filter.name),
            "property": SwiftIdentifier.inMethod(filter.name),
            "value": attribute?.type.swiftType ?? "String",
            "condition": try inner.closure({ "\($0) == \(name)" }, of: first, in: index),
            "through": filter.path.associations.first ?? false,
        ]
    }

    private static func search(_ routes: Routes, of model: Model, in index: SchemaIndex) throws -> String? {
        guard !routes.search.isEmpty else { return nil }
        let conditions = try routes.search.map {
            try $0.condition({ "\($0).contains(search)" }, of: model, in: index)
        }.joined(separator: " || ")
        let usesColumns = routes.search.contains(where: \.associations.isEmpty)
        return "{ \(usesColumns ? "" : "_ in ")\(conditions) }"
    }

    /// Pages need an order that is always the same: where the schema names none, that of the primary key.
    private static func order(_ routes: Routes, of model: Model, in index: SchemaIndex) throws -> [String] {
        let key = model.primaryKey.map { Order(path: AttributePath(attribute: $0.name), descending: false) }
        return try (routes.order.isEmpty ? key : routes.order).map { try $0.swift(of: model, in: index) }
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
