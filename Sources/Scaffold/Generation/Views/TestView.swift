extension View {
    /// `Tests/AppTests/PostTests.swift`; nil for a model of which no sample can be made and nothing else be asked, and
    /// for one whose table no migration makes.
    static func tests(_ model: Model, app: AppNames, samples: SampleIndex, in index: SchemaIndex) throws -> View? {
        let canMake = samples.isPossible(model)
        let routes = model.offeredRoutes
        let http = canMake ? try httpTest(model, in: index) : nil
        let missing = routes.flatMap { missingTest(model, $0, index.schema.api) }
        let requests = try requestTests(model, canMake: canMake, in: index)
        let nested = canMake ? try nestedTests(model, samples: samples, in: index) : []
        let invalid = routes.flatMap { invalidTest(model, $0, index.schema.api) }
        guard model.isManaged, canMake || missing != nil || invalid != nil else { return nil }
        let values = try canMake ? model.samples(in: index).map(\.value.swift).joined() : ""
        return [
            "needsRuntime": ["Date(", "Data(", "UUID(", "TimeOfDay("].contains(where: values.contains),
            "appModule": app.appModule, "databaseModule": app.databaseModule,
            "type": model.swiftName, "extended": app.extended(model), "noun": model.noun, "article": model.article,
            "one": SwiftText.local(model.singular),
            "path": SwiftText.literal(index.schema.api.prefix + (routes?.path ?? "")),
            "http": http ?? false,
            "storage": canMake && http == nil ? storageTest(model) : false,
            "invalid": invalid ?? false,
            "missing": missing ?? false,
            "requests": requests,
            "nested": nested,
            "sample": canMake ? try sample(model, in: index) : false,
        ]
    }

    private static func storageTest(_ model: Model) -> View {
        let one = SwiftText.local(model.singular)
        let parts = model.primaryKey.map { (name: $0.swiftName, value: "\(one).\($0.swiftName)") }
        if parts.count == 1 { return ["find": parts[0].value] }
        let key = parts.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        return ["find": parts.isEmpty ? false : ".init(\(key))"]
    }

    /// `static func sample()`, and what a request says of one.
    private static func sample(_ model: Model, in index: SchemaIndex) throws -> View {
        let samples = try model.samples(in: index)
        let arguments = samples.map { "\($0.attribute.swiftName): \($0.value.swift)" }.joined(separator: ", ")
        let isCreated = model.isGivenByRequests(in: index)
        let members =
            samples.map { "\(SwiftText.literal($0.attribute.name)): \($0.value.json)" } + model.sampleLists(in: index)
        return [
            "arguments": arguments,
            "number": arguments.holdsNumber,
            "input": isCreated
                ? [
                    "number": members.joined().holdsNumber,
                    "members": members.isEmpty ? ":" : members.joined(separator: ", "),
                    "effects": members.joined().contains(".sample()") ? "try await " : "",
                ] as View
                : false,
        ]
    }

    private static func invalidTest(_ model: Model, _ routes: Routes, _ api: API) -> View? {
        guard routes.actions.contains(.create), let wrong = model.wrongInput else { return nil }
        return [
            "problem": SwiftText.testName(wrong.problem), "key": SwiftText.literal(wrong.attribute.name),
            "body": wrong.body, "status": api.errors.validation, "hasFields": !api.errors.first,
        ]
    }

    private static func missingTest(_ model: Model, _ routes: Routes, _ api: API) -> View? {
        let methods: [(action: Routes.Action, method: String, answer: String)] = [
            (.show, "get", "shown"), (.update, "patch", "changed"), (.destroy, "delete", "removed"),
        ]
        let offered = methods.filter { routes.actions.contains($0.action) }
        guard !model.primaryKey.isEmpty, !offered.isEmpty else { return nil }
        let path = SwiftText.literal(api.prefix + routes.path + model.missingKeyPath)
        return [
            "requests": offered.map { request -> View in
                ["method": request.method, "body": request.action == .update, "answer": request.answer, "path": path]
            }
        ]
    }
}

extension String {
    /// Whether an expression counts on `let number`.
    fileprivate var holdsNumber: Bool {
        contains("\\(number") || contains("number)") || contains(" number") || contains("(number")
    }
}

extension SwiftText {
    /// Text for a function's name in backticks, where a backtick or a backslash may not stand.
    static func testName(_ text: String) -> String { comment(text).filter { !"`\\".contains($0) } }
}

extension Model {
    var article: String { String(NameStyle.phraseWithArticle(singular).prefix { $0 != " " }) }

    /// The routes, if there is an action among them.
    var offeredRoutes: Routes? {
        routes.flatMap { $0.actions.isEmpty && $0.nested.isEmpty && !$0.bulk ? nil : $0 }
    }

    /// Whether a request can give everything that a new value needs.
    var isCreatedByRequests: Bool { offeredRoutes?.actions.contains(.create) == true && isWritable }

    /// Whether some request does, be it below another model's path.
    func isGivenByRequests(in index: SchemaIndex) -> Bool {
        isCreatedByRequests || isWritable && (routes?.bulk == true || index.nestedCreations.contains(name))
    }

    /// Whether requests may set everything that a new value needs.
    var isWritable: Bool { columns.allSatisfy { !$0.isRequired || $0.isWritable } }

    /// `/0`: behind the model's path, the path of a record that is not there.
    var missingKeyPath: String {
        primaryKey.map { key in
            switch key.type {
            case .uuid: "/00000000-0000-4000-8000-000000000000"
            case .smallint, .integer, .bigint: "/0"
            default: "/nothing"
            }
        }.joined()
    }

    /// `"tagNames": ["One", "Two"]` of each association that a request assigns by a text.
    func sampleLists(in index: SchemaIndex) -> [String] {
        associations.compactMap { association in
            guard let assign = association.assign, assign.create, let target = try? index.target(of: association),
                let attribute = target.attribute(named: assign.attribute), attribute.type.isText,
                target.isMade(of: attribute), let first = attribute.sample(0, isNumbered: false),
                let second = attribute.sample(1, isNumbered: false), first != second
            else { return nil }
            return "\(SwiftText.literal(assign.name)): [\(first.json), \(second.json)]"
        }
    }

    /// The plainest request that a rule refuses: nothing where something is required, or a value that is too long.
    var wrongInput: (attribute: Attribute, problem: String, body: String)? {
        let writable = columns.filter { $0.isInitial && $0.isWritable }
        if let attribute = writable.first(where: { $0.isRequired && $0.references == nil })
            ?? writable.first(where: \.isRequired)
        {
            return (attribute, "without \(NameStyle.phraseWithArticle(attribute.name))", "[:]")
        }
        guard let long = writable.first(where: { $0.type.isText && $0.lengths.most < 10_000 && !$0.has("isIn") }) else {
            return nil
        }
        let text = ".string(String(repeating: \"a\", count: \(long.lengths.most + 1)))"
        return (
            long, "with \(NameStyle.phraseWithArticle(long.name)) that is too long",
            "[\(SwiftText.literal(long.name)): \(text)]"
        )
    }
}
