/// Gives attributes that are written as references (`userId: references:User.email`) the type of what they refer to.
struct ReferenceResolver {
    let table: ModelTable
    let problems: Problems

    func resolve() {
        for model in table.drafts {
            for place in model.attributes.indices where model.attributes[place].reference != nil {
                var visited: Set<String> = []
                _ = type(of: place, in: model, &visited)
            }
        }
    }

    /// The attribute's type, after following its reference; nil when that leads nowhere, which has been reported.
    private func type(of place: Int, in model: ModelDraft, _ visited: inout Set<String>) -> AttributeType? {
        let draft = model.attributes[place]
        guard let reference = draft.reference else { return draft.attribute.type }
        guard visited.insert("\(model.name).\(draft.attribute.name)").inserted else {
            problems.error(
                "the references of '\(model.name).\(draft.attribute.name)' lead in a circle", at: reference.position,
                "give one of them a type")
            return nil
        }
        guard let target = table.find(reference.model, at: reference.position) else {
            model.attributes[place].reference = nil
            return nil
        }
        let name = reference.attribute ?? target.primaryKey
        guard let targetPlace = target.place(ofAttribute: name) else {
            _ = table.attribute(name, of: target, at: reference.position)
            model.attributes[place].reference = nil
            return nil
        }
        model.attributes[place].reference?.attribute = name
        guard target.isUnique(name) else {
            problems.error(
                "a reference has to point at a unique attribute, and '\(target.name).\(name)' is not",
                at: reference.position,
                target.keyCount > 1
                    ? "name a unique attribute: \(target.name).…"
                    : "give it 'unique', or refer to '\(target.primaryKey)'")
            return nil
        }
        if draft.hasType {
            return check(draft, against: target.attributes[targetPlace], of: target, at: reference.position)
        }
        guard let found = type(of: targetPlace, in: target, &visited) else { return nil }
        model.attributes[place].attribute.type = found
        model.attributes[place].hasType = true
        return found
    }

    private func check(
        _ draft: AttributeDraft, against target: AttributeDraft, of model: ModelDraft, at position: SourcePosition
    ) -> AttributeType {
        let (type, other) = (draft.attribute.type, target.attribute.type)
        if target.hasType, type != other {
            problems.error(
                "'\(draft.attribute.name)' has the type \(type.written), "
                    + "'\(model.name).\(target.attribute.name)' has \(other.written)",
                at: position, "leave the type out: 'references: \(model.name)'")
        }
        return type
    }
}
