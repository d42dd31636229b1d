extension View {
    /// The tests of requests that are refused, of many records at once, and of versions: whatever the routes of a model
    /// document and a sample can bring about.
    static func requestTests(_ model: Model, canMake: Bool, in index: SchemaIndex) throws -> View {
        let tested = tested(model, isOwn: true, index.schema.api)
        guard let routes = model.offeredRoutes else { return tested.merging(noRequests) }
        let path = index.schema.api.prefix + routes.path
        let (creates, updates) = (routes.actions.contains(.create), routes.actions.contains(.update))
        let requests = [
            creates ? "(.post, \(SwiftText.literal(path)))" + (updates ? "," : "") : nil,
            updates ? "(.patch, \(SwiftText.literal(path + model.missingKeyPath)))" + (creates ? "," : "") : nil,
        ]
        let list = requests.compactMap { $0 }
        let duplicate = canMake ? try duplicateTest(model, in: index) : nil
        let version = canMake ? versionTest(model, routes, path) : nil
        let hasPath = routes.actions.contains { [.list, .create].contains($0) }
        return tested.merging([
            "nouns": SwiftText.testName(model.nouns),
            "duplicate": duplicate ?? false,
            "version": version ?? false,
            "bulk": canMake && routes.bulk && model.isWritable ? try bulkTest(model, routes, in: index) : false,
            "listed": routes.actions.contains(.list)
                ? ["unknownPath": SwiftText.literal("\(path)?\(model.unknownName)=1")] as View : false,
            "bodies": list.isEmpty ? false : ["list": list, "creates": creates] as View,
            "unknown": "[\(SwiftText.literal(model.unknownName)): 1]",
            "method": hasPath && !index.isWithinAnother(routes.path),
        ])
    }

    /// What the app's settings decide on: statuses, and where an answer holds its record or records.
    static func tested(_ model: Model, isOwn: Bool, _ api: API) -> View {
        let answers = AnswerText(model, api, isOwn: isOwn)
        return [
            "createdStatus": answers.call(.create) == "json" ? 200 : 201,
            "destroyedStatus": answers.destroyed == "noContent" ? 204 : 200,
            "invalidStatus": api.errors.validation, "duplicateStatus": api.errors.duplicate,
            "record": answers.one, "many": answers.many,
        ]
    }

    private static var noRequests: View {
        ["duplicate": false, "version": false, "bulk": false, "listed": false, "bodies": false, "method": false]
    }

    private static func duplicateTest(_ model: Model, in index: SchemaIndex) throws -> View? {
        let unique = try model.samples(in: index).first { $0.attribute.isUnique && $0.attribute.isWritable }
        guard model.isCreatedByRequests, let unique else { return nil }
        return ["what": SwiftText.testName(NameStyle.phrase(unique.attribute.name))]
    }

    private static func versionTest(_ model: Model, _ routes: Routes, _ path: String) -> View? {
        let (updates, destroys) = (routes.actions.contains(.update), routes.actions.contains(.destroy))
        guard let version = model.version, updates || destroys, let key = model.keyText(of: "sample") else {
            return nil
        }
        let change = model.changeOfSample
        return [
            "property": version.swiftName,
            "samplePath": "\(SwiftText.literal(path).dropLast())\(key)\"",
            "isTagged": updates || routes.actions.contains(.show),
            "show": routes.actions.contains(.show), "update": updates, "destroy": destroys,
            "changes": change.map { "[\(SwiftText.literal($0.attribute.name)): \($0.value.json)]" } ?? "[:]",
            "isChanged": change != nil,
        ]
    }

    private static func bulkTest(_ model: Model, _ routes: Routes, in index: SchemaIndex) throws -> View {
        let second = try model.isRepeatable(in: index)
        return [
            "bulkPath": SwiftText.literal(index.schema.api.prefix + routes.bulkPath),
            "second": second, "count": second ? 2 : 1,
        ]
    }
}

extension Model {
    /// A name that no attribute, filter or list has.
    var unknownName: String {
        let members = attributes.map(\.name) + associations.compactMap(\.assign?.name)
        let known = members + (routes?.filter.map(\.name) ?? [])
        return known.contains("nonsense") ? "nonsense\(known.map(\.count).max() ?? 0)" : "nonsense"
    }

    /// `/\(sample.id)`: the key of a stored record within a literal; nil for keys that no path of a test can name.
    func keyText(of local: String) -> String? {
        let parts = primaryKey.compactMap { part in
            part.testKey("").map { "/\\(\(local).\(part.swiftName)\($0.suffix))" }
        }
        return parts.isEmpty || parts.count < primaryKey.count ? nil : parts.joined()
    }

    /// Whether two samples can stand beside each other, with what they belong to.
    ///
    /// - Parameter within: the models whose samples make one of this.
    func isRepeatable(in index: SchemaIndex, within: Set<String> = []) throws -> Bool {
        guard !within.contains(name) else { return true }
        let samples = try samples(in: index)
        let others = try samples.compactMap(\.attribute.references).map { try index.model($0.model) }
        guard try others.allSatisfy({ try $0.isRepeatable(in: index, within: within.union([name])) }) else {
            return false
        }
        let differing = Set(samples.filter(\.value.isNumbered).map(\.attribute.name))
        let given = Set(samples.map(\.attribute.name))
        let unique = columns.filter { $0.isUnique || $0.isPrimaryKey }.map { [$0.name] }
        return (unique + indexes.filter(\.isUnique).map(\.names)).allSatisfy {
            differing.intersection($0).isEmpty == false || given.isDisjoint(with: $0)
        }
    }
}

extension SchemaIndex {
    /// Whether a path is also that of a record of another model: `/a/b` where that one's path is `/a`.
    fileprivate func isWithinAnother(_ path: String) -> Bool {
        schema.models.contains { other in
            guard let start = other.offeredRoutes?.path, path.hasPrefix(start + "/") else { return false }
            return path.dropFirst(start.count + 1).split(separator: "/").count == other.primaryKey.count
        }
    }
}
