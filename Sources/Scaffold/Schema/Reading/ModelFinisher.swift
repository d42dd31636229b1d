/// Turns a draft, whose associations are settled, into a ``Model``: defaults and rules that need types, timestamps,
/// indexes, scopes and routes.
struct ModelFinisher {
    let table: ModelTable
    let inflector: Inflector
    let problems: Problems

    func finish(_ draft: ModelDraft) -> Model {
        var model = Model(
            name: draft.name, swiftName: draft.swiftName, tableName: draft.tableName, singular: draft.singular,
            plural: draft.plural, attributes: draft.attributes.map { attribute($0, of: draft) },
            associations: draft.associations.compactMap(\.resolved), indexes: [], scopes: [], routes: nil,
            timestamps: draft.timestamps, underscored: draft.underscored, position: draft.position)
        if draft.timestamps { model.attributes += ["createdAt", "updatedAt"].map { timestamp($0, of: draft) } }
        for place in model.associations.indices { readAssign(draft, &model, place) }
        model.indexes = IndexReader(problems: problems, draft: draft, model: model).read()
        model.scopes = ScopeReader(problems: problems, model: model).read(draft.scopes)
        model.routes = RoutesReader(problems: problems, table: table, model: model, draft: draft).read(draft.routes)
        return model
    }

    private func attribute(_ draft: AttributeDraft, of model: ModelDraft) -> Attribute {
        var attribute = draft.attribute
        if case .enum(_, let cases) = attribute.type {
            attribute.type = .enum(
                typeName: model.swiftName + NameStyle.upperCamel(attribute.swiftName), cases: cases)
        }
        if let node = draft.defaultValue {
            attribute.defaultValue = ValueReader(problems: problems).defaultValue(node, of: attribute)
            if attribute.autoIncrement {
                problems.error("'\(attribute.name)' is counted up and has no default value", at: node.position)
            }
        }
        if let node = draft.validations {
            attribute.validations = ValidationReader(problems: problems, attribute: attribute).read(node)
        }
        if attribute.trim || attribute.lowercase, !attribute.type.isWriting {
            problems.error(
                "'\(attribute.trim ? "trim" : "lowercase")' fits text, and '\(attribute.name)' has the type "
                    + attribute.type.written, at: attribute.position)
        }
        return attribute
    }

    private func timestamp(_ name: String, of model: ModelDraft) -> Attribute {
        var attribute = Attribute(
            name: name, swiftName: name, field: model.column(for: name), type: .date, allowNull: false,
            position: model.position)
        attribute.origin = .timestamp
        attribute.isWritable = false
        return attribute
    }

    /// `assign: {as: tagNames, by: name, create: true}`; `as` is alias + attribute where it is left out.
    private func readAssign(_ draft: ModelDraft, _ model: inout Model, _ place: Int) {
        let association = model.associations[place]
        guard let node = draft.association(named: association.name)?.options[.assign],
            let block = Block<AssignKey>(node, owner: "'assign' of '\(association.name)'", problems),
            let target = table[association.target]
        else { return }
        guard let by = block.text(.by) else {
            if block[.by] == nil, block.isUnderstood {
                problems.error("'assign' has to say which attribute it goes by", at: node.position, "by: name")
            }
            return
        }
        guard let attribute = table.attribute(by.text, of: target, at: by.position) else { return }
        guard target.isUnique(by.text), attribute.type.isWriting || attribute.type.isInteger || attribute.type == .uuid
        else {
            problems.error(
                "'assign' goes by an attribute that names one row, so '\(target.name).\(by.text)' has to be unique, "
                    + "and a text, a whole number or a uuid", at: by.position, "give it 'unique'")
            return
        }
        guard attribute.type.isWriting else {
            return problems.notYet("'assign' by an attribute that is no text is", at: by.position)
        }
        let name = block.text(.as)
        let member =
            name?.text ?? inflector.singularize(association.name) + NameStyle.upperCamel(inflector.pluralize(by.text))
        if let problem = NameRules.association(member) {
            problems.error(problem.message, at: name?.position ?? by.position, problem.suggestion)
            return
        }
        let create = block.flag(.create) ?? false
        if create { checkCreate(target, by.text, at: block.place(of: .create)) }
        model.associations[place].assign = .init(name: member, attribute: by.text, create: create)
    }

    /// A row made of one attribute can have no other that is required.
    private func checkCreate(_ target: ModelDraft, _ by: String, at position: SourcePosition) {
        let required = target.attributes.first {
            let attribute = $0.attribute
            return attribute.name != by && !attribute.allowNull && !attribute.autoIncrement && $0.defaultValue == nil
                && attribute.defaultValue == nil
        }
        guard let required else { return }
        problems.error(
            "'create' cannot make a \(target.name) of its '\(by)' alone, since '\(required.attribute.name)' is required too",
            at: position, "give that a default value, or write 'create: false'")
    }
}
