/// Resolves `belongsToMany`: finds both keys in the `through` model.
struct ThroughResolver {
    let table: ModelTable
    let problems: Problems

    func resolve(_ model: ModelDraft, _ association: inout AssociationDraft) {
        let target = table.find(association.target.text, at: association.target.position)
        guard let said = association.options.text(.through) else {
            if association.options[.through] == nil { missing(association, of: model) }
            return
        }
        guard let target else { return }
        let suggestion =
            "add it: \(Shown.text(said.text)): {associations: {\(model.singular): {belongsTo: \(model.name)}, "
            + "\(target.singular): {belongsTo: \(target.name)}}}"
        guard let through = table.find(said.text, at: said.position, orElse: suggestion) else { return }
        let words = KeyWords(table, problems)
        guard let sourceKey = words.key(.sourceKey, association, of: model),
            let targetKey = words.key(.targetKey, association, of: target),
            let keys = keys(association, model, target, through, said.position)
        else { return }
        guard matches(keys.own, sourceKey.name, through, association),
            matches(keys.other, targetKey.name, through, association)
        else { return }
        through.throughKeys.formUnion([keys.own, keys.other])
        through.throughPairs.append([keys.own, keys.other] + scope(association))
        apply(association, to: keys, of: through)
        association.resolved = Association(
            name: association.name, kind: .belongsToMany, target: target.name, foreignKey: keys.own,
            otherKey: keys.other,
            sourceKey: sourceKey.name, targetKey: targetKey.name, through: through.name, position: association.position)
    }

    /// The attributes by which the association's scope tells rows apart.
    private func scope(_ association: AssociationDraft) -> [String] {
        guard case .map(let map)? = association.options[.scope] else { return [] }
        return map.entries.map(\.key.text)
    }

    private func missing(_ association: AssociationDraft, of model: ModelDraft) {
        problems.error(
            "belongsToMany '\(association.name)' has to name the model in between", at: association.position,
            "through: \(model.name)\(Shown.text(association.target.text))")
    }

    private typealias Keys = (own: String, other: String)

    private func keys(
        _ association: AssociationDraft, _ model: ModelDraft, _ target: ModelDraft, _ through: ModelDraft,
        _ position: SourcePosition
    ) -> Keys? {
        let own = candidates(for: model, in: through)
        let other = candidates(for: target, in: through)
        var foreignKey = pick(.foreignKey, association, own, through)
        var otherKey = pick(.otherKey, association, other, through)
        if case .said(let key) = foreignKey, case .unsaid = otherKey { otherKey = only(other.filter { $0 != key }) }
        if case .said(let key) = otherKey, case .unsaid = foreignKey { foreignKey = only(own.filter { $0 != key }) }
        if case .unsaid = foreignKey, case .unsaid = otherKey { (foreignKey, otherKey) = (only(own), only(other)) }
        switch (foreignKey, otherKey) {
        case (.said(let own), .said(let other)) where own != other: return (own, other)
        case (.wrong, _), (_, .wrong): return nil
        default: break
        }
        guard !own.isEmpty, !other.isEmpty else {
            let missing = own.isEmpty ? model : target
            problems.error(
                "the through model '\(through.name)' has no key to '\(missing.name)'", at: position,
                "give it the association {belongsTo: \(missing.name)}")
            return nil
        }
        problems.error(
            "'\(association.name)' is ambiguous: '\(through.name)' has the keys "
                + Set(own + other).sorted().map { "'\($0)'" }.joined(separator: ", "),
            at: association.position, "say which with foreignKey and otherKey")
        return nil
    }

    private enum Choice {
        case said(String)
        case unsaid, wrong
    }

    private func only(_ keys: [String]) -> Choice { keys.count == 1 ? .said(keys[0]) : .unsaid }

    /// The attributes of the through model that refer to a model.
    private func candidates(for model: ModelDraft, in through: ModelDraft) -> [String] {
        through.attributes.filter { $0.reference?.model == model.name }.map(\.attribute.name)
    }

    private func pick(
        _ option: AssociationKey, _ association: AssociationDraft, _ candidates: [String], _ through: ModelDraft
    ) -> Choice {
        guard association.options[option] != nil else { return .unsaid }
        guard let said = association.options.text(option) else { return .wrong }
        if candidates.contains(said.text) { return .said(said.text) }
        problems.error(
            "the through model '\(through.name)' has no key '\(Shown.text(said.text))' for '\(option.rawValue)'",
            at: said.position, Diagnostic.didYouMean(said.text, among: candidates))
        return .wrong
    }

    /// Whether the through model's key refers to what the association says it does.
    private func matches(_ key: String, _ expected: String, _ through: ModelDraft, _ association: AssociationDraft)
        -> Bool
    {
        guard let place = through.place(ofAttribute: key), let reference = through.attributes[place].reference,
            let actual = reference.attribute, actual != expected
        else { return true }
        problems.error(
            "'\(through.name).\(key)' refers to '\(reference.model).\(actual)', the association '\(association.name)' "
                + "to '\(expected)'", at: association.position)
        return false
    }

    private func apply(_ association: AssociationDraft, to keys: Keys, of through: ModelDraft) {
        let onDelete = Actions.read(association.options, .onDelete, problems)
        let onUpdate = Actions.read(association.options, .onUpdate, problems)
        guard let place = through.place(ofAttribute: keys.own) else { return }
        if through.attributes[place].reference?.onDelete == nil {
            through.attributes[place].reference?.onDelete = onDelete
        }
        if through.attributes[place].reference?.onUpdate == nil {
            through.attributes[place].reference?.onUpdate = onUpdate
        }
    }
}
