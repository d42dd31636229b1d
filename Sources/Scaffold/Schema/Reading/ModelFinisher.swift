/// Turns a draft, whose associations are settled, into a ``Model``: defaults and rules that need types, timestamps,
/// indexes, scopes and routes.
struct ModelFinisher {
    let table: ModelTable
    let inflector: Inflector
    let database: DatabaseEngine
    let problems: Problems

    func finish(_ draft: ModelDraft) -> Model {
        var model = Model(
            name: draft.name, swiftName: draft.swiftName, tableName: draft.tableName, singular: draft.singular,
            plural: draft.plural, attributes: draft.attributes.map { attribute($0, of: draft) },
            associations: draft.associations.compactMap(\.resolved), indexes: [], scopes: [], routes: nil,
            timestamps: draft.timestamps, underscored: draft.underscored, paranoid: paranoid(draft),
            position: draft.position)
        (model.isManaged, model.renamedFrom) = (draft.isManaged, draft.renamedFrom?.text)
        moveKeysFirst(&model)
        model.attributes += draft.keptAttributes
        for place in model.associations.indices {
            readAssign(draft, &model, place)
            AssociationScopeReader(problems: problems, table: table).read(draft, &model.associations[place])
        }
        model.indexes = IndexReader(problems: problems, database: database, draft: draft, model: model).read()
        let scopes = ScopeReader(problems: problems, table: table, model: model)
        model.scopes = scopes.read(draft.scopes)
        model.defaultScope = draft.defaultScope.flatMap(scopes.defaultScope)
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

    /// The primary key stands first; keys that associations bring are put there.
    private func moveKeysFirst(_ model: inout Model) {
        func isBrought(_ attribute: Attribute) -> Bool {
            if case .foreignKey = attribute.origin { return attribute.isPrimaryKey }
            return false
        }
        model.attributes = model.attributes.filter(isBrought) + model.attributes.filter { !isBrought($0) }
    }

    /// `paranoid:` with the associations that follow, each of which leads to rows of its own that can be marked.
    private func paranoid(_ draft: ModelDraft) -> Paranoid? {
        guard var paranoid = draft.paranoid else { return nil }
        for name in draft.cascade {
            guard let association = draft.association(named: name.text) else {
                problems.error(
                    "'\(draft.name)' has no association '\(Shown.text(name.text))'", at: name.position,
                    Diagnostic.didYouMean(name.text, among: draft.associations.map(\.name)))
                continue
            }
            guard [.hasOne, .hasMany].contains(association.kind) else {
                problems.error(
                    "'cascade' goes to rows that have this one's key: a hasOne or a hasMany, not a \(association.kind)",
                    at: name.position)
                continue
            }
            guard table[association.target.text]?.paranoid != nil else {
                problems.error(
                    "'cascade' cannot mark rows of '\(association.target.text)', which is not paranoid itself",
                    at: name.position, "give it 'paranoid: true', or leave '\(name.text)' out")
                continue
            }
            paranoid.cascade.append(name.text)
        }
        return paranoid
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
