/// One route below a record of a model, to what stands at the other end of an association: `GET /users/:id/posts`.
struct NestedRoute {
    var model: Model
    var association: Association
    var target: Model
    var action: Routes.Nested.Action
    /// Behind the prefix: `/users/:id/posts`.
    var path: String
    /// The method of the controller: `listPosts`.
    var handler: String
    /// What the path calls the parts of the target's key, where it names one: `tagId`.
    var captures: [String]

    /// The methods of HTTP, in the routes' words.
    var methods: [String] {
        switch action {
        case .list, .show: ["get"]
        case .create: ["post"]
        case .update: ["put", "patch"]
        case .link: ["put"]
        case .destroy, .unlink: ["delete"]
        }
    }
}

extension Model {
    /// The routes of `nested:`, association by association.
    func nestedRoutes(in index: SchemaIndex) throws -> [NestedRoute] {
        guard let routes else { return [] }
        return try routes.nested.flatMap { nested -> [NestedRoute] in
            guard let association = association(named: nested.association) else { return [] }
            let target = try index.target(of: association)
            let names = AssociationNames(association.name, inflector: index.inflector)
            let captures = captures(of: target, called: index.inflector.singularize(association.name))
            return nested.actions.map { action in
                let isOne = [.link, .unlink].contains(action)
                return NestedRoute(
                    model: self, association: association, target: target, action: action,
                    path: routes.path + keyPath + nested.segment
                        + (isOne ? captures.map { "/:\($0)" }.joined() : ""),
                    handler: action.handler(names, isMany: association.isMany), captures: isOne ? captures : [])
            }
        }
    }

    /// `tagId` for the key `id` of a tag; a name that the model's own key has in the path already gives way.
    private func captures(of target: Model, called name: String) -> [String] {
        let taken = primaryKey.count == 1 ? ["id"] : primaryKey.map(\.name)
        return target.primaryKey.map { part in
            let usual = name + part.name.capitalizedFirst
            return taken.contains(usual) ? "other" + usual.capitalizedFirst : usual
        }
    }
}

extension Routes.Nested.Action {
    /// `listPosts`, `createPost`, `addTag`, `showProfile`: what Sequelize calls the method that does the same, as far as it
    /// has one.
    fileprivate func handler(_ names: AssociationNames, isMany: Bool) -> String {
        switch self {
        case .list: "list" + names.plural
        case .link: "add" + names.singular
        case .unlink: "remove" + names.singular
        case .create: "create" + (isMany ? names.singular : names.plural)
        case .show, .update, .destroy: rawValue + names.plural
        }
    }
}

extension View {
    /// The methods of a controller that `nested:` asks for.
    static func nestedActions(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> [View] {
        let isAlone = routes.handlers.isEmpty
        return try model.nestedRoutes(in: index).enumerated().map { place, route in
            try nestedAction(route, in: index).merging(["isFirst": isAlone && place == 0])
        }
    }

    private static func nestedAction(_ route: NestedRoute, in index: SchemaIndex) throws -> View {
        let (model, association, target) = (route.model, route.association, route.target)
        let owner = SwiftText.local(model.singular)
        let one = local(route, besides: owner, in: index)
        let names = AssociationNames(association.name, inflector: index.inflector)
        let isMine = [.hasOne, .hasMany].contains(association.kind)
        let isOnlyOne = association.kind == .hasOne && target.attribute(named: association.foreignKey)?.isUnique != true
        let own: View = [
            "verb": SwiftText.comment(
                route.methods.map { $0.uppercased() }.joined(separator: " and ") + " " + index.schema.api.prefix
                    + route.path),
            "handler": route.handler,
            "owner": owner,
            "ownerFind": model.find(model.idOfRequest),
            "association": association.name,
            "isMine": isMine,
            "isOnlyOne": isOnlyOne
                ? SwiftText.literal("The \(model.noun) has \(NameStyle.phraseWithArticle(association.name)) already")
                : false,
            "get": "get" + names.plural,
            "find": "\(owner).get\(names.plural)().orNotFound(\(SwiftText.literal(target.name)))",
            "targetFind": target.find(target.idOfRequest(route.captures)),
            "add": "add" + names.singular, "remove": "remove" + names.singular,
            "link": association.kind == .belongsToMany ? "add" + names.singular : false,
            "isList": route.action == .list, "isShow": route.action == .show, "isCreate": route.action == .create,
            "isUpdate": route.action == .update, "isDestroy": route.action == .destroy,
            "isLink": route.action == .link, "isUnlink": route.action == .unlink,
        ]
        let many = SwiftText.local(association.name)
        let view = try record(target, one: one, many: many, owner: owner, in: index).merging(own)
        return association.kind == .belongsToMany ? view.merging(["isTransaction": true]) : view
    }

    /// What the action calls a record of the target: like its model, like the association where a model leads to
    /// itself, and something else where that is no other word.
    private static func local(_ route: NestedRoute, besides owner: String, in index: SchemaIndex) -> String {
        let alias = index.inflector.singularize(route.association.name)
        return [route.target.singular, alias].map(SwiftText.local).first { $0 != owner }
            ?? "other" + alias.capitalizedFirst
    }
}
