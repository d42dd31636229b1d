/// Checks what `nested:` of routes counts on at the other end, when all models are there.
struct NestedChecks {
    let problems: Problems
    private let models: [String: Model]

    init(problems: Problems, models: [Model]) {
        self.problems = problems
        self.models = Dictionary(models.map { ($0.name, $0) }) { first, _ in first }
    }

    func check(_ model: Model) {
        for nested in model.routes?.nested ?? [] {
            guard let association = model.association(named: nested.association),
                let target = models[association.target]
            else { continue }
            checkList(nested, target)
            checkLinks(nested, association)
        }
    }

    /// What a list shows, and what it may be asked, is said by the routes of the model that it lists.
    private func checkList(_ nested: Routes.Nested, _ target: Model) {
        guard nested.actions.contains(.list), target.offeredRoutes == nil else { return }
        problems.error(
            "'\(nested.association)' cannot be listed: '\(target.name)' has no routes, which say what a list shows",
            at: nested.position, "give '\(target.name)' routes, such as 'routes: {only: [show]}'")
    }

    /// A path names two rows, and nothing else that the row between them could need.
    private func checkLinks(_ nested: Routes.Nested, _ association: Association) {
        guard nested.actions.contains(.link) || nested.actions.contains(.create),
            let through = association.through.flatMap({ models[$0] })
        else { return }
        let known = [association.foreignKey, association.otherKey ?? ""] + association.scope.map(\.attribute)
        guard let required = through.columns.first(where: { $0.isRequired && !known.contains($0.name) }) else { return }
        problems.error(
            "'\(nested.association)' cannot be linked by a path: '\(through.name).\(required.name)' is required",
            at: nested.position, "give that a default value, or write '\(nested.association): [list, unlink]'")
    }
}
