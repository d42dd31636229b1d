/// Reads one entry of `models:` on its own: names, options, attributes and associations as they are written.
struct ModelReader {
    let problems: Problems
    let inflector: Inflector
    let tables: TableStyle

    /// The model, or nil where it is not even a mapping.
    func read(_ entry: YAMLNode.Entry) -> ModelDraft? {
        let name = entry.key.text
        if let problem = NameRules.model(name) {
            problems.error(problem.message, at: entry.key.position, problem.suggestion)
            return nil
        }
        let model = ModelDraft(name: name, position: entry.key.position)
        let names = ModelNames(name, inflector: inflector, tables: tables)
        (model.singular, model.plural, model.tableName) = (names.singular, names.plural, names.table)
        if entry.value.isNull {
            complete(model)
            return model
        }
        guard let block = Block<ModelKey>(entry.value, owner: "model '\(name)'", problems) else { return nil }
        readOptions(block, model)
        if let node = block[.attributes], !node.isNull { readAttributes(node, model) }
        if let node = block[.associations], !node.isNull { readAssociations(node, model) }
        (model.indexes, model.scopes, model.routes) = (block[.indexes], block[.scopes], block[.routes])
        if let node = block[.defaultScope] {
            let key = YAMLNode.Scalar(text: "defaultScope", position: block.place(of: .defaultScope), isPlain: true)
            model.defaultScope = YAMLNode.Entry(key: key, value: node)
        }
        complete(model)
        return model
    }

    private func readOptions(_ block: Block<ModelKey>, _ model: ModelDraft) {
        if let swiftName = block.text(.swiftName) {
            if let problem = NameRules.swiftType(swiftName.text) {
                problems.error(problem.message, at: swiftName.position, problem.suggestion)
            } else {
                model.swiftName = swiftName.text
            }
        }
        if let table = block.text(.tableName) {
            if let problem = NameRules.table(table.text) {
                problems.error(problem.message, at: table.position, problem.suggestion)
            } else {
                model.tableName = table.text
            }
        }
        model.timestamps = block.flag(.timestamps) ?? true
        model.underscored = block.flag(.underscored) ?? false
        model.isManaged = block.flag(.managed) ?? true
        model.renamedFrom = block.text(.renamedFrom)
        ParanoidReader(problems: problems, model: model).read(block)
    }

    private func readAttributes(_ node: YAMLNode, _ model: ModelDraft) {
        guard case .map(let map) = node else {
            problems.error(
                "'attributes' has to map names to types, not \(node.kind)", at: node.position,
                "attributes: {title: string!}")
            return
        }
        let reader = AttributeReader(problems: problems, model: model)
        for entry in SplitValues.mended(map, problems) { reader.read(entry) }
    }

    private func readAssociations(_ node: YAMLNode, _ model: ModelDraft) {
        guard case .map(let map) = node else {
            problems.error(
                "'associations' has to map aliases to associations, not \(node.kind)", at: node.position,
                "associations: {author: {belongsTo: User}}")
            return
        }
        let reader = AssociationReader(problems: problems, model: model)
        for entry in map.entries { reader.read(entry) }
    }

    /// Adds what every model has: the primary key `id` in front and, behind the rest, the timestamps. (Foreign keys
    /// that associations bring are put in between when they are known.)
    private func complete(_ model: ModelDraft) {
        if !model.namesItsKey, model.attribute(named: "id") == nil {
            var id = Attribute(
                name: "id", swiftName: "id", field: model.column(for: "id"), type: .integer, allowNull: false,
                position: model.position)
            (id.isPrimaryKey, id.autoIncrement, id.isWritable, id.origin) = (true, true, false, .primaryKey)
            model.insertFirst(AttributeDraft(attribute: id))
        }
    }
}
