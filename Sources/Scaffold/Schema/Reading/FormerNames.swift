/// Checks `renamedFrom`: what a thing was called before is nothing that is still there, and one thing's only.
struct FormerNames {
    let problems: Problems

    func check(_ models: [ModelDraft]) {
        var owners = Claims(problems: problems, what: "the former name")
        let names = Set(models.map(\.name))
        for model in models {
            if let former = model.renamedFrom {
                check(former, of: model.name, isThere: names.contains(former.text), "model", &owners)
            }
            checkAttributes(of: model)
        }
    }

    private func checkAttributes(of model: ModelDraft) {
        var owners = Claims(problems: problems, what: "the former name")
        let names = Set(model.attributeNames)
        for draft in model.attributes {
            guard let former = draft.renamedFrom else { continue }
            check(former, of: draft.attribute.name, isThere: names.contains(former.text), "attribute", &owners)
        }
    }

    private func check(
        _ former: YAMLNode.Scalar, of name: String, isThere: Bool, _ kind: String, _ owners: inout Claims
    ) {
        guard !isThere else {
            let shown = Shown.text(former.text)
            problems.error(
                "'\(name)' cannot be renamed from '\(shown)', which is \(kind == "model" ? "a" : "an") \(kind) still",
                at: former.position, "take '\(shown)' out, or leave 'renamedFrom' out")
            return
        }
        owners.claim(former.text, for: "\(kind) '\(name)'", at: former.position, "one of them is new")
    }
}
