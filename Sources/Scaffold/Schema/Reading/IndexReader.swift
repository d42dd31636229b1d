/// Puts a model's indexes together: those that rules bring (`unique`, `index`, foreign keys), those that are written,
/// and the unique pairs of a `through` model.
///
/// Names are Sequelize's: the table and the columns in snake case (`posts_user_id`). A foreign key that is the first attribute of a written index needs no other.
struct IndexReader {
    let problems: Problems
    let draft: ModelDraft
    let model: Model

    func read() -> [Index] {
        var indexes: [Index] = []
        let written = self.written()
        for attribute in draft.attributes {
            let fields = [attribute.attribute.name]
            guard !attribute.attribute.isPrimaryKey, !written.contains(where: { $0.index.fields == fields }) else {
                continue
            }
            let isKey = attribute.reference != nil && !written.contains { $0.index.fields.first == fields[0] }
            guard attribute.attribute.isUnique || attribute.isIndexed || isKey else { continue }
            indexes.append(index(fields, isUnique: attribute.attribute.isUnique))
        }
        for (index, position) in written {
            if let same = indexes.first(where: { $0.name.lowercased() == index.name.lowercased() }) {
                problems.error(
                    "the index '\(index.name)' stands twice", at: position,
                    same.fields == index.fields ? "leave one of them out" : "give one of them another 'name'")
                continue
            }
            indexes.append(index)
        }
        for pair in draft.throughPairs where !indexes.contains(where: { $0.isUnique && Set($0.fields) == Set(pair) }) {
            indexes.append(index(pair, isUnique: true, suffix: ["unique"]))
        }
        return indexes
    }

    private func index(_ fields: [String], isUnique: Bool, suffix: [String] = []) -> Index {
        let columns = fields.map { model.attribute(named: $0)?.field ?? $0 }
        let name = IndexName.make(table: model.tableName, fields: columns + suffix)
        return Index(fields: fields, isUnique: isUnique, name: name)
    }

    // MARK: Written ones

    private func written() -> [(index: Index, position: SourcePosition)] {
        guard let node = draft.indexes, !node.isNull else { return [] }
        guard case .list(let items, _) = node else {
            problems.error(
                "'indexes' has to be a list, not \(node.kind)", at: node.position, "indexes: [[createdAt]]")
            return []
        }
        return items.compactMap { item in read(item).map { ($0, item.position) } }
    }

    private func read(_ node: YAMLNode) -> Index? {
        switch node {
        case .list(let items, _): return fields(items, node.position).map { self.index($0, isUnique: false) }
        case .scalar where !node.isNull: return fields([node], node.position).map { self.index($0, isUnique: false) }
        default: break
        }
        guard let block = Block<IndexKey>(node, owner: "an index of '\(model.name)'", problems) else { return nil }
        guard let list = block[.fields] else {
            if block.isUnderstood {
                problems.error("an index has to list its 'fields'", at: node.position, "{fields: [createdAt]}")
            }
            return nil
        }
        let items: [YAMLNode]
        switch list {
        case .list(let nodes, _): items = nodes
        case .scalar where !list.isNull: items = [list]
        default: items = []
        }
        guard let fields = fields(items, list.position) else { return nil }
        var index = self.index(fields, isUnique: block.flag(.unique) ?? false)
        guard let name = block.text(.name) else { return index }
        if let problem = NameRules.plain(name.text, .index) {
            problems.error(problem.message, at: name.position, problem.suggestion)
            return nil
        }
        index.name = name.text
        return index
    }

    private func fields(_ items: [YAMLNode], _ position: SourcePosition) -> [String]? {
        guard !items.isEmpty else {
            problems.error("an index has to list its attributes", at: position, "[createdAt]")
            return nil
        }
        let names = items.compactMap(field)
        guard names.count == items.count else { return nil }
        if Set(names).count < names.count { problems.error("an attribute stands twice in an index", at: position) }
        return names
    }

    private func field(_ node: YAMLNode) -> String? {
        guard let scalar = node.scalar, !node.isNull else {
            problems.notYet("order, length and collation in an index are", at: node.position)
            return nil
        }
        if scalar.text.hasPrefix("-") {
            problems.notYet("descending attributes in an index are", at: node.position)
            return nil
        }
        guard let attribute = model.attribute(named: scalar.text) else {
            let key = model.association(named: scalar.text)?.foreignKey
            problems.error(
                "'\(model.name)' has no attribute '\(Shown.text(scalar.text))'", at: scalar.position,
                key.map { "did you mean '\($0)'?" }
                    ?? Diagnostic.didYouMean(scalar.text, among: model.attributes.map(\.name)))
            return nil
        }
        guard ![.json, .blob, .password].contains(attribute.type) else {
            problems.error(
                "'\(attribute.name)' has the type \(attribute.type.written), which cannot be indexed",
                at: scalar.position)
            return nil
        }
        return attribute.name
    }
}
