extension View {
    /// `Controllers/PostController.swift`: the actions that the model's routes name, and no others.
    static func controller(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        let one = SwiftText.local(model.singular)
        let handlers = routes.handlers
        let answers = AnswerText(model, index.schema.api)
        func action(_ name: String) -> Any {
            handlers.contains(name) ? ["isFirst": name == handlers.first] as View : false
        }
        let own: View = [
            "nouns": model.nouns,
            "path": SwiftText.comment(index.schema.api.prefix + routes.path),
            "keyPath": model.keyPath,
            "find": model.find(model.idOfRequest),
            "id": model.idOfRequest,
            "list": action("list"), "show": action("show"), "create": action("create"),
            "bulkCreate": action("bulkCreate"), "update": action("update"), "destroy": action("destroy"),
            "bulkPath": SwiftText.comment(index.schema.api.prefix + routes.bulkPath),
            "nested": try nestedActions(model, routes, in: index),
            "envelope": answers.envelope ?? false,
            "envelopeExample": answers.example,
            "isListed": model.isListed(in: index),
            "listing": try listing(of: model, routes, in: index),
        ]
        return try record(model, one: one, many: SwiftText.local(model.plural), in: index).merging(own)
    }

    /// What actions say of the model whose records they answer with.
    ///
    /// - Parameters:
    ///   - one: what the action calls a record.
    ///   - many: what it calls several.
    ///   - owner: what it calls the record that the path begins with, where that is another one.
    static func record(
        _ model: Model, one: String, many: String, owner: String? = nil, in index: SchemaIndex
    ) throws -> View {
        let assigned = model.associations.filter { $0.assign != nil }
        let many = [one, owner].contains(many) ? "rows" : many
        let view = try model.showView(in: index)
        let record: View = [
            "type": model.swiftName,
            "model": SwiftText.literal(model.name),
            "one": one, "many": many,
            "listView": try model.listView(in: index)?.name ?? false,
            "showView": view?.name ?? false,
            "finder": model.routes?.finder ?? "findAll",
            "isAssigned": !assigned.isEmpty, "isTransaction": !assigned.isEmpty, "link": false,
            "assigned": assigned.map { assignment($0, in: index) },
            "version": model.version.map { "\(one).\($0.swiftName)" } ?? false,
            "versioned": model.version.map { ".versioned(\(view.property($0, of: one)))" } ?? "",
            "located": model.location(of: one, view, in: index) ?? "",
        ]
        return record.merging(answers(model, isOwn: owner == nil, in: index))
    }

    /// How an action answers; one below another model's record has the shape of its own model's, and no texts.
    private static func answers(_ model: Model, isOwn: Bool, in index: SchemaIndex) -> View {
        let answers = AnswerText(model, index.schema.api, isOwn: isOwn)
        return [
            "in": answers.argument,
            "created": answers.call(.create), "createdTail": answers.tail(.create),
            "updatedTail": answers.tail(.update), "destroyed": answers.destroyed,
            "createdIsLong": Layout.isUnbreakable(answers.tail(.create)),
            "updatedIsLong": Layout.isUnbreakable(answers.tail(.update)),
            "destroyedIsLong": Layout.isUnbreakable(answers.destroyed),
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
        primaryKey.count == 1 ? "request.id()" : idOfRequest(primaryKey.map(\.name))
    }

    /// The primary key out of these captures of a request's path, one for each part.
    func idOfRequest(_ captures: [String]) -> String {
        let parts = captures.map { "request.id(\(SwiftText.literal($0)))" }
        if parts.count == 1 { return parts[0] }
        let labelled = zip(primaryKey, parts).map { "\($0.swiftName): \($1)" }
        return ".init(\(labelled.joined(separator: ", ")))"
    }

    /// `Post.findByPk(request.id()).orNotFound("Post")`
    func find(_ id: String) -> String {
        "\(swiftName).findByPk(\(id)).orNotFound(\(SwiftText.literal(name)))"
    }

    /// The number that counts changes, where answers show it.
    var version: Attribute? { attributes.first { $0.origin == .version && $0.isShown } }

    /// `.located(at: "/api/posts", post.id)`, where a record has a path of its own.
    fileprivate func location(of one: String, _ view: ProjectionType?, in index: SchemaIndex) -> String? {
        guard let routes = offeredRoutes, routes.actions.contains(.show), primaryKey.allSatisfy(\.isShown) else {
            return nil
        }
        let parts = [SwiftText.literal(index.schema.api.prefix + routes.path)]
        let keys = primaryKey.map { view.property($0, of: one) }
        return ".located(at: \((parts + keys).joined(separator: ", ")))"
    }
}

extension ProjectionType? {
    /// `post.id`, where an answer's type, or the model itself, has the attribute.
    fileprivate func property(_ attribute: Attribute, of one: String) -> String {
        guard let part = self?.part, part.isWhole else { return "\(one).\(attribute.swiftName)" }
        return "\(one).\(part.recordName).\(attribute.swiftName)"
    }
}

extension Routes {
    /// Where a list of rows is sent to.
    var bulkPath: String { path + "/bulk" }

    /// The controller's methods for the model's own paths, in the order in which it has them, whatever the schema's.
    var handlers: [String] {
        let offered = actions.map(\.rawValue) + (bulk ? ["bulkCreate"] : [])
        return ["list", "show", "create", "bulkCreate", "update", "destroy"].filter(offered.contains)
    }
}

extension SwiftText {
    /// The name of a local constant: a word that generated code uses for something else gives way.
    static func local(_ name: String) -> String {
        ["input", "query", "request", "response", "database", "client", "routes"].contains(name)
            ? name + "Record" : SwiftIdentifier.declared(name)
    }
}
