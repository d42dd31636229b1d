/// Reads what the runtime keeps of a model's rows besides timestamps: `paranoid:` and `version:`.
struct ParanoidReader {
    let problems: Problems
    let model: ModelDraft

    func read(_ block: Block<ModelKey>) {
        if let node = block[.paranoid] { readParanoid(node) }
        if let node = block[.version] { readVersion(node) }
    }

    /// `true`, or `{deletedAt: removedAt, cascade: [comments]}`.
    private func readParanoid(_ node: YAMLNode) {
        if let flag = node.boolean {
            if flag { model.paranoid = Paranoid() }
            return
        }
        guard case .map = node else {
            problems.error(
                "'paranoid' has to be true, or to say more, not \(node.kind)", at: node.position,
                "paranoid: {deletedAt: removedAt, cascade: [comments]}")
            return
        }
        guard let block = Block<ParanoidKey>(node, owner: "'paranoid' of '\(model.name)'", problems) else { return }
        var paranoid = Paranoid()
        if let name = block.text(.deletedAt), isName(name) { paranoid.deletedAt = name.text }
        if let list = block[.cascade] {
            let items: [YAMLNode] = if case .list(let items, _) = list { items } else { [list] }
            for item in items {
                guard let scalar = item.scalar, !item.isNull else {
                    problems.error("'cascade' has to list associations, not \(item.kind)", at: item.position)
                    continue
                }
                model.cascade.append(scalar)
            }
        }
        model.paranoid = paranoid
    }

    /// `true`, or the attribute's name.
    private func readVersion(_ node: YAMLNode) {
        if let flag = node.boolean {
            if flag { model.version = "version" }
        } else if let scalar = node.scalar, !node.isNull {
            if isName(scalar) { model.version = scalar.text }
        } else {
            problems.error(
                "'version' has to be true or an attribute's name, not \(node.kind)", at: node.position,
                "version: revision")
        }
    }

    private func isName(_ scalar: YAMLNode.Scalar) -> Bool {
        guard let problem = NameRules.attribute(scalar.text) else { return true }
        problems.error(problem.message, at: scalar.position, problem.suggestion)
        return false
    }
}

extension ModelDraft {
    /// The attributes that come by themselves, behind those of the schema: what the runtime keeps of every row.
    var keptAttributes: [Attribute] {
        var kept: [Attribute] = []
        func add(_ name: String, _ type: AttributeType, _ origin: Attribute.Origin) -> Attribute {
            var attribute = Attribute(
                name: name, swiftName: NameRules.property(for: name), field: column(for: name), type: type,
                allowNull: false, position: position)
            attribute.origin = origin
            attribute.isWritable = false
            return attribute
        }
        if timestamps { kept += ["createdAt", "updatedAt"].map { add($0, .date, .timestamp) } }
        if let paranoid {
            var deletedAt = add(paranoid.deletedAt, .date, .deletedAt)
            // A row that has one is in no answer.
            (deletedAt.allowNull, deletedAt.isReadable) = (true, false)
            kept.append(deletedAt)
        }
        if let version { kept.append(add(version, .integer, .version)) }
        return kept
    }

    /// Whether the schema says which attributes are the primary key.
    var namesItsKey: Bool { keyCount > 0 }

    /// How many attributes make up the primary key, those included that associations are still to bring.
    var keyCount: Int {
        let own = Set(primaryKeys)
        let brought = associations.filter { association in
            association.options[.primaryKey]?.boolean == true
                && !(association.resolved.map { own.contains($0.foreignKey) } ?? false)
        }
        return own.count + brought.count
    }
}
