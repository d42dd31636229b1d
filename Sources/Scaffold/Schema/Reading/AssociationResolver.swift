/// Settles what models say of each other: where each association's keys are, what they refer to, and what becomes of
/// rows when their owner goes.
///
/// The rules, Sequelize's unless said otherwise:
/// - `belongsTo` holds its key in its own model: `foreignKey`, otherwise alias + the target's key (`authorId`). The column
///   is added where no attribute of that name is written; a written one has to be of the target key's type.
/// - `hasOne` and `hasMany` hold it in the target: `foreignKey`, otherwise that of the target's only `belongsTo` to this
///   model. Where the target has none, the column is added to it (`userId`).
/// - `belongsToMany` holds both in the `through` model, which is a model of the schema with a `belongsTo` to each side.
///   Both keys are required there, and no two rows may have the same pair.
/// - A key may be null unless its association or attribute says `allowNull: false`, or it is one of a `through` model;
///   `onDelete: CASCADE` alone does not make it required.
/// - `onUpdate` is CASCADE. `onDelete` is CASCADE for the keys of a `through` model, SET NULL where null is allowed, and
///   NO ACTION otherwise, so that nothing is deleted that the schema does not say.
struct AssociationResolver {
    let table: ModelTable
    let problems: Problems

    func resolve() {
        ReferenceResolver(table: table, problems: problems).resolve()
        // A key that is a primary key has to be there before others refer to it.
        each([.belongsTo]) { if $1.options[.primaryKey]?.boolean == true { belongsTo($0, &$1) } }
        each([.belongsTo]) { if $1.options[.primaryKey]?.boolean != true { belongsTo($0, &$1) } }
        each([.hasOne, .hasMany], has)
        each([.belongsToMany]) { model, association in
            ThroughResolver(table: table, problems: problems).resolve(model, &association)
        }
        for model in table.drafts {
            PrimaryKeys(problems: problems).settle(model)
            ForeignKeys(table: table, problems: problems).settle(model)
        }
    }

    private func each(
        _ kinds: Set<Association.Kind>, _ body: (ModelDraft, inout AssociationDraft) -> Void
    ) {
        for model in table.drafts {
            for place in model.associations.indices where kinds.contains(model.associations[place].kind) {
                // A copy: an association of a model to itself looks at the model's other associations.
                var association = model.associations[place]
                body(model, &association)
                model.associations[place] = association
            }
        }
    }

    // MARK: belongsTo

    private func belongsTo(_ model: ModelDraft, _ association: inout AssociationDraft) {
        guard let target = table.find(association.target.text, at: association.target.position),
            let targetKey = KeyWords(table, problems).key(.targetKey, association, of: target)
        else { return }
        let said = association.options.text(.foreignKey)
        let name = said?.text ?? AssociationNames(association.name).foreignKey(to: targetKey.name)
        if let problem = NameRules.attribute(name) {
            problems.error(problem.message, at: said?.position ?? association.position, problem.suggestion)
            return
        }
        var reference = ReferenceDraft(model: target.name, attribute: targetKey.name, position: association.position)
        reference.onDelete = Actions.read(association.options, .onDelete, problems)
        reference.onUpdate = Actions.read(association.options, .onUpdate, problems)
        reference.isConstraint = association.options.flag(.constraints)
        let key = KeyColumn(table: table, problems: problems)
        let place = key.place(
            of: name, in: model, for: association.name, type: targetKey.type, reference,
            at: said?.position ?? association.position)
        guard let place else { return }
        readOptions(association, &model.attributes[place])
        association.resolved = Association(
            name: association.name, kind: .belongsTo, target: target.name, foreignKey: name,
            sourceKey: model.primaryKey,
            targetKey: targetKey.name, position: association.position)
    }

    private func readOptions(_ association: AssociationDraft, _ draft: inout AttributeDraft) {
        let options = association.options
        if let allowNull = options.flag(.allowNull) {
            if draft.saysNull, draft.attribute.allowNull != allowNull {
                problems.error(
                    "'allowNull' contradicts the attribute '\(draft.attribute.name)'", at: options.place(of: .allowNull)
                )
            }
            draft.attribute.allowNull = allowNull
            draft.saysNull = true
        }
        if let unique = options.flag(.unique) { draft.attribute.isUnique = unique }
        if options.flag(.primaryKey) == true {
            if draft.saysNull, draft.attribute.allowNull {
                problems.error("a primary key cannot be null", at: options.place(of: .primaryKey))
            }
            (draft.attribute.isPrimaryKey, draft.attribute.allowNull) = (true, false)
        }
        if let field = options.text(.field) {
            if let problem = NameRules.column(field.text) {
                problems.error(problem.message, at: field.position, problem.suggestion)
            } else {
                draft.attribute.field = field.text
            }
        }
    }

    // MARK: hasOne, hasMany

    private func has(_ model: ModelDraft, _ association: inout AssociationDraft) {
        guard let target = table.find(association.target.text, at: association.target.position),
            let sourceKey = KeyWords(table, problems).key(.sourceKey, association, of: model),
            let name = foreignKey(association, of: model, in: target, sourceKey.name)
        else { return }
        var reference = ReferenceDraft(model: model.name, attribute: sourceKey.name, position: association.position)
        reference.onDelete = Actions.read(association.options, .onDelete, problems)
        reference.onUpdate = Actions.read(association.options, .onUpdate, problems)
        reference.isConstraint = association.options.flag(.constraints)
        let key = KeyColumn(table: table, problems: problems)
        let place = key.place(
            of: name, in: target, for: association.name, type: sourceKey.type, reference,
            at: association.options[.foreignKey]?.position ?? association.position)
        guard place != nil else { return }
        association.resolved = Association(
            name: association.name, kind: association.kind, target: target.name, foreignKey: name,
            sourceKey: sourceKey.name, targetKey: target.primaryKey, position: association.position)
    }

    /// The attribute of the target that holds the key, which may be one that is still to be added.
    private func foreignKey(
        _ association: AssociationDraft, of model: ModelDraft, in target: ModelDraft, _ sourceKey: String
    ) -> String? {
        let back = target.associations.filter { $0.kind == .belongsTo && $0.target.text == model.name }
        let keys = back.compactMap { $0.resolved?.foreignKey }
        if let said = association.options.text(.foreignKey) {
            if let problem = NameRules.attribute(said.text) {
                problems.error(problem.message, at: said.position, problem.suggestion)
                return nil
            }
            if target.attribute(named: said.text) != nil || keys.isEmpty { return said.text }
            problems.error(
                "'\(target.name)' has no key '\(said.text)'; its \(back[0].kind) '\(back[0].name)' to '\(model.name)' "
                    + "has the key '\(keys[0])'", at: said.position,
                "write 'foreignKey: \(keys[0])', or the same foreignKey at both sides")
            return nil
        }
        guard association.options[.foreignKey] == nil else { return nil }
        // A belongsTo that could not be resolved has been reported; what this end means is not known.
        guard back.count == keys.count else { return nil }
        if Set(keys).count > 1 {
            problems.error(
                "'\(association.name)' is ambiguous: '\(target.name)' belongs to '\(model.name)' by "
                    + keys.map { "'\($0)'" }.joined(separator: " and "),
                at: association.position, "say which with 'foreignKey: \(keys[0])'")
            return nil
        }
        return keys.first ?? AssociationNames(model.singular).foreignKey(to: sourceKey)
    }
}
