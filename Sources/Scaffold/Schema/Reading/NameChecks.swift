/// Finds names that cannot stand beside each other: in Swift, in the database, in JSON and in paths.
struct NameChecks {
    let problems: Problems
    let inflector: Inflector

    /// The models without those whose name stands twice or differs from another's only by case.
    static func distinct(_ models: [ModelDraft], _ problems: Problems) -> [ModelDraft] {
        var seen: [String: ModelDraft] = [:]
        return models.filter { model in
            guard let first = seen[model.name.lowercased()] else {
                seen[model.name.lowercased()] = model
                return true
            }
            problems.error(
                first.name == model.name
                    ? "the model '\(model.name)' stands twice"
                    : "the models '\(first.name)' and '\(model.name)' differ only by case",
                at: model.position, "first in \(first.position.file):\(first.position.line)")
            return false
        }
    }

    func check(_ models: [Model]) {
        var types = Claims(problems: problems, what: "the Swift type")
        var tables = Claims(problems: problems, what: "the table", ignoresCase: true)
        var paths = Claims(problems: problems, what: "the path", ignoresCase: true)
        var indexes = Claims(problems: problems, what: "the index", ignoresCase: true)
        for model in models {
            checkType(model)
            for name in generatedTypes(model) {
                types.claim(name, for: "model '\(model.name)'", at: model.position, "give one of them a 'swiftName'")
            }
            tables.claim(
                model.tableName, for: "model '\(model.name)'", at: model.position, "give one of them a 'tableName'")
            if let problem = NameRules.table(model.tableName) {
                problems.error(problem.message, at: model.position, "give '\(model.name)' a 'tableName'")
            }
            if let routes = model.routes {
                for path in [routes.path] + (routes.bulk ? [routes.bulkPath] : []) {
                    paths.claim(path, for: "model '\(model.name)'", at: model.position, "give one of them a 'path'")
                }
            }
            for index in model.indexes {
                indexes.claim(
                    index.name, for: "model '\(model.name)'", at: model.position, "give it a 'name' under 'indexes'")
            }
            MemberChecks(problems: problems, inflector: inflector, model: model).check()
        }
    }

    private func checkType(_ model: Model) {
        guard let problem = SwiftIdentifier.problem(type: model.swiftName) else { return }
        problems.error(
            problem.message, at: model.position,
            problem.suggestion.map { "\($0); its table stays '\(model.tableName)'" })
    }

    /// The types at the top of a file that are made of a model.
    private func generatedTypes(_ model: Model) -> [String] {
        let names = ModelNames(model.name, swiftName: model.swiftName, inflector: inflector)
        var types = model.routes == nil ? [model.swiftName] : names.types
        for attribute in model.attributes {
            if case .enum(let name, _) = attribute.type { types.append(name) }
        }
        return types
    }
}

/// Names that only one thing can have.
struct Claims {
    private let problems: Problems
    private let what: String
    private let ignoresCase: Bool
    private var owners: [String: String] = [:]

    init(problems: Problems, what: String, ignoresCase: Bool = false) {
        self.problems = problems
        self.what = what
        self.ignoresCase = ignoresCase
    }

    /// Takes the name for its owner; reports it, and returns false, when something else has it already.
    @discardableResult
    mutating func claim(_ name: String, for owner: String, at position: SourcePosition, _ suggestion: String) -> Bool {
        let key = ignoresCase ? name.lowercased() : name
        if let first = owners[key] {
            let both = first == owner ? "\(owner) twice" : "\(first) and of \(owner)"
            problems.error("\(what) '\(name)' would be that of \(both)", at: position, suggestion)
            return false
        }
        owners[key] = owner
        return true
    }
}
