/// Puts a model's indexes together: those that rules bring (`unique`, `index`, foreign keys), those that are written,
/// and the unique pairs of a `through` model.
///
/// Names are Sequelize's: the table and the columns in snake case (`posts_user_id`). A foreign key that is the first
/// attribute of the primary key or of a written index needs no other, and one that says `index: false` gets none.
struct IndexReader {
    let problems: Problems
    let database: DatabaseEngine
    let draft: ModelDraft
    let model: Model

    func read() -> [Index] {
        var indexes: [Index] = []
        let written = self.written()
        let key = draft.primaryKeys
        for attribute in draft.attributes.map(\.attribute) {
            let fields = [attribute.name]
            guard key != fields, !written.contains(where: { $0.index.names == fields && $0.index.conditions.isEmpty })
            else { continue }
            let isFirst = key.first == attribute.name || written.contains { $0.index.names.first == fields[0] }
            let isKey = attribute.references != nil && !isFirst
            guard attribute.isUnique || isIndexed(attribute) ?? isKey else { continue }
            indexes.append(index(fields, isUnique: attribute.isUnique))
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
        for pair in draft.throughPairs where Set(pair) != Set(key) {
            let isThere = indexes.contains { $0.isUniqueEverywhere && Set($0.names) == Set(pair) }
            if !isThere { indexes.append(index(pair, isUnique: true, suffix: ["unique"])) }
        }
        return indexes
    }

    /// What the schema says.
    private func isIndexed(_ attribute: Attribute) -> Bool? {
        draft.place(ofAttribute: attribute.name).flatMap { draft.attributes[$0].isIndexed }
    }

    private func index(_ fields: [String], isUnique: Bool, suffix: [String] = []) -> Index {
        Index(fields: fields, isUnique: isUnique, name: name(fields, suffix))
    }

    private func name(_ fields: [String], _ suffix: [String] = []) -> String {
        let columns = fields.map { model.attribute(named: $0)?.field ?? $0 }
        return IndexName.make(table: model.tableName, fields: columns + suffix)
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
        case .list(let items, _): return index(items, node.position)
        case .scalar where !node.isNull: return index([node], node.position)
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
        guard var index = index(items, list.position) else { return nil }
        index.isUnique = block.flag(.unique) ?? false
        if let message = block[.msg] {
            index.message = StatusTextReader(problems: problems).text(message, "'msg'")
            if !index.isUnique {
                problems.error("'msg' belongs to a unique index", at: block.place(of: .msg), "add 'unique: true'")
            }
        }
        index.using = block.word(.using, IndexMethod.self)?.rawValue
        if let node = block[.where] {
            index.conditions = IndexConditions(problems: problems, model: model).read(node)
            if index.isUnique, !database.hasUniqueIndexesOfSomeRows {
                problems.error(
                    "\(database.title) has no unique indexes of some rows only", at: block.place(of: .where),
                    "leave out 'where', or 'unique'")
            }
        }
        guard let name = block.text(.name) else { return index }
        if let problem = NameRules.plain(name.text, .index) {
            problems.error(problem.message, at: name.position, problem.suggestion)
            return nil
        }
        index.name = name.text
        return index
    }

    private func index(_ items: [YAMLNode], _ position: SourcePosition) -> Index? {
        guard !items.isEmpty else {
            problems.error("an index has to list its attributes", at: position, "[createdAt]")
            return nil
        }
        let fields = items.compactMap(field)
        guard fields.count == items.count else { return nil }
        let names = fields.map(\.name)
        if Set(names).count < names.count { problems.error("an attribute stands twice in an index", at: position) }
        return Index(fields: fields, isUnique: false, name: name(names))
    }

    /// `createdAt`, `-createdAt` or `{name: title, length: 10, order: desc}`.
    private func field(_ node: YAMLNode) -> Index.Field? {
        if case .map = node {
            guard let block = Block<IndexFieldKey>(node, owner: "an attribute of an index", problems) else {
                return nil
            }
            guard let name = block.text(.name) else {
                if block[.name] == nil, block.isUnderstood {
                    problems.error("an attribute of an index has to say its 'name'", at: node.position, "{name: title}")
                }
                return nil
            }
            guard let attribute = attribute(name) else { return nil }
            var field = Index.Field(name: attribute.name)
            field.descending = block.word(.order, SortWord.self) == .desc
            if let length = block[.length] { field.length = self.length(length, of: attribute) }
            return field
        }
        guard var scalar = node.scalar, !node.isNull else {
            problems.error("an index lists attributes, not \(node.kind)", at: node.position, "[createdAt]")
            return nil
        }
        let descending = scalar.text.hasPrefix("-")
        if descending {
            scalar.text.removeFirst()
            scalar.position.column += 1
        }
        return attribute(scalar).map { Index.Field(name: $0.name, descending: descending) }
    }

    private func length(_ node: YAMLNode, of attribute: Attribute) -> Int? {
        guard let length = node.integer, (1...1024).contains(length), attribute.type.isWriting else {
            problems.error(
                "'length' is a number of characters from 1 to 1024, of a text", at: node.position,
                "{name: title, length: 20}")
            return nil
        }
        return length
    }

    private func attribute(_ scalar: YAMLNode.Scalar) -> Attribute? {
        guard let attribute = model.attribute(named: scalar.text) else {
            let key = model.association(named: scalar.text)?.foreignKey
            problems.error(
                "'\(model.name)' has no attribute '\(Shown.text(scalar.text))'", at: scalar.position,
                key.map { "did you mean '\($0)'?" }
                    ?? Diagnostic.didYouMean(scalar.text, among: model.attributes.map(\.name)))
            return nil
        }
        guard ![.json, .blob, .password].contains(attribute.type), !attribute.isVirtual else {
            problems.error(
                attribute.isVirtual
                    ? "'\(attribute.name)' is virtual, which has no column, and cannot be indexed"
                    : "'\(attribute.name)' has the type \(attribute.type.written), which cannot be indexed",
                at: scalar.position)
            return nil
        }
        return attribute
    }
}
