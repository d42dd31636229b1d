import ScaffoldStorage

/// Which column each capture of a path is: the key of the model whose record stands there.
struct CaptureTypes {
    /// By the path up to the capture, `/users/:`, without names of captures.
    private var columns: [String: TableDefinition.Attribute] = [:]

    init(_ routes: [Route]) {
        for route in routes {
            let places = Self.captures(of: route)[...]
            let owner = route.operation.owner.map(Self.key) ?? []
            let isOfOne = route.operation.action.map(Self.isOfOne) == true
            let own = isOfOne ? route.operation.model.map(Self.key) ?? [] : []
            guard places.count >= owner.count else { continue }
            learn(places.prefix(owner.count), owner)
            learn(places.dropFirst(owner.count).suffix(own.count), own)
        }
    }

    private mutating func learn(_ places: ArraySlice<Place>, _ key: [TableDefinition.Attribute]) {
        guard places.count == key.count else { return }
        for (place, column) in zip(places, key) { columns[place.path] = columns[place.path] ?? column }
    }

    private static func key(of model: any Model.Type) -> [TableDefinition.Attribute] {
        model.table.attributes.filter(\.primaryKey)
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

    /// A capture, and the path up to it.
    private struct Place {
        let name: String
        let path: String
    }

    private static func captures(of route: Route) -> [Place] {
        var path = ""
        return route.segments.compactMap { segment in
            switch segment {
            case .literal(let text):
                path += "/\(text)"
                return nil
            case .capture(let name):
                path += "/:"
                return Place(name: name, path: path)
            }
        }
    }
}
