/// Gives each foreign key what nothing said of it: whether it may be null, and its actions.
struct ForeignKeys {
    let table: ModelTable
    let problems: Problems

    func settle(_ model: ModelDraft) {
        for place in model.attributes.indices {
            guard let draft = model.attributes[place].reference, let key = draft.attribute else { continue }
            let isThrough = model.throughKeys.contains(model.attributes[place].attribute.name)
            if isThrough { require(&model.attributes[place], of: model) }
            let attribute = model.attributes[place].attribute
            let onDelete = draft.onDelete ?? (isThrough ? .cascade : attribute.allowNull ? .setNull : .noAction)
            let reference = Reference(
                model: draft.model, attribute: key, onDelete: onDelete, onUpdate: draft.onUpdate ?? .cascade,
                isConstraint: draft.isConstraint ?? true)
            check(reference, model.attributes[place], draft.position)
            model.attributes[place].attribute.references = reference
        }
        for place in model.associations.indices where model.associations[place].kind == .belongsTo {
            guard let key = model.associations[place].resolved?.foreignKey else { continue }
            model.associations[place].resolved?.allowNull = model.attribute(named: key)?.allowNull ?? true
        }
    }

    private func require(_ draft: inout AttributeDraft, of model: ModelDraft) {
        if draft.saysNull, draft.attribute.allowNull {
            problems.error(
                "'\(draft.attribute.name)' cannot be null, since '\(model.name)' is the through of a belongsToMany",
                at: draft.attribute.position, "leave 'allowNull' out")
        }
        draft.attribute.allowNull = false
    }

    private func check(_ reference: Reference, _ draft: AttributeDraft, _ position: SourcePosition) {
        for (option, action) in [("onDelete", reference.onDelete), ("onUpdate", reference.onUpdate)] {
            if action == .setNull, !draft.attribute.allowNull {
                problems.error(
                    "'\(option): SET NULL' contradicts that '\(draft.attribute.name)' cannot be null", at: position,
                    "use CASCADE or RESTRICT, or allow null")
            }
            if action == .setDefault, draft.defaultValue == nil {
                problems.error(
                    "'\(option): SET DEFAULT' needs a default value of '\(draft.attribute.name)'", at: position)
            }
        }
    }
}
