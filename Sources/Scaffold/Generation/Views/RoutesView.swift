extension View {
    /// `Routes/PostRoutes.swift`: which path and method leads to which action, and what the API document says of it.
    static func routes(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        [
            "type": model.swiftName,
            "controller": SwiftText.local(model.plural),
            "routes": try routes.lines(of: model).map { line -> View in
                let texts = (routes.texts[line.action] ?? []).sorted { $0.status < $1.status }
                return [
                    "method": line.method, "path": SwiftText.literal(line.path), "action": line.action.rawValue,
                    "operation": try operation(line.action, of: model, in: index),
                    "hasTexts": !texts.isEmpty, "texts": lines(of: texts),
                    "isLong": texts.contains { Layout.isUnbreakable(SwiftText.literal($0.text)) },
                ]
            },
            "bulk": routes.bulk ? try bulk(model, routes, in: index) : false,
            "nested": try model.nestedRoutes(in: index).flatMap { route -> [View] in
                let operation = try operation(route, in: index)
                return route.methods.map { method -> View in
                    [
                        "method": method, "path": SwiftText.literal(route.path), "action": route.handler,
                        "operation": operation,
                    ]
                }
            },
        ]
    }

    /// `.update(Post.self, as: PostView.self)`
    private static func operation(
        _ action: Routes.Action, of model: Model, in index: SchemaIndex
    ) throws -> String {
        let answers = AnswerText(model, index.schema.api)
        let envelope = answers.argument(isOwn: false)
        let list = try model.listView(in: index).map { ", as: \($0.name).self" } ?? ""
        let view = try model.showView(in: index)?.name
        let shown = view.map { ", as: \($0).self" } ?? ""
        switch action {
        case .list: return ".list(\(model.swiftName).listing\(list)\(envelope))"
        case .show: return ".show(\(view ?? model.swiftName).self\(envelope))"
        case .create, .update: return ".\(action.rawValue)(\(model.swiftName).self\(shown)\(envelope))"
        case .destroy: return ".destroy(\(model.swiftName).self\(envelope))"
        }
    }

    private static func bulk(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        let created = try operation(.create, of: model, in: index).dropFirst(".create".count)
        return ["path": SwiftText.literal(routes.bulkPath), "operation": ".bulkCreate\(created)"]
    }

    /// `.create(Post.self, as: PostView.self).below(\User.Associations.posts)`
    private static func operation(_ route: NestedRoute, in index: SchemaIndex) throws -> String {
        let target = route.target
        func operation(_ action: Routes.Action) throws -> String {
            try Self.operation(action, of: target, in: index)
        }
        let own =
            switch route.action {
            case .list: try operation(.list)
            case .show: try operation(.show)
            case .create: try operation(.create)
            case .update: try operation(.update)
            case .destroy: try operation(.destroy)
            case .link: ".link(\(target.swiftName).self)"
            case .unlink: ".unlink(\(target.swiftName).self)"
            }
        return own + ".below(\\\(route.model.swiftName).Associations.\(route.association.name))"
    }

    /// One text a line; the last one with the comma that ends the argument.
    private static func lines(of texts: [StatusText]) -> [View] {
        texts.enumerated().map { place, text in
            [
                "status": text.status, "text": SwiftText.literal(text.text),
                "comma": place == texts.count - 1 ? "," : "",
            ]
        }
    }
}

extension Routes {
    /// Method, path and action of each route, `PUT` and `PATCH` being two.
    func lines(of model: Model) -> [(method: String, path: String, action: Action)] {
        let one = path + model.keyPath
        let lines: [(method: String, path: String, action: Action)] = [
            ("get", path, .list), ("post", path, .create), ("get", one, .show),
            ("put", one, .update), ("patch", one, .update), ("delete", one, .destroy),
        ]
        return lines.filter { actions.contains($0.action) }
    }
}
