extension View {
    /// A test for each association that `nested:` names.
    static func nestedTests(_ model: Model, samples: SampleIndex, in index: SchemaIndex) throws -> [View] {
        let routes = try model.nestedRoutes(in: index)
        return try model.associations.compactMap { association in
            let actions = routes.filter { $0.association.name == association.name }.map(\.action)
            guard !actions.isEmpty else { return nil }
            return try nestedTest(model, association, actions, samples: samples, in: index)
        }
    }

    private static func nestedTest(
        _ model: Model, _ association: Association, _ actions: [Routes.Nested.Action], samples: SampleIndex,
        in index: SchemaIndex
    ) throws -> View? {
        let target = try index.target(of: association)
        guard let routes = model.routes, let key = model.keyText(of: "owner"),
            let segment = routes.nested.first(where: { $0.association == association.name })?.segment
        else { return nil }
        let start = index.schema.api.prefix + routes.path
        let canMake = try samples.isPossible(target) && standsBeside(model, target, in: index)
        let creates = actions.contains(.create) && canMake && target.isWritable
        let links = actions.contains(.link) && canMake && target.keyText(of: "other") != nil
        let unlinks = links && actions.contains(.unlink)
        let isOne = association.kind == .hasOne
        let asks = actions.contains(.list) || actions.contains(.show)
        guard creates || links || asks else { return nil }
        let isPossible = creates || association.kind == .belongsTo
        let title = SwiftText.testName(title(model, association, actions))
        let view: View = [
            "title": title,
            "isLong": "    @Test func `\(title)`() async throws {".count > Layout.width,
            "type": model.swiftName, "target": target.swiftName,
            "path": "\(SwiftText.literal(start).dropLast())\(key)\(segment)\"",
            "isEmpty": isOne && actions.contains(.show),
            "create": creates,
            "input": input(target, association),
            "key": foreignKey(of: target, association, model) ?? false,
            "refused": try refuses(target, association, in: index) ? target.swiftName : false,
            "isOne": isOne,
            "show": actions.contains(.show) && isPossible ? (isFound(association, model) ? "200" : "404") : false,
            "update": actions.contains(.update) && creates ? change(target) : false,
            "destroy": actions.contains(.destroy) && creates,
            "link": links, "unlink": unlinks, "list": actions.contains(.list),
            "otherPath": target.keyText(of: "other") ?? "", "missingOther": target.missingKeyPath,
            "count": (creates ? 1 : 0) + (links ? 1 : 0), "left": creates ? 1 : 0,
            "nonsense": target.unknownName,
            "orphan": asks || creates
                ? [
                    "method": asks ? "get" : "post", "body": !asks,
                    "path": SwiftText.literal(start + model.missingKeyPath + segment),
                ] as View : false,
        ]
        return tested(target, isOwn: false, index.schema.api).merging(view)
    }

    /// Whether a test can make samples of both: where one needs what the other has made already, that must not be in
    /// the way.
    private static func standsBeside(_ model: Model, _ target: Model, in index: SchemaIndex) throws -> Bool {
        guard try target.isRepeatable(in: index) else { return false }
        let isAlone = try target.samples(in: index).allSatisfy { $0.attribute.references == nil }
        return try isAlone || model.isRepeatable(in: index)
    }

    /// `the posts of a user are listed and created`
    private static func title(
        _ model: Model, _ association: Association, _ actions: [Routes.Nested.Action]
    ) -> String {
        let words: [Routes.Nested.Action: String] = [
            .list: "listed", .show: "shown", .create: "created", .update: "changed", .destroy: "removed",
            .link: "linked", .unlink: "unlinked",
        ]
        let verbs = actions.compactMap { words[$0] }
        let list = [verbs.dropLast().joined(separator: ", "), verbs.last ?? ""].filter { !$0.isEmpty }
        let phrase = "the \(NameStyle.phrase(association.name)) of \(model.article) \(model.noun)"
        return "\(phrase) \(association.isMany ? "are" : "is") \(list.joined(separator: " and "))"
    }

    /// What a request says of a new record that the path says the owner of.
    private static func input(_ target: Model, _ association: Association) -> String {
        guard association.through == nil else { return "\(target.swiftName).sampleInput()" }
        let given = ([association.foreignKey] + association.scope.map(\.attribute)).map { SwiftText.literal($0) }
        return "\(target.swiftName).sampleInput().without(\(given.joined(separator: ", ")))"
    }

    /// The foreign key that an answer shows, and what it is.
    private static func foreignKey(of target: Model, _ association: Association, _ model: Model) -> View? {
        guard association.through == nil, let key = target.attribute(named: association.foreignKey), key.isShown,
            let source = model.attribute(named: association.sourceKey),
            let tested = source.testKey("owner.\(source.swiftName)")
        else { return nil }
        let json = source.type == .uuid ? ".string(owner.\(source.swiftName)\(tested.suffix))" : tested.json
        return ["name": SwiftText.literal(key.name), "json": json]
    }

    /// Whether a sample names an owner of its own, which is another one.
    private static func refuses(_ target: Model, _ association: Association, in index: SchemaIndex) throws -> Bool {
        guard association.through == nil else { return false }
        return try target.samples(in: index).contains {
            $0.attribute.name == association.foreignKey && $0.attribute.references != nil
        }
    }

    /// Whether a sample of the model, or what was created before, leads to a record.
    private static func isFound(_ association: Association, _ model: Model) -> Bool {
        association.kind == .hasOne || model.attribute(named: association.foreignKey)?.isRequired == true
    }

    private static func change(_ target: Model) -> String {
        target.changeOfSample.map { "[\(SwiftText.literal($0.attribute.name)): \($0.value.json)]" } ?? "[:]"
    }
}
