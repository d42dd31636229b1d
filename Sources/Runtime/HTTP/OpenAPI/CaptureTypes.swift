import ScaffoldStorage

/// Which column each capture of a path is: the key of the model whose record stands there.
struct CaptureTypes {
    /// By the path up to the capture, `/users/:`, without names of captures.
    private var columns: [String: TableDefinition.Attribute] = [:]

    init(_ routes: [Route]) {
        for route in routes {
            guard let model = route.operation.model, route.operation.action.map(Self.isOfOne) == true else { continue }
            let key = model.table.attributes.filter(\.primaryKey)
            let places = Self.captures(of: route)
            for (place, column) in zip(places.suffix(key.count), key) where places.count >= key.count {
                columns[place.path] = columns[place.path] ?? column
            }
        }
    }

    /// The parameters of a route's path, in OpenAPI's words.
    func parameters(of route: Route) -> [JSON] {
        Self.captures(of: route).map { place in
            var schema = columns[place.path].map { JSONSchema(of: $0.type) } ?? .string
            if schema["type"] == "string" { schema["minLength"] = 1 }
            var parameter: JSON = ["name": .string(place.name), "in": "path", "required": true]
            if case .object(var object) = parameter {
                object["schema"] = schema.json
                parameter = .object(object)
            }
            return parameter
        }
    }

    private static func isOfOne(_ action: Operation.Action) -> Bool {
        [.show, .update, .destroy, .link, .unlink].contains(action)
    }

    private static func captures(of route: Route) -> [(name: String, path: String)] {
        var path = ""
        return route.segments.compactMap { segment in
            switch segment {
            case .literal(let text):
                path += "/\(text)"
                return nil
            case .capture(let name):
                path += "/:"
                return (name, path)
            }
        }
    }
}
