extension View {
    /// `Routes/PostRoutes.swift`: which path and method leads to which action, and what the API document says of it.
    static func routes(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        [
            "type": model.swiftName,
            "controller": SwiftText.local(model.plural),
            "routes": try routes.lines(of: model).map { line -> View in
                [
                    "method": line.method, "path": SwiftText.literal(line.path), "action": line.action.rawValue,
                    "operation": try operation(line.action, of: model, in: index),
                ]
            },
        ]
    }

    /// `.update(Post.self, as: PostView.self)`
    private static func operation(
        _ action: Routes.Action, of model: Model, in index: SchemaIndex
    ) throws -> String {
        let list = try model.listView(in: index).map { ", as: \($0.name).self" } ?? ""
        let view = try model.showView(in: index)?.name
        let shown = view.map { ", as: \($0).self" } ?? ""
        switch action {
        case .list: return ".list(\(model.swiftName).listing\(list))"
        case .show: return ".show(\(view ?? model.swiftName).self)"
        case .create, .update: return ".\(action.rawValue)(\(model.swiftName).self\(shown))"
        case .destroy: return ".destroy(\(model.swiftName).self)"
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
