extension View {
    /// The test that goes through the actions of a model; nil where it has none that a sample can be asked of.
    static func httpTest(_ model: Model, in index: SchemaIndex) throws -> View? {
        guard let routes = model.offeredRoutes else { return nil }
        let answers = AnswerText(model, index.schema.api)
        let keys = model.primaryKey.compactMap { testKey($0, in: answers.one, isAlone: model.primaryKey.count == 1) }
        guard !keys.isEmpty, keys.count == model.primaryKey.count,
            model.primaryKey.allSatisfy(\.isShown)
        else { return nil }
        let creates = model.isCreatedByRequests && answers.showsRecord(.create)
        guard creates || routes.actions.contains(where: { $0 != .create }) else { return nil }
        let changed = routes.actions.contains(.update) && answers.showsRecord(.update) ? model.changeOfSample : nil
        func when(_ action: Routes.Action) -> Bool { routes.actions.contains(action) }
        return [
            "verbs": verbs(routes, creates: creates),
            "pathText": SwiftText.literal(index.schema.api.prefix + routes.path).dropFirst().dropLast().description,
            "one": answers.one, "many": answers.many,
            "createdStatus": answers.call(.create) == "json" ? 200 : 201,
            "destroyedStatus": answers.destroyed == "noContent" ? 204 : 200,
            "create": creates,
            "shown": try expectations(of: model, in: index),
            "assigned": assignedLists(of: model, in: index),
            "keys": keys,
            "keyText": model.primaryKey.map { "\\(\(local($0, isAlone: keys.count == 1)))" }.joined(separator: "/"),
            "location": model.hasPlainLocation(routes),
            "show": when(.show), "list": when(.list),
            "counted": routes.finder == "findAndCountAll" && index.schema.api.envelope != .none,
            "update": when(.update), "destroy": when(.destroy),
            "changes": changed.map { "[\(SwiftText.literal($0.attribute.name)): \($0.value.json)]" } ?? "[:]",
            "changed": (changed.map { [$0] } ?? []).map { expectation($0) },
        ]
    }

    private static func local(_ key: Attribute, isAlone: Bool) -> String {
        isAlone ? "id" : SwiftText.local(key.swiftName)
    }

    /// How a test gets at a part of the key: out of JSON, out of a sample, and as JSON.
    private static func testKey(_ attribute: Attribute, in one: String, isAlone: Bool) -> View? {
        let local = local(attribute, isAlone: isAlone)
        guard let key = attribute.testKey(local) else { return nil }
        let name = SwiftText.literal(attribute.name)
        return [
            "local": local, "key": name, "json": key.json,
            "ofJSON": "try #require(created.json\(one)[\(name)].\(key.read))",
            "ofSample": "sample.\(attribute.swiftName)\(key.suffix)",
        ]
    }

    /// `created, shown, listed, changed and removed`.
    private static func verbs(_ routes: Routes, creates: Bool) -> String {
        let order: [(Routes.Action, String)] = [
            (.create, "created"), (.show, "shown"), (.list, "listed"), (.update, "changed"), (.destroy, "removed"),
        ]
        let verbs = order.filter { routes.actions.contains($0.0) && ($0.0 != .create || creates) }.map(\.1)
        return verbs.count < 2
            ? verbs.joined() : verbs.dropLast().joined(separator: ", ") + " and " + verbs[verbs.count - 1]
    }

    /// What the answer to `create` says of the sample, as far as it is known beforehand; three attributes at most.
    private static func expectations(of model: Model, in index: SchemaIndex) throws -> [View] {
        let known = try model.samples(in: index).filter { $0.isKnown }
        return known.prefix(3).map { expectation($0) }
    }

    private static func expectation(_ sample: Sample) -> View {
        ["key": SwiftText.literal(sample.attribute.name), "value": sample.value.json]
    }

    /// `tags` and the count of what the sample assigns to it, where the answer includes it.
    private static func assignedLists(of model: Model, in index: SchemaIndex) -> [View] {
        let included = model.routes?.showInclude.map(\.association) ?? []
        let members = model.sampleLists(in: index)
        return model.associations.filter { association in
            guard let assign = association.assign, included.contains(association.name) else { return false }
            return members.contains { $0.hasPrefix("\(SwiftText.literal(assign.name)): ") }
        }.map { ["key": SwiftText.literal($0.name)] }
    }
}

extension Sample {
    /// Whether the answer shows just what was sent.
    fileprivate var isKnown: Bool {
        guard attribute.isShown, !value.isNumbered else { return false }
        switch attribute.type {
        case .string, .text, .char, .smallint, .integer, .bigint, .boolean, .enum, .date, .dateonly: return true
        default: return false
        }
    }
}

extension Model {
    /// Another value for one of the attributes that an answer shows.
    var changeOfSample: Sample? {
        let candidates = columns.filter { column in
            column.isWritable && column.isInitial && !column.isPrimaryKey && !column.isUnique
                && column.references == nil && !column.has("isImmutable")
        }
        let changes = candidates.compactMap { attribute -> Sample? in
            guard let value = attribute.sample(1, isNumbered: false), value != attribute.sample(0) else { return nil }
            return Sample(attribute: attribute, value: value)
        }
        return changes.first { $0.isKnown && $0.attribute.isRequired } ?? changes.first(where: \.isKnown)
    }
}

extension Model {
    /// Whether the path of a new record is known to a test as it stands: nothing in its key has to be encoded.
    fileprivate func hasPlainLocation(_ routes: Routes) -> Bool {
        routes.actions.contains(.show) && primaryKey.allSatisfy { $0.type == .uuid || $0.type.isInteger }
    }
}

extension Attribute {
    /// How a test gets at a key: out of JSON, as JSON, and as the text of a path.
    func testKey(_ local: String) -> (read: String, json: String, suffix: String)? {
        switch type {
        case .smallint, .integer, .bigint: ("int", ".integer(\(local))", "")
        case .uuid: ("string", ".string(\(local))", ".uuidString.lowercased()")
        case .string, .text, .char: ("string", ".string(\(local))", "")
        default: nil
        }
    }
}
