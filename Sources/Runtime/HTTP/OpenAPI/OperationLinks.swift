import ScaffoldStorage

/// What can be done with a record that an answer shows: links from one operation to others.
struct OperationLinks {
    private struct Target {
        let id: String
        let path: String
        let captures: [String]
    }

    private var targets: [ObjectIdentifier: [Target]] = [:]

    /// - Parameters:
    ///   - routes: The documented routes.
    ///   - ids: Their names, in the same order.
    init(_ routes: [Route], _ ids: [String]) {
        for (route, id) in zip(routes, ids) {
            guard let model = route.operation.model, let action = route.operation.action,
                [.show, .update, .destroy].contains(action), route.operation.owner == nil
            else { continue }
            targets[ObjectIdentifier(model), default: []].append(
                Target(id: id, path: route.path, captures: route.captureNames))
        }
    }

    /// The links of an operation's answer, by name; nil for none.
    ///
    /// - Parameters:
    ///   - route: The route of the operation.
    ///   - members: The names of what is shown of a record.
    func links(of route: Route, members: [String]) -> JSON? {
        guard let model = route.operation.model, let action = route.operation.action, [.list, .create].contains(action)
        else { return nil }
        let keys = model.table.attributes.filter(\.primaryKey).map(\.name)
        guard !keys.isEmpty, keys.allSatisfy(members.contains) else { return nil }
        var links = JSONObject()
        for target in targets[ObjectIdentifier(model)] ?? [] where target.captures.count == keys.count {
            var parameters = JSONObject()
            for (capture, key) in zip(target.captures, keys) {
                parameters[capture] = .string("$response.body#\(route.operation.recordPointer)/\(key)")
            }
            links[target.id] = ["operationId": .string(target.id), "parameters": .object(parameters)]
        }
        return links.isEmpty ? nil : .object(links)
    }
}

extension Route {
    /// The names of what the path catches.
    var captureNames: [String] {
        segments.compactMap { if case .capture(let name) = $0 { name } else { nil } }
    }
}
