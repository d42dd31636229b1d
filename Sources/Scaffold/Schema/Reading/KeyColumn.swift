/// Finds or adds the attribute that holds a foreign key.
struct KeyColumn {
    let table: ModelTable
    let problems: Problems

    /// Where the attribute stands in the model, or nil when it cannot be the key; why has been reported.
    ///
    /// - Parameters:
    ///   - name: The attribute.
    ///   - association: The alias that brings it.
    ///   - type: The type of what it refers to.
    ///   - reference: What it refers to, with the actions that the association says.
    ///   - position: Where a problem is to be shown.
    func place(
        of name: String, in model: ModelDraft, for association: String, type: AttributeType,
        _ reference: ReferenceDraft,
        at position: SourcePosition
    ) -> Int? {
        guard let place = model.place(ofAttribute: name) else {
            return add(name, to: model, for: association, type, reference)
        }
        let attribute = model.attributes[place].attribute
        guard attribute.type == type else {
            problems.error(
                "the key '\(model.name).\(name)' has the type \(attribute.type.written), "
                    + "'\(reference.model).\(reference.attribute ?? "id")' has \(type.written)",
                at: position, "give '\(name)' the type \(type.written), or leave the attribute out")
            return nil
        }
        guard let known = model.attributes[place].reference else {
            model.attributes[place].reference = reference
            return place
        }
        guard known.model == reference.model, known.attribute == nil || known.attribute == reference.attribute else {
            problems.error(
                "the key '\(model.name).\(name)' refers to '\(known.model)' already", at: position,
                "use another foreignKey for '\(reference.model)'")
            return nil
        }
        return merge(reference, into: &model.attributes[place], position) ? place : nil
    }

    private func add(
        _ name: String, to model: ModelDraft, for association: String, _ type: AttributeType,
        _ reference: ReferenceDraft
    ) -> Int {
        var attribute = Attribute(
            name: name, swiftName: NameRules.property(for: name), field: model.column(for: name), type: type,
            allowNull: true, position: reference.position)
        attribute.origin = .foreignKey(association: association)
        model.add(AttributeDraft(attribute: attribute, reference: reference))
        return model.attributes.count - 1
    }

    /// Both ends of an association may say what becomes of the key; they may not say different things.
    private func merge(
        _ reference: ReferenceDraft, into draft: inout AttributeDraft, _ position: SourcePosition
    ) -> Bool {
        for (option, action) in [
            ("onDelete", \ReferenceDraft.onDelete), ("onUpdate", \ReferenceDraft.onUpdate),
        ] {
            guard let new = reference[keyPath: action] else { continue }
            if let old = draft.reference?[keyPath: action], old != new {
                problems.error(
                    "'\(option)' of '\(draft.attribute.name)' is \(old.rawValue) at one end and \(new.rawValue) at the other",
                    at: position, "say it once, at the belongsTo")
                return false
            }
            draft.reference?[keyPath: action] = new
        }
        if let isConstraint = reference.isConstraint {
            if let old = draft.reference?.isConstraint, old != isConstraint {
                problems.error(
                    "'constraints' of '\(draft.attribute.name)' is \(old) at one end and \(isConstraint) at the other",
                    at: position, "say it once, at the belongsTo")
                return false
            }
            draft.reference?.isConstraint = isConstraint
        }
        draft.reference?.attribute = reference.attribute
        return true
    }
}
