extension View {
    /// `Routes/PostRoutes.swift`: which path and method leads to which action.
    static func routes(_ model: Model, _ routes: Routes) -> View {
        [
            "type": model.swiftName,
            "controller": SwiftText.local(model.plural),
            "routes": routes.lines(of: model).map { line -> View in
                let texts = routes.errorTexts(line.action)
                return [
                    "method": line.method, "path": SwiftText.literal(line.path), "action": line.action.rawValue,
                    "hasTexts": !texts.isEmpty, "texts": lines(of: texts),
                    "isLong": texts.contains { Layout.isUnbreakable(SwiftText.literal($0.text)) },
                ]
            },
        ]
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
