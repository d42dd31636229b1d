extension View {
    /// `Routes/PostRoutes.swift`: which path and method leads to which action.
    static func routes(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        [
            "type": model.swiftName,
            "controller": SwiftText.local(model.plural),
            "routes": routes.lines(of: model).map { line -> View in
                ["method": line.method, "path": SwiftText.literal(line.path), "action": line.action.rawValue]
            },
            "bulk": routes.bulk ? SwiftText.literal(routes.bulkPath) : false,
            "nested": try model.nestedRoutes(in: index).flatMap { route in
                route.methods.map { method -> View in
                    ["method": method, "path": SwiftText.literal(route.path), "action": route.handler]
                }
            },
        ]
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
